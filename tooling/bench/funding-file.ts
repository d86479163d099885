import { once } from "node:events";
import { createReadStream } from "node:fs";
import { check360GivingFile, convert360Giving } from "../../packages/funding/src/index.ts";

// What the benchmark measures of this package, as a process of its own: `convert` or `check`, FILE.
const [what, file] = process.argv.slice(2) as ["convert" | "check", string];

if (what === "convert") {
  let text = '{"grants":[';
  let first = true;
  for await (const grant of convert360Giving(createReadStream(file))) {
    text += `${first ? "\n" : ",\n"}${JSON.stringify(grant)}`;
    first = false;
    if (text.length < 65_536) continue;
    if (!process.stdout.write(text)) await once(process.stdout, "drain");
    text = "";
  }
  process.stdout.write(`${text}\n]}\n`);
} else {
  const rules = new Map<string, number>();
  for await (const { rule } of check360GivingFile(createReadStream(file))) {
    rules.set(rule, (rules.get(rule) ?? 0) + 1);
  }
  process.stdout.write(`${JSON.stringify(Object.fromEntries(rules))}\n`);
}
