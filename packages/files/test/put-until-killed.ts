import { writeSync } from "node:fs";
import { FolderFiles } from "../src/index.ts";

/** Puts one file after the other, and says the digest of each that is kept. */
const [path = "", start = "0"] = process.argv.slice(2);
const files = new FolderFiles({ path });
for (let number = Number(start); ; number += 1) {
  async function* bytes() {
    for (let part = 0; part < 20; part += 1) yield Buffer.alloc(20_000, `${number} ${part} `);
  }
  const { sha512 } = await files.put(bytes());
  writeSync(1, `${sha512}\n`);
}
