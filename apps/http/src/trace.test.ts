import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, startService } from "../test/running-service.ts";

let service: RunningService;

beforeAll(async () => {
  service = await startService();
  await service.put("lighting/column", { id: "a", title: "Column A" });
  await service.put("lighting/column", { id: "secret", title: "Column S", class: "restricted" });
  const from = (record: string) => ({ sources: [{ record: `lighting/lamp/${record}` }] });
  await service.put(
    "lighting/lamp",
    { id: "one", title: "One", column: "lighting/column/a", ...from("two") },
    { id: "two", title: "Two", column: "lighting/column/secret", ...from("one") },
    { id: "hidden", title: "Hidden", column: "lighting/column/a", class: "restricted" },
  );
});
afterAll(() => service.close());

const address = (record: string, more = "") => `/v1/trace?record=${record}${more}`;
interface Node {
  readonly links: readonly Node[];
}

async function trace(record: string, token?: string, more = "") {
  const answer = await service.fetch(address(record, more), token === undefined ? {} : { token });
  return { status: answer.status, body: (await answer.json()) as { [chain: string]: Node } };
}
const lamp = (id: string, title: string, links: unknown[] = [], notFollowed = 0) => ({
  reference: `lighting/lamp/${id}`,
  title,
  links,
  notFollowed,
});
const column = (id: string, title: string, links: unknown[] = []) => ({
  reference: `lighting/column/${id}`,
  title,
  links,
  notFollowed: 0,
});

describe("a trace", () => {
  it("goes both ways, and round a circle once", async () => {
    expect(await trace("lighting/lamp/one")).toEqual({
      status: 200,
      body: {
        refersTo: lamp("one", "One", [column("a", "Column A"), lamp("two", "Two")]),
        referredToBy: lamp("one", "One", [lamp("two", "Two")]),
      },
    });
    expect((await trace("lighting/column/a")).body.referredToBy).toEqual(
      column("a", "Column A", [lamp("one", "One", [lamp("two", "Two")])]),
    );
  });

  it("stops at its depth, and says what it did not follow", async () => {
    const { body } = await trace("lighting/column/a", undefined, "&depth=1");
    expect(body.referredToBy?.links).toEqual([lamp("one", "One", [], 1)]);
    expect((await trace("lighting/lamp/one", undefined, "&depth=11")).status).toBe(422);
    expect((await trace("lighting/lamp/one", undefined, "&depth=x")).status).toBe(422);
  });

  it("shows each caller what that caller may see", async () => {
    const token = await service.token({ clearance: "restricted", permissions: [] });
    const { body } = await trace("lighting/lamp/one", token);
    expect(body.refersTo?.links[1]?.links).toEqual([column("secret", "Column S")]);
    expect((await trace("lighting/column/a", token)).body.referredToBy?.links).toHaveLength(2);
    expect(await trace("lighting/column/secret", token)).toMatchObject({ status: 200 });
    const hidden = await trace("lighting/column/secret");
    const absent = await trace("lighting/column/nothing");
    expect([hidden.status, absent.status]).toEqual([404, 404]);
    expect(JSON.stringify(hidden.body)).toBe(
      JSON.stringify(absent.body).replaceAll("nothing", "secret"),
    );
  });

  it("is a page for a reader", async () => {
    const page = await (await service.fetch(address("lighting/lamp/one", "&format=html"))).text();
    expect(page).toContain("→ lighting/column/a");
    expect(page).not.toContain("secret");
  });

  it("needs a record", async () => {
    expect((await service.fetch("/v1/trace")).status).toBe(400);
    expect((await trace("not a record")).status).toBe(422);
  });
});
