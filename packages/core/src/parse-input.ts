import type * as z from "zod";
import { MoothallError } from "./error.ts";
import type { Finding } from "./finding.ts";
import { escapeSegment } from "./publication.ts";

/**
 * Reads what a caller of a pure function gave.
 * @throws MoothallError `core/bad-input` that names every fault by its JSON Pointer.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  about: string,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const findings = parsed.error.issues.map(
    (issue): Finding => ({
      rule: "core/bad-input",
      about,
      severity: "error",
      message: issue.message,
      evidence: {},
      at: { pointer: issue.path.map((part) => `/${escapeSegment(String(part))}`).join("") },
    }),
  );
  const [first] = findings;
  throw new MoothallError({
    code: "core/bad-input",
    message: `The input of ${about} is not valid: ${first?.at?.pointer || "it"} ${first?.message}.`,
    hint: "Correct the fields named; amounts are decimals written as text.",
    ...(first?.at !== undefined && { at: first.at }),
    findings,
  });
}
