import {
  completeDocument,
  type Finding,
  finding,
  isMoothallError,
  MoothallError,
  project,
  type ReportDocumentInput,
  tableOf,
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
import plugin from "./plugin.ts";

const declared = plugin.declare(
  plugin.settings.parse({ prefix: "360G-example", publisher: "A Commissioner" }) as never,
) as Required<Declarations>;

describe("the plugin", () => {
  for (const { name, hold } of pluginContract(plugin)) it(name, hold);
});

let store: Map<string, StoredRecord>;
let caller: string;
let today: string;

/** As a host does: what the store says of a record is not part of it. */
const put = (
  kind: string,
  { record: _, ...data }: { readonly id: string; readonly record?: unknown },
) => {
  const schema = declared.resources[kind.split("/")[1] as string]?.schema;
  const record = schema?.parse(data) as { id: string };
  const version = (store.get(`${kind}/${record.id}`)?.record.version ?? 0) + 1;
  store.set(`${kind}/${record.id}`, {
    ...record,
    record: { version, created: "2024-01-01T00:00:00.000Z", modified: "2024-07-02T10:00:00.000Z" },
  });
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
  iterate: (kind, query) =>
    (async function* () {
      yield* all(kind, query?.where as never) as never[];
    })(),
  find: (reference) => Effect.sync(() => store.get(reference) as never),
  get: (reference) =>
    Effect.suspend(() =>
      store.has(reference)
        ? Effect.succeed(store.get(reference) as never)
        : Effect.fail(new MoothallError({ code: "core/not-found", message: reference })),
    ),
} as Pick<RecordsShape, "all" | "find" | "get" | "iterate"> as RecordsShape;

const run = <A>(effect: unknown): Promise<A> =>
  Effect.runPromise(
    (effect as Effect.Effect<A, MoothallError, Records | Clock | Caller>).pipe(
      Effect.provideService(Records, records),
      Effect.provideService(Clock, { now: () => `${today}T09:00:00.000Z`, today: () => today }),
      Effect.provideService(Caller, {
        id: caller,
        clearance: "restricted",
        bodies: ["*"],
        may: () => true,
      }),
    ),
  );

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const decide = async (
  name: string,
  input: object,
  file = "",
): Promise<Decision<Record<string, unknown>>> => {
  const operation = declared.operations[name];
  if (operation === undefined) throw new Error(name);
  const answer = await run<Decision<Record<string, unknown>>>(
    operation.handler(operation.input.parse(input) as never, bytesOf(file)),
  );
  const output = operation.output.parse(
    operation.mode === "write" ? answer.output : answer,
  ) as Record<string, unknown>;
  return operation.mode === "write" ? { ...answer, output } : { output, writes: [] };
};

/** Commits as a store does: versions and sums that were relied on must still be so. */
const commit = ({ writes, unchanged = [], totals = [] }: Decision<unknown>) => {
  const stale = () => new MoothallError({ code: "core/stale", message: "stale" });
  const version = (kind: string, id: string) =>
    store.get(`${kind}/${id}`)?.record.version ?? "absent";
  for (const { kind, id, expect: wanted } of unchanged)
    if (version(kind, id) !== wanted) throw stale();
  for (const { kind, where, sum, equals } of totals) {
    const pence = all(kind, where as never).reduce(
      (total, each) => total + Math.round(Number(each[sum ?? ""] ?? 0) * 100),
      0,
    );
    if (pence !== Math.round(Number(equals) * 100)) throw stale();
  }
  for (const write of writes) {
    if (write.action !== "put") throw new Error(write.action);
    if (write.expect !== undefined && write.expect !== version(write.kind, write.data.id))
      throw stale();
  }
  for (const write of writes as Extract<DecidedWrite, { action: "put" }>[])
    put(write.kind, write.data);
};

const call = async (name: string, input: object, file = "") => {
  const decision = await decide(name, input, file);
  commit(decision);
  return decision.output;
};

const codeOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return isMoothallError(error) ? error.code : error;
};

const report = async (name: string, input: object) => {
  const found = declared.reports[name];
  return completeDocument(
    await run<ReportDocumentInput>(found?.build(found.input.parse(input) as never)),
  );
};

const findings = async (name: string): Promise<Finding[]> => {
  const found = [...(await run<Iterable<Finding>>(declared.checks[name]?.run()))];
  for (const each of found) {
    finding().parse(each);
    expect(Object.keys(declared.checks[name]?.rules ?? {})).toContain(each.rule);
  }
  return found;
};
const rules = async (name: string) => (await findings(name)).map((each) => each.rule);

const textOf = async (name: string, input: object): Promise<string> => {
  const made = await run<AsyncIterable<string>>(declared.exports[name]?.build(input as never));
  let text = "";
  for await (const piece of made) text += piece;
  return text;
};

const body = "register/body/opcc";
const round = "funding/round/opcc.2024-1";
const apply = (id: string, asked: string, more: object = {}) => ({
  id,
  round,
  applicant: {
    name: `Association ${id}`,
    kind: "voluntary",
    identifier: `GB-CHC-10000${id.length}${id.charCodeAt(0) % 10}`,
  },
  title: `Project ${id}`,
  purpose: "Sessions on Friday evenings",
  asked,
  received: "2024-05-20T10:00:00Z",
  objectives: ["register/objective/opcc.2024.1"],
  lines: [{ id: "1", title: "Sessions", category: "activities", amount: asked }],
  ...more,
});

beforeEach(() => {
  store = new Map();
  caller = "officer-1";
  today = "2024-07-01";
  put("funding/fund", {
    id: "opcc.csf",
    title: "Fund",
    body,
    source: "police-grant",
    legalPower: "prsra-2011-s9",
    years: [{ year: "FY2024", budget: "10000" }],
  } as never);
  put("funding/scheme", {
    id: "opcc.small",
    title: "Small grants",
    body,
    fund: "funding/fund/opcc.csf",
    maximum: "2500",
    ceilings: [{ year: "FY2024", amount: "7500" }],
    criteria: [{ id: "cctv", rule: "excludes", category: "cctv" }],
  } as never);
  put("funding/round", {
    id: "opcc.2024-1",
    title: "First round",
    body,
    scheme: "funding/scheme/opcc.small",
    year: "FY2024",
    closes: "2024-06-01",
    ceiling: "5000",
    months: 12,
    criteria: [],
  } as never);
  put("funding/application", apply("a", "2500", { agreedScore: "9" }) as never);
  put("funding/application", apply("b", "2400.01", { agreedScore: "8" }) as never);
  put("funding/application", apply("c", "99.99", { agreedScore: "7" }) as never);
  put(
    "funding/application",
    apply("d", "100", {
      agreedScore: "10",
      lines: [{ id: "1", title: "Camera", category: "cctv", amount: "100" }],
    }) as never,
  );
});

describe("convert-360giving", () => {
  it("fails before it writes anything when the file holds no grants", async () => {
    expect(await codeOf(decide("convert-360giving", {}, ""))).toBe("funding/not-a-grants-file");
  });
});

describe("award-round", () => {
  it("awards down to the ceiling, refuses with reasons, and writes both", async () => {
    const output = await call("award-round", { round: "opcc.2024-1" });
    expect(output).toMatchObject({
      awards: [
        { application: "a", amount: "2500.00" },
        { application: "b", amount: "2400.01" },
        { application: "c", amount: "99.99" },
      ],
      refused: [{ application: "d", reason: "£100.00 is asked for cctv, which is excluded." }],
      held: [],
      cut: null,
    });
    expect(store.get("funding/award/a")).toMatchObject({
      current: "2500.00",
      kind: "crime-and-disorder-reduction-grant",
      legalPower: "prsra-2011-s9",
      ends: "2025-06-30",
      awarded: today,
    });
    expect(store.get("funding/application/d")).toMatchObject({ status: "refused", decided: today });
    expect(await call("award-round", { round: "opcc.2024-1" })).toMatchObject({ awards: [] });
  });

  it("lets of two officers at once only one be right, to the penny", async () => {
    put("funding/application", apply("e", "2500", { agreedScore: "6" }) as never);
    const one = await decide("award-round", { round: "opcc.2024-1", applications: ["a", "b"] });
    const other = await decide("award-round", { round: "opcc.2024-1", applications: ["e"] });
    expect(one.output.awards).toHaveLength(2);
    expect(other.output.awards).toHaveLength(1);
    commit(one);
    expect(await codeOf((async () => commit(other))())).toBe("core/stale");
    expect(await call("award-round", { round: "opcc.2024-1", applications: ["e"] })).toMatchObject({
      awards: [],
      cut: { rank: 1, ceiling: "round" },
    });
    expect(await rules("ceilings")).toEqual([]);
  });

  it("notices a ceiling that was lowered meanwhile", async () => {
    const decision = await decide("award-round", { round: "opcc.2024-1" });
    const { record: _, ...held } = store.get(round) as StoredRecord<{ ceiling: string }>;
    put("funding/round", { ...held, ceiling: "10" } as never);
    expect(await codeOf((async () => commit(decision))())).toBe("core/stale");
  });

  it("previews without writing, waits for the round to close, and knows its applications", async () => {
    const preview = await decide("award-round", { round: "opcc.2024-1", preview: true });
    expect(preview.writes).toEqual([]);
    today = "2024-06-01";
    expect(await codeOf(call("award-round", { round: "opcc.2024-1" }))).toBe(
      "funding/round-still-open",
    );
    today = "2024-07-01";
    expect(await codeOf(call("award-round", { round: "opcc.2024-1", applications: ["z"] }))).toBe(
      "funding/unknown-application",
    );
  });

  it("holds what it assesses by scheme and round together", async () => {
    expect(await call("assess", { application: "d" })).toMatchObject({ eligible: false });
    expect(await call("assess", { application: "a" })).toMatchObject({ eligible: true });
  });
});

describe("the course of an award", () => {
  const at = "funding/award/a";
  beforeEach(async () => {
    await call("award-round", { round: "opcc.2024-1", applications: ["a"] });
    put("funding/condition", {
      id: "a.signed",
      award: at,
      text: "The agreement is signed.",
      predicate: { rule: "agreement-signed" },
    } as never);
    put("funding/payment-schedule", {
      id: "a",
      award: at,
      instalments: [
        { id: "1", due: "2024-08-01", amount: "1250", gates: ["funding/condition/a.signed"] },
        { id: "2", due: "2025-01-01", amount: "1250" },
      ],
    } as never);
  });

  it("opens a payment only when its gates pass and a second person comes", async () => {
    expect(await call("release", { schedule: "a", instalment: "1" })).toMatchObject({
      state: "blocked",
      gates: [{ open: false }],
    });
    put("funding/agreement", { id: "a", award: at, signed: "2024-06-30" } as never);
    expect(await call("release", { schedule: "a", instalment: "1" })).toMatchObject({
      state: "prepared",
    });
    expect(await codeOf(call("release", { schedule: "a", instalment: "1" }))).toBe(
      "funding/second-person-needed",
    );
    caller = "officer-2";
    expect(await call("release", { schedule: "a", instalment: "1" })).toMatchObject({
      state: "released",
      payment: { preparedBy: "officer-1", releasedBy: "officer-2" },
    });
  });

  it("does not let two prepare the same payment, nor payments join to exceed the award", async () => {
    put("funding/agreement", { id: "a", award: at, signed: "2024-06-30" } as never);
    const one = await decide("release", { schedule: "a", instalment: "1" });
    const other = await decide("release", { schedule: "a", instalment: "2" });
    commit(one);
    expect(await codeOf((async () => commit(other))())).toBe("core/stale");
  });

  it("varies within the ceilings and above what is released", async () => {
    expect(
      await codeOf(call("vary", { award: "a", id: "1", change: "2500.01", reason: "r" })),
    ).toBe("funding/ceiling-reached");
    expect(await call("vary", { award: "a", id: "1", change: "-1000", reason: "r" })).toMatchObject(
      { current: "1500.00" },
    );
    expect(await rules("ledger")).toEqual(["funding/schedule-is-not-award"]);
    put("funding/payment", {
      id: "a.1",
      award: at,
      amount: "1250",
      status: "paid",
      released: "1250",
      paid: "1250",
      paidOn: "2024-08-02",
    } as never);
    expect(
      await codeOf(call("vary", { award: "a", id: "2", change: "-250.01", reason: "r" })),
    ).toBe("funding/below-released");
  });

  it("computes what has to come back, and does not guess while returns are open", async () => {
    put("funding/payment", {
      id: "a.1",
      award: at,
      amount: "1250",
      status: "paid",
      released: "1250",
      paid: "1250",
      paidOn: "2024-08-02",
    } as never);
    put("funding/monitoring-return", {
      id: "a.1",
      award: at,
      period: "2024-08",
      due: "2024-09-01",
    } as never);
    expect(await call("claw-back", { award: "a" })).toMatchObject({
      due: null,
      accepted: null,
      open: ["funding/monitoring-return/a.1"],
    });
    put("funding/monitoring-return", {
      id: "a.1",
      award: at,
      period: "2024-08",
      due: "2024-09-01",
      received: "2024-08-30",
      accepted: { date: "2024-09-02", eligible: "1000.10" },
    } as never);
    expect(await call("claw-back", { award: "a" })).toMatchObject({
      due: "249.90",
      paid: "1250.00",
      open: [],
    });
  });

  it("finds what is late, early and missing", async () => {
    put("funding/agreement", { id: "a", award: at, signed: "2024-08-03" } as never);
    put("funding/payment", {
      id: "a.1",
      award: at,
      amount: "1250",
      status: "paid",
      released: "1250",
      paid: "1250",
      paidOn: "2024-08-02",
    } as never);
    put("funding/monitoring-return", {
      id: "a.1",
      award: at,
      period: "2024-08",
      due: "2024-09-01",
    } as never);
    today = "2024-09-02";
    expect((await rules("course")).toSorted()).toEqual([
      "funding/paid-before-agreement",
      "funding/return-overdue",
    ]);
    expect((await rules("law")).toSorted()).toEqual([
      "funding/no-conditions",
      "funding/no-reason",
      "funding/not-published",
    ]);
    today = "2024-08-31";
    expect(await rules("law")).not.toContain("funding/not-published");
  });
});

describe("reports and exports", () => {
  beforeEach(async () => {
    await call("award-round", { round: "opcc.2024-1" });
    put("funding/payment-schedule", {
      id: "a",
      award: "funding/award/a",
      instalments: [{ id: "1", due: "2024-08-01", amount: "2500" }],
    } as never);
  });
  const total = async (name: string, input: object, table: string) =>
    tableOf(await report(name, input), table)
      ?.rows.find((each) => each.total === true)
      ?.cells.at(-1)?.text;

  it("show one total everywhere", async () => {
    const sum = "£5,000.00";
    expect(await total("round-summary", { round: "opcc.2024-1" }, "awards")).toBe(sum);
    expect(
      tableOf(await report("grants-register", {}), "grants")?.rows.at(-1)?.cells[5]?.text,
    ).toBe(sum);
    expect(await total("publication-pack", { period: "2024-07" }, "grants")).toBe(sum);
    expect(await total("transparency-code", { year: "FY2024" }, "grants")).toBe(sum);
    expect(await total("fund-position", { fund: "opcc.csf" }, "position")).toBe(sum);
    expect(await call("reconcile", { round: "opcc.2024-1" })).toMatchObject({
      equal: true,
      figures: [{ where: "ledger", count: 3, amount: "5000.00" }, {}, {}, {}],
    });
    const json = JSON.parse(await textOf("360giving", {})) as {
      version: string;
      grants: { amountAwarded: number }[];
    };
    expect(json).toMatchObject({ version: "1.4", publisher: { name: "A Commissioner" } });
    expect(json.grants.reduce((all, each) => all + each.amountAwarded, 0)).toBeCloseTo(5000, 6);
    expect((await textOf("360giving-csv", {})).split("\r\n")).toHaveLength(5);
  });

  it("say what is refused and why, what is still to be paid, and what was reached", async () => {
    const refused = tableOf(await report("round-summary", { round: "opcc.2024-1" }), "refused");
    expect(refused?.rows.map((each) => each.cells[2]?.text)).toEqual([
      "£100.00 is asked for cctv, which is excluded.",
    ]);
    expect(await total("payment-forecast", {}, "months")).toBe("£2,500.00");
    const award = store.get("funding/award/a") as StoredRecord;
    const { record: _, ...data } = award;
    put("funding/award", {
      ...data,
      outcomes: [{ id: "attend", text: "Young people attend", target: "30" }],
    } as never);
    put("funding/monitoring-return", {
      id: "r",
      award: "funding/award/a",
      period: "2024-08",
      due: "2024-09-01",
      received: "2024-08-30",
      accepted: { date: "2024-09-02", eligible: "1" },
      outcomes: [{ id: "attend", achieved: "31" }],
    } as never);
    const rows = tableOf(await report("outcomes", {}), "outcomes")?.rows;
    expect(rows?.map((each) => [each.cells[4]?.text, each.cells[5]?.text])).toEqual([
      ["31", "Reached"],
    ]);
  });
});

describe("classes", () => {
  const seen = (kind: string, data: object, clearance: "public" | "restricted") => {
    const resource = declared.resources[kind];
    const record = resource?.schema.parse(data) as Record<string, unknown>;
    return project(record, resource?.classify?.(record as never) ?? { record: "public" }, clearance)
      ?.document;
  };

  it("keep individuals, refuges and judgements from the public", () => {
    const application = apply("a", "1", {
      applicant: { name: "Somebody Real", kind: "individual" },
      conflicts: [{ post: "Officer", nature: "x", handled: "open" }],
    });
    expect(seen("application", application, "public")).toBeUndefined();
    expect(seen("application", application, "restricted")).not.toHaveProperty("applicant.name");
    const awarded = seen(
      "application",
      { ...application, status: "awarded", agreedScore: "1" },
      "public",
    );
    expect(JSON.stringify(awarded)).not.toMatch(/Somebody|agreedScore|conflicts/);
    const refuge = {
      id: "x",
      body,
      recipient: { name: "Refuge", postalCode: "DE5 3QE" },
      title: "t",
      amount: "1",
      current: "1",
      year: "FY2024",
      awarded: "2024-07-01",
      sensitivity: "refuge",
      location: { name: "Ripley" },
    };
    expect(JSON.stringify(seen("award", refuge, "public"))).not.toMatch(/DE5|Ripley/);
    expect(
      seen(
        "payment",
        { id: "p", award: "funding/award/x", amount: "1", status: "prepared", preparedBy: "o" },
        "public",
      ),
    ).toBeUndefined();
  });

  it("keeps the name of an individual in the award, where only the narrowest class reads it", async () => {
    put(
      "funding/application",
      apply("i", "1", {
        agreedScore: "9",
        applicant: { name: "Somebody Real", kind: "individual" },
      }) as never,
    );
    await call("award-round", { round: "opcc.2024-1", applications: ["i"] });
    expect(store.get("funding/award/i")).toMatchObject({ recipient: { name: "Somebody Real" } });
    expect(declared.operations["award-round"]?.readsAt).toBe("confidential");
  });

  it("finds private data in what the public sees, and only there", async () => {
    const text = "Ring 01629 580000";
    put("funding/award", {
      id: "x",
      body,
      recipient: { name: "Hall", contact: text },
      title: "t",
      purpose: text,
      amount: "1",
      current: "1",
      year: "FY2024",
      awarded: "2024-07-01",
    } as never);
    expect((await findings("private-data")).map((each) => each.at?.pointer)).toEqual(["/purpose"]);
  });
});

describe("import-360giving", () => {
  const titles =
    "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name";
  const line = (id: string, amount: string) =>
    `360G-Example-${id},Evenings,On Fridays,GBP,${amount},2024-02-13,GB-CHC-1000000,Hall,GB-LAE-DBY,County`;

  it("takes all grants over, or none, with the cell of every fault", async () => {
    expect(await call("import-360giving", { body }, `${titles}\n${line("1", "1000.5")}\n`)).toEqual(
      { imported: 1 },
    );
    expect(store.get("funding/award/360g-example-1")).toMatchObject({
      current: "1000.5",
      year: "FY2023",
      recipient: { identifier: "GB-CHC-1000000" },
    });
    const bad = `${titles}\n${line("2", "5")}\n${line("3", "(500)")}\n${line("2", "7")}\n`;
    const error = await call("import-360giving", { body }, bad).catch((cause: unknown) => cause);
    expect(
      isMoothallError(error) &&
        error.findings?.map((each) => [each.rule, each.at?.row, each.at?.column]),
    ).toEqual([
      ["funding/360-amount-form", 3, "Amount Awarded"],
      ["funding/360-type", 3, "Amount Awarded"],
      ["funding/360-id-twice", 4, "Identifier"],
    ]);
    expect(store.has("funding/award/360g-example-2")).toBe(false);
    expect(
      await call(
        "import-360giving",
        { body, repair: true },
        `${titles}\n${line("4", '"£1,000.50"')}\n`,
      ),
    ).toEqual({ imported: 1 });
  });
});
