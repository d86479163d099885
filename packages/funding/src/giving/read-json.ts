import type { Finding } from "@moothall/core";
import type { Grant } from "./columns.ts";
import type { GrantBatch, GrantStep } from "./grant-step.ts";
import { JsonGrants } from "./json-grants.ts";

/** Reads a package or a list of grants, item by item. */
export async function* readJson(
  bytes: AsyncIterable<Uint8Array>,
  about: string,
): AsyncGenerator<GrantBatch> {
  const reader = new JsonGrants();
  const batch = (items: ReturnType<JsonGrants["push"]>): GrantBatch =>
    items.map((item): GrantStep => {
      const place = { pointer: `/grants/${item.index}` };
      if ("fault" in item) return { finding: notAGrant(about, place, item.fault) };
      if (typeof item.grant !== "object" || item.grant === null || Array.isArray(item.grant)) {
        return { finding: notAGrant(about, place, "It is not an object.") };
      }
      return { grant: item.grant as Grant, place };
    });
  for await (const piece of bytes) yield batch(reader.push(piece));
  yield batch(reader.end());
  if (!reader.found) {
    yield [
      {
        finding: {
          rule: "funding/360-wrong-kind",
          about,
          severity: "error",
          message: "The file is JSON and holds no list 'grants'.",
          evidence: {},
          fix: 'Give a 360Giving package: {"grants": […]}.',
        },
      },
    ];
  }
}

const notAGrant = (about: string, at: { readonly pointer: string }, message: string): Finding => ({
  rule: "funding/360-not-a-grant",
  about,
  severity: "error",
  message,
  evidence: {},
  at,
  fix: "Mend this grant; the others are not touched by it.",
});
