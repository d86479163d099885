import { fault } from "../errors.ts";
import type { Grant } from "./columns.ts";
import type { ReadOptions } from "./grant-step.ts";
import { readGrants } from "./read-grants.ts";

const fatal: ReadonlySet<string> = new Set([
  "funding/360-empty",
  "funding/360-wrong-kind",
  "funding/360-no-header",
]);

/**
 * The grants of a CSV or JSON file as JSON objects after 360Giving, one by one, in constant memory.
 * A cell that does not read as what it should be stays as the text it is, unless `repair` is asked
 * for; `check360GivingFile` names every such cell. A row is a grant: rows of one identifier are not
 * put together.
 * @throws MoothallError `funding/not-a-grants-file`
 */
export async function* convert360Giving(
  bytes: AsyncIterable<Uint8Array>,
  options: Pick<ReadOptions, "repair" | "about"> = {},
): AsyncGenerator<Grant> {
  for await (const batch of readGrants(bytes, options)) {
    for (const { finding, grant } of batch) {
      if (finding === undefined) yield grant;
      else if (fatal.has(finding.rule)) {
        const { message, fix, at } = finding;
        throw fault("funding/not-a-grants-file", message, fix ?? "Give CSV or JSON.", at);
      }
    }
  }
}
