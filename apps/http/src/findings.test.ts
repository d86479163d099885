import type { Finding } from "@moothall/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checked } from "../test/lighting-plugin.ts";
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

describe("what the checks found is kept", () => {
  const unlit = async (token?: string) => {
    const answer = await service.fetch("/v1/checks", token === undefined ? {} : { token });
    const { findings } = (await answer.json()) as { findings: readonly Finding[] };
    return findings
      .filter(({ rule }) => rule === "lighting/unlit")
      .map(({ about }) => about)
      .join(" ");
  };
  const runsDuring = async (work: () => Promise<unknown>) => {
    const before = checked.runs;
    await work();
    return checked.runs - before;
  };

  it("for all who ask at once, until something is written or the day ends", async () => {
    await service.put("lighting/lamp", { id: "dark", title: "Dark", isLit: false });
    const crowd = () => Promise.all(Array.from({ length: 20 }, () => unlit()));
    expect(
      await runsDuring(async () =>
        expect(new Set(await crowd())).toEqual(new Set(["lighting/lamp/dark"])),
      ),
    ).toBe(1);
    expect(await runsDuring(crowd)).toBe(0);

    await service.put("lighting/lamp", { id: "dim", title: "Dim", isLit: false });
    expect(
      await runsDuring(async () =>
        expect(new Set(await crowd())).toEqual(new Set(["lighting/lamp/dark lighting/lamp/dim"])),
      ),
    ).toBe(1);

    service.setNow("2026-01-02T00:00:00.000Z");
    expect(await runsDuring(crowd)).toBe(1);
  });

  it("and never as it was before a write that came first", async () => {
    let open = () => {};
    checked.gate = new Promise((resolve) => {
      open = resolve;
    });
    await service.put("lighting/lamp", { id: "dim", title: "Dim", isLit: true });
    const before = checked.runs;
    const early = unlit();
    while (checked.runs === before) await new Promise((resolve) => setImmediate(resolve));
    await service.put("lighting/lamp", { id: "late", title: "Late", isLit: false });
    const late = [unlit(), unlit()];
    open();
    await early;
    expect(await Promise.all(late)).toEqual(Array(2).fill("lighting/lamp/dark lighting/lamp/late"));
    expect(checked.runs - before).toBe(2);
  });

  it("for each clearance apart, and every reader above public is noted", async () => {
    await service.put("lighting/lamp", {
      id: "secret",
      title: "S",
      isLit: false,
      class: "restricted",
    });
    const token = await service.token({ clearance: "restricted", permissions: [] });
    const notes = async () => {
      let count = 0;
      for await (const { action } of (await service.host.store()).audit())
        count += action === "checks" ? 1 : 0;
      return count;
    };
    const noted = await notes();
    expect(
      await runsDuring(async () => {
        const [restricted, open] = await Promise.all([unlit(token), unlit()]);
        expect(restricted).toContain("lighting/lamp/secret");
        expect(open).not.toContain("lighting/lamp/secret");
        expect(await unlit(token)).toContain("lighting/lamp/secret");
        expect(await unlit()).not.toContain("lighting/lamp/secret");
      }),
    ).toBe(2);
    expect((await notes()) - noted).toBe(2);
  });

  it("with a tag, so that who holds it is not sent it again", async () => {
    const first = await service.fetch("/v1/checks");
    const tag = first.headers.get("etag") ?? "";
    const again = await service.fetch("/v1/checks", { headers: { "If-None-Match": tag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    await service.put("lighting/lamp", { id: "newest", title: "Newest", isLit: false });
    const changed = await service.fetch("/v1/checks", { headers: { "If-None-Match": tag } });
    expect(changed.status).toBe(200);
  });
});
