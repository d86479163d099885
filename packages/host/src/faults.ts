import { type Finding, isMoothallError, MoothallError } from "@moothall/core";
import type * as z from "zod";

/** What a schema refused, as one error that lists every field with its pointer. */
export function badInput(about: string, error: z.ZodError): MoothallError {
  const findings = findingsOf(about, error);
  const first = findings[0] as Finding;
  return new MoothallError({
    code: "core/bad-input",
    message:
      findings.length === 1
        ? `The input of ${about} is not valid: ${place(first)}${first.message}.`
        : `The input of ${about} is not valid in ${findings.length} places; the first: ${place(first)}${first.message}.`,
    hint: "Mend what is named and try again; --help and /openapi.json describe the input.",
    ...(first.at && { at: first.at }),
    findings,
  });
}

const place = (finding: Finding): string => (finding.at?.pointer ? `${finding.at.pointer} ` : "");

/** One finding for every field that a schema refused. Holds no value of the input: it may be private. */
export function findingsOf(about: string, error: z.ZodError): Finding[] {
  const findings: Finding[] = [];
  const visit = (issues: readonly z.core.$ZodIssue[], path: readonly PropertyKey[]) => {
    for (const issue of issues) {
      const at = [...path, ...issue.path];
      if (issue.code === "invalid_union" && issue.errors.length > 0) {
        const nearest = issue.errors.reduce((best, each) =>
          each.length < best.length ? each : best,
        );
        visit(nearest as z.core.$ZodIssue[], at);
        continue;
      }
      if (issue.code === "unrecognized_keys") {
        for (const key of issue.keys)
          findings.push(one(about, [...at, key], "is not a known field"));
        continue;
      }
      findings.push(one(about, at, wording(issue)));
    }
  };
  visit(error.issues, []);
  return findings;
}

const one = (about: string, path: readonly PropertyKey[], message: string): Finding => ({
  rule: "core/bad-input",
  about,
  severity: "error",
  message,
  evidence: {},
  at: {
    pointer: path
      .map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`)
      .join(""),
  },
});

function wording(issue: z.core.$ZodIssue): string {
  // Schemas do not say what was given, so that no value gets into a message; their words say its type.
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined"))
    return `is missing (${issue.expected} wanted)`;
  const text = issue.message.replace(/^Invalid input: /, "");
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Anything that was thrown, as the one kind of error; what is not ours to explain becomes our fault. */
export function asMoothallError(error: unknown): MoothallError {
  if (isMoothallError(error)) return error;
  return new MoothallError({
    code: "core/internal",
    message: "Something went wrong that should not have.",
    hint: "Tell the maintainers what you did; the log of this process holds the details.",
    cause: error,
  });
}

export const notFound = (reference: string): MoothallError =>
  new MoothallError({
    code: "core/not-found",
    message: `There is no ${reference}, or you may not see it.`,
    hint: "Check the id, or list what is there.",
  });
