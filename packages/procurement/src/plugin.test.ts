import {
  completeDocument,
  type Finding,
  finding,
  MoothallError,
  type PublicationClass,
  type ReportDocumentInput,
} from "@moothall/core";
import {
  Caller,
  Clock,
  type DecidedWrite,
  type Decision,
  type Declarations,
  Records,
  type RecordsShape,
  type StoredRecord,
} from "@moothall/core/plugin";
import { pluginContract } from "@moothall/core/testing";
import * as Effect from "effect/Effect";
import { beforeEach, describe, expect, it } from "vitest";
import { exampleProcess } from "./ocds/example-process.test-data.ts";
import plugin, { procurement } from "./plugin.ts";
import { declare } from "./scoring/declaration.ts";

const declared = plugin.declare(plugin.settings.parse({}) as never) as Required<Declarations>;

describe("the plugin", () => {
  for (const { name, hold } of pluginContract(plugin)) it(name, hold);

  it("takes a council's own formulas", () => {
    expect(procurement({ formulas: [] }).name).toBe("procurement");
  });
});

let store: Map<string, StoredRecord>;

const put = (kind: string, record: { readonly id: string }) => {
  const version = (store.get(`${kind}/${record.id}`)?.record.version ?? 0) + 1;
  const times = { created: "2017-03-01T00:00:00Z", modified: "2017-03-01T00:00:00Z" };
  store.set(`${kind}/${record.id}`, { ...record, record: { version, ...times } });
};

const all = (
  kind: string,
  where: readonly { readonly field: string; readonly value?: unknown }[] = [],
) =>
  [...store]
    .filter(([reference]) => reference.startsWith(`${kind}/`))
    .map(([, record]) => record as StoredRecord<Record<string, unknown>>)
    .filter((record) => where.every(({ field, value }) => record[field] === value));

const records = {
  all: (kind, query) => Effect.sync(() => all(kind, query?.where as never) as never),
  find: (reference) => Effect.sync(() => store.get(reference) as never),
  get: (reference) =>
    Effect.suspend(() =>
      store.has(reference)
        ? Effect.succeed(store.get(reference) as never)
        : Effect.fail(new MoothallError({ code: "core/not-found", message: reference })),
    ),
  history: () => Effect.succeed([]),
} as Pick<RecordsShape, "all" | "find" | "get" | "history"> as RecordsShape;

let now: string;
let clearance: PublicationClass;

const run = <A>(effect: Effect.Effect<unknown, MoothallError, never>): Promise<A> =>
  Effect.runPromise(
    (effect as Effect.Effect<A, MoothallError, Records | Clock | Caller>).pipe(
      Effect.provideService(Records, records),
      Effect.provideService(Clock, { now: () => now, today: () => now.slice(0, 10) }),
      Effect.provideService(Caller, { id: "local", clearance, bodies: ["*"], may: () => true }),
    ),
  );

const call = async (name: string, input: object): Promise<Record<string, unknown>> => {
  const operation = declared.operations[name];
  if (operation === undefined) throw new Error(`no operation ${name}`);
  const answer = await run<unknown>(
    operation.handler(operation.input.parse(input) as never, none()),
  );
  if (operation.mode === "read") return operation.output.parse(answer) as never;
  const { output, writes } = answer as Decision<unknown>;
  for (const write of writes) commit(write);
  return operation.output.parse(output) as never;
};

async function* none(): AsyncIterable<unknown> {}

const commit = (write: DecidedWrite) => {
  if (write.action !== "put") throw new Error(write.action);
  const schema = declared.resources[write.kind.split("/")[1] as string]?.schema;
  expect(schema?.safeParse(write.data).error?.issues).toBeUndefined();
  const before = store.get(`${write.kind}/${write.data.id}`)?.record.version;
  if (write.expect !== undefined) expect(write.expect).toBe(before ?? "absent");
  put(write.kind, write.data);
};

const report = async (name: string, input: object) => {
  const found = declared.reports[name];
  const document = await run<ReportDocumentInput>(
    found?.build(found.input.parse(input) as never) as never,
  );
  return completeDocument(document);
};

const findings = async (name: string): Promise<Finding[]> => {
  const found = [...(await run<Iterable<Finding>>(declared.checks[name]?.run() as never))];
  for (const each of found) {
    finding().parse(each);
    expect(each.about).toMatch(/^procurement\//);
    expect(Object.keys(declared.checks[name]?.rules ?? {})).toContain(each.rule);
  }
  return found;
};

const rules = async (name: string) => (await findings(name)).map(({ rule }) => rule);

beforeEach(() => {
  now = "2017-05-22T09:00:00Z";
  clearance = "confidential";
  store = new Map();
  const { tender, bids, evaluations, awards, contracts } = exampleProcess;
  put("procurement/tender", tender as { id: string });
  for (const each of bids) put("procurement/bid", each);
  for (const each of evaluations) put("procurement/evaluation", each);
  for (const each of awards) put("procurement/award", each);
  for (const each of contracts) put("procurement/contract", each);
});

const tender = "procurement/tender/opcc.2017-13";

describe("operations on records", () => {
  const fresh = () => {
    const {
      declared: _,
      opened: __,
      ...rest
    } = exampleProcess.tender as NonNullable<typeof exampleProcess.tender>;
    put("procurement/tender", { ...rest, status: "active" } as never);
    store.delete("procurement/evaluation/opcc.2017-13");
  };

  it("go from declaration over opening to an evaluation that reproduces the paper", async () => {
    fresh();
    await expect(call("open", { tender })).rejects.toMatchObject({
      code: "procurement/not-declared",
    });
    const { hash } = await call("declare", { tender });
    expect(hash).toBe(declare(exampleProcess.tender?.method as never).hash);
    await expect(call("evaluate", { tender })).rejects.toMatchObject({
      code: "procurement/not-opened",
    });
    now = "2017-03-01T09:00:00Z";
    await expect(call("open", { tender })).rejects.toMatchObject({
      code: "procurement/opened-too-early",
    });
    now = "2017-03-06T09:00:00Z";
    expect(await call("open", { tender })).toMatchObject({ bids: 3, opened: now });
    await expect(call("declare", { tender })).rejects.toMatchObject({
      code: "procurement/already-opened",
    });
    expect(await call("evaluate", { tender })).toMatchObject({ winner: "Builders A Ltd" });
    expect(store.get("procurement/evaluation/opcc.2017-13")).toMatchObject({
      winner: "Builders A Ltd",
      results: [{ total: "82.00" }, { total: "77.31" }, { total: "72.66" }],
    });
    expect(await rules("scores")).toEqual([]);
  });

  it("records a consensus with its originals, only of evaluators who declared interests", async () => {
    const bid = "procurement/bid/opcc.2017-13.a";
    const evaluator = "register/post/opcc.officer";
    const input = {
      bid,
      consensus: "23",
      rationale: "Sound",
      moderator: "register/post/opcc.chief",
    };
    await expect(call("moderate", input)).rejects.toMatchObject({
      code: "procurement/score-missing",
    });
    put("procurement/evaluator-score", {
      id: "s",
      tender,
      bid,
      criterion: "quality",
      evaluator,
      score: "22",
      given: now,
    } as never);
    await expect(call("moderate", input)).rejects.toMatchObject({
      code: "procurement/interest-not-declared",
    });
    expect(await rules("declarations")).toContain("procurement/interest-not-declared");
    put("procurement/interest-declaration", {
      id: "i",
      tender,
      evaluator,
      declared: now,
      conflict: false,
    } as never);
    await expect(call("moderate", { ...input, rationale: "" })).rejects.toMatchObject({
      code: "procurement/rationale-missing",
    });
    await call("moderate", input);
    expect(store.get(bid)).toMatchObject({ quality: "23" });
    expect(store.get("procurement/consensus/opcc.2017-13.a.quality")).toMatchObject({
      score: "23",
      originals: [{ evaluator, score: "22" }],
    });
    expect(store.get("procurement/evaluator-score/s")).toMatchObject({ consensusReached: now });
  });

  it("publish an award with its bids and evaluation at once, and refuse one against the ranking", async () => {
    const award = "procurement/award/opcc.2017-13";
    const held = exampleProcess.awards[0] as (typeof exampleProcess.awards)[number];
    const { published: _, rationale: __, ...unpublished } = held;
    put("procurement/award", {
      ...unpublished,
      supplier: "Builders B Ltd",
      bid: "procurement/bid/opcc.2017-13.b",
    } as never);
    await expect(call("publish-award", { award })).rejects.toMatchObject({
      code: "procurement/award-contradicts-ranking",
    });
    put("procurement/award", { ...unpublished, status: "pending" } as never);
    await call("publish-award", { award, published: "2017-05-22" });
    // No standstill is owed, so it is in force.
    expect(store.get(award)).toMatchObject({ published: "2017-05-22", status: "active" });
    expect(
      all("procurement/bid").map(({ outcome, awardPublished }) => [outcome, awardPublished]),
    ).toEqual([
      ["won", "2017-05-22"],
      ["lost", "2017-05-22"],
      ["lost", "2017-05-22"],
    ]);
    expect(store.get("procurement/evaluation/opcc.2017-13")).toMatchObject({
      awardPublished: "2017-05-22",
    });
  });
});

describe("publish-award refuses an award", () => {
  const award = "procurement/award/opcc.2017-13";
  const held = exampleProcess.awards[0] as (typeof exampleProcess.awards)[number];
  const { published: _, rationale: __, evaluation: ___, ...unpublished } = held;
  const winning = exampleProcess.bids.find(({ bidder }) => bidder === held.supplier);
  const publishing = async (changes: object, ofBid: object = {}) => {
    put("procurement/bid", { ...winning, ...ofBid } as never);
    put("procurement/award", { ...unpublished, ...changes } as never);
    await call("publish-award", { award });
  };

  beforeEach(() => {
    if (exampleProcess.tender !== undefined)
      put("procurement/tender", { ...exampleProcess.tender, id: "opcc.2017-13" } as never);
    for (const each of exampleProcess.bids) put("procurement/bid", each as never);
  });

  it.each([
    ["of a disqualified bidder", { status: "disqualified", statusReason: "Late" }],
    ["of a bidder who withdrew", { status: "withdrawn" }],
    ["of a bid that is not looked at yet", { status: "pending" }],
  ])("%s, whatever the rationale", async (_what, ofBid) => {
    await expect(publishing({ rationale: "Best." }, ofBid)).rejects.toMatchObject({
      code: "procurement/award-contradicts-bid",
    });
    expect(store.get(award)).not.toHaveProperty("published");
  });

  it("to somebody who did not bid, or by the bid of another", async () => {
    const { bid: _bid, ...withoutBid } = unpublished;
    put("procurement/award", {
      ...withoutBid,
      supplier: "Nobody Ltd",
      rationale: "Best.",
    } as never);
    await expect(call("publish-award", { award })).rejects.toMatchObject({
      code: "procurement/award-contradicts-bid",
    });
    await expect(
      publishing({
        supplier: "Nobody Ltd",
        rationale: "Best.",
        bid: `procurement/bid/${winning?.id}`,
      }),
    ).rejects.toMatchObject({ code: "procurement/award-contradicts-bid" });
  });

  it("that chooses between valid bids without an evaluation or a reason", async () => {
    await expect(publishing({})).rejects.toMatchObject({
      code: "procurement/award-contradicts-ranking",
    });
    await publishing({ rationale: "The only one that can start in March." });
    expect(store.get(award)).toHaveProperty("published");
  });

  it("of what is awarded already, unless it says why", async () => {
    const earlier = { ...unpublished, id: "opcc.2017-13.first", status: "active" };
    put("procurement/award", { ...earlier, published: "2017-05-01" } as never);
    const evaluation = { id: "e", tender: held.tender, winner: held.supplier, results: [] };
    put("procurement/evaluation", evaluation as never);
    const named = { evaluation: "procurement/evaluation/e" };
    await expect(publishing(named)).rejects.toMatchObject({ code: "procurement/already-awarded" });
    put("procurement/award", { ...earlier, published: "2017-05-01", status: "cancelled" } as never);
    await publishing(named);
  });
});

describe("operations over lines", () => {
  const lines = async (name: string, input: object, values: readonly unknown[]) => {
    const operation = declared.operations[name];
    const source = (async function* () {
      yield* values;
    })();
    const answered = await run<AsyncIterable<unknown>>(
      operation?.handler(operation.input.parse(input) as never, source) as never,
    );
    const all: unknown[] = [];
    for await (const each of answered) all.push(operation?.output.parse(each));
    return all;
  };

  it("merge a process a line and say in which line a fault lies", async () => {
    const one = { ocid: "ocds-213czf-1", id: "1", date: "2026-03-02T09:00:00Z", tag: ["tender"] };
    expect(await lines("merge", {}, [[one], [{ ...one, ocid: "ocds-213czf-2" }]])).toHaveLength(2);
    await expect(lines("merge", { strict: true }, [[one], [one, one]])).rejects.toMatchObject({
      code: "procurement/repeated-release-id",
      at: { row: 2 },
    });
    const schema = { properties: { list: { type: "array", wholeListMerge: true } } };
    const twice = [
      { ...one, list: [{ id: 1 }] },
      { ...one, list: [{ id: 2 }] },
    ];
    expect(await lines("merge", { schema }, [twice])).toMatchObject([{ list: [{ id: 2 }] }]);
  });

  it("raise flags and read releases into records", async () => {
    const found = await lines("flags", {}, [
      { ocid: "o", tender: { procurementMethod: "open", numberOfTenderers: 1 } },
    ]);
    expect(found).toMatchObject([{ rule: "procurement/r018", about: "o" }]);
    await expect(lines("flags", {}, [[1]])).rejects.toMatchObject({
      code: "procurement/not-a-release",
    });
  });
});

describe("reports", () => {
  const input = { tender };

  it("show the score sheet of the paper and what its award depends on", async () => {
    const sheet = await report("score-sheet", input);
    expect(JSON.stringify(sheet)).toContain("77.31");
    const sensitivity = await report("sensitivity-sheet", input);
    expect(sensitivity.summary).toContain("price-per-quality-point");
  });

  it("show no scores to the public where a bid is not public", async () => {
    clearance = "public";
    expect(JSON.stringify(await report("score-sheet", input))).toContain("77.31");
    // What a public caller's Records would give when one bid is withheld.
    store.delete("procurement/bid/opcc.2017-13.c");
    const sheet = await report("score-sheet", input);
    expect(sheet.blocks).toMatchObject([{ type: "notice", id: "withheld" }]);
    expect(
      JSON.stringify(
        await report("award-recommendation", { award: "procurement/award/opcc.2017-13" }),
      ),
    ).not.toContain("77.31");
  });

  it("tell a losing bidder of its own bid and the winner's only", async () => {
    const summary = JSON.stringify(
      await report("assessment-summary", { ...input, bidder: "Builders B Ltd" }),
    );
    expect(summary).toContain("77.31");
    expect(summary).toContain("Builders A Ltd");
    expect(summary).not.toMatch(/Builders C Ltd|72\.66|50\.66|140093/);
    await expect(
      report("assessment-summary", { ...input, bidder: "Nobody" }),
    ).rejects.toMatchObject({ code: "procurement/unknown-bidder" });
  });

  it("recommend an award under the eight heads", async () => {
    const text = await report("award-recommendation", { award: "procurement/award/opcc.2017-13" });
    const table = text.blocks.find((block) => block.id === "implications-table");
    expect(table).toMatchObject({ rows: { length: 8 } });
    expect(JSON.stringify(text)).toContain("82.00");
  });

  it("list contracts from a floor, and those of unknown value", async () => {
    put("procurement/contract", {
      id: "unknown",
      title: "Unknown",
      body: "register/body/opcc",
      supplier: "X",
      status: "active",
    } as never);
    const rows = async (from: string) => {
      const { blocks } = await report("register", { from });
      const [table] = blocks;
      return table?.type === "table"
        ? table.rows.filter((row) => row.total !== true).map((row) => row.id)
        : [];
    };
    expect(await rows("10000")).toEqual(["opcc.2017-13", "unknown"]);
    expect(await rows("121229.01")).toEqual(["unknown"]);
  });
});

describe("checks", () => {
  it("find nothing wrong with the example", async () => {
    for (const name of ["scores", "awards", "money", "declarations", "low-prices"])
      expect(await rules(name)).toEqual([]);
  });

  it("find a score, a rank and a winner that do not follow from the bids", async () => {
    const [held] = exampleProcess.evaluations;
    const [first, second, third] = held?.results ?? [];
    put("procurement/evaluation", {
      ...held,
      winner: "Builders B Ltd",
      results: [{ ...first, rank: 2 }, { ...second, priceScore: "51.30", rank: 1 }, third],
    } as never);
    expect((await rules("scores")).toSorted()).toEqual([
      "procurement/rank-differs",
      "procurement/rank-differs",
      "procurement/score-differs",
      "procurement/winner-differs",
    ]);
    expect(await rules("awards")).toEqual(["procurement/award-not-first"]);
  });

  it("find values above ceilings and savings that are none", async () => {
    // Decision 18/17: £30,317.00 before, £24,323.70 now, ceiling £25,000, saving £5,993.30.
    const contract = {
      id: "opcc.2017-18",
      title: "E-learning",
      body: "register/body/opcc",
      supplier: "Example Learning Ltd",
      status: "active",
      value: { amount: "24323.70", currency: "GBP" },
      previous: { value: { amount: "30317.00", currency: "GBP" } },
      saving: { amount: "5993.30", currency: "GBP" },
      savingPercent: "19.8",
      budgetCeiling: { amount: "25000.00", currency: "GBP" },
    };
    put("procurement/contract", contract as never);
    expect(await rules("money")).toEqual([]);
    put("procurement/contract", {
      ...contract,
      value: { amount: "25000.01", currency: "GBP" },
    } as never);
    expect(await rules("money")).toEqual([
      "procurement/over-budget",
      "procurement/saving-differs",
      "procurement/saving-differs",
    ]);
  });

  it("find dates out of order", async () => {
    const [award] = exampleProcess.awards;
    put("procurement/award", { ...award, decided: "2017-03-06" } as never);
    put("procurement/bid", {
      ...exampleProcess.bids[0],
      submitted: "2017-03-03T12:00:01Z",
    } as never);
    expect((await rules("dates")).toSorted()).toEqual([
      "procurement/late-bid",
      "procurement/signed-before-reported",
    ]);
  });

  it("find a method that was changed after opening", async () => {
    put("procurement/tender", {
      ...exampleProcess.tender,
      method: { ...exampleProcess.tender?.method, formula: "proportional" },
    } as never);
    expect(await rules("declarations")).toEqual(["procurement/declaration-changed"]);
  });

  it("tell of contracts that have ended and of gaps in open data", async () => {
    now = "2017-12-01T09:00:00Z";
    expect(await rules("clock")).toEqual(["procurement/contract-expired"]);
    const { signed: _, ...unsigned } = exampleProcess
      .contracts[0] as (typeof exampleProcess.contracts)[number];
    put("procurement/contract", unsigned as never);
    const [gap, ...others] = await findings("ocds-gaps");
    expect(others).toEqual([]);
    expect(gap).toMatchObject({
      rule: "procurement/ocds-gap",
      about: "procurement/contract",
      message: "Open contracting data of 1 record(s) will lack 'signed' of 1.",
      evidence: { signed: exampleProcess.contracts[0]?.id },
    });
  });
});

describe("exports", () => {
  const exported = async (name: string, input: object = {}) => {
    const found = declared.exports[name];
    return run<string>(found?.build(found.input.parse(input) as never) as never);
  };

  it("tell every process once, under its buyer", async () => {
    const { releases } = JSON.parse(await exported("ocds"));
    expect(releases).toHaveLength(1);
    expect(releases[0]).toMatchObject({
      ocid: "ocds-213czf-opcc.2017-13",
      tag: ["tender", "award", "contract"],
    });
    const { records: told } = JSON.parse(await exported("ocds-records"));
    expect(told).toMatchObject([{ compiledRelease: { tag: ["compiled"] } }]);
  });

  it("write scores as CSV, with nothing that a spreadsheet would run", async () => {
    const [held] = exampleProcess.evaluations;
    put("procurement/evaluation", {
      ...held,
      results: [{ ...held?.results[0], bidder: "=cmd" }],
    } as never);
    const text = await exported("scores");
    expect(text.split("\n")[0]).toBe(
      "evaluation,tender,formula,bidder,priceScore,qualityScore,total,rank",
    );
    expect(text).toContain("'=cmd");
  });
});
