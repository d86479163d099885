import type { Finding } from "@moothall/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, startService } from "../test/running-service.ts";

let service: RunningService;
const source = { document: "Lighting report, May 2026", item: "3" };
const printed = (of: string, value: string) => ({ of, text: value, value, source });

beforeAll(async () => {
  service = await startService();
  await service.put("lighting/column", { id: "lit", title: "Lit" }, { id: "bare", title: "Bare" });
  await service.put(
    "lighting/lamp",
    {
      id: "report",
      title: "Report",
      column: "lighting/column/lit",
      printed: [printed("north", "5"), printed("south", "6"), printed("all", "12")],
      relations: [
        { kind: "total", parts: ["north", "south"], total: "all" },
        { kind: "same", figures: ["north", { record: "lighting/lamp/open", of: "north" }] },
        { kind: "same", figures: ["south", { record: "lighting/lamp/hidden", of: "south" }] },
      ],
    },
    { id: "open", title: "Open", printed: [printed("north", "5")] },
    { id: "hidden", title: "Hidden", class: "restricted", printed: [printed("south", "7")] },
  );
});
afterAll(() => service.close());

async function found(token?: string): Promise<readonly string[]> {
  const answer = await service.fetch("/v1/checks", token === undefined ? {} : { token });
  const { findings } = (await answer.json()) as { findings: readonly Finding[] };
  return findings
    .filter(({ rule }) => rule.startsWith("core/"))
    .map(({ rule, about, severity }) => `${severity} ${rule} ${about}`);
}

describe("the checks of the house", () => {
  it("hold figures against each other across the records that the caller may see", async () => {
    expect(await found()).toEqual([
      "error core/total lighting/lamp/report",
      "note core/hangs-loose lighting/column/bare",
    ]);
    const token = await service.token({ clearance: "restricted", permissions: [] });
    expect(await found(token)).toEqual([
      "error core/same lighting/lamp/report",
      "error core/total lighting/lamp/report",
      "note core/hangs-loose lighting/column/bare",
    ]);
  });
});
