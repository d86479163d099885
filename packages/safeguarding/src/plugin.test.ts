import {
  completeDocument,
  type Finding,
  finding,
  MoothallError,
  type PublicationClass,
  parseReference,
  project,
} from "@moothall/core";
import {
  Clock,
  type Decision,
  type Declarations,
  Records,
  type RecordsShape,
  type Resource,
} from "@moothall/core/plugin";
import type { Condition } from "@moothall/core/store";
import { parse } from "csv-parse/sync";
import * as Effect from "effect/Effect";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import plugin from "./plugin.ts";

const declared = plugin.declare(plugin.settings.parse({}) as never) as Required<Declarations>;

type Held = Record<string, unknown> & { id: string };

/** Records in memory, as a clearance sees them. */
class Memory {
  readonly held = new Map<string, Held>();

  put(kind: string, data: Held): void {
    const resource = declared.resources[kind.split("/")[1] as string];
    this.held.set(`${kind}/${data.id}`, (resource?.schema.parse(data) ?? data) as Held);
  }

  view(clearance: PublicationClass): RecordsShape {
    const see = (kind: string): Held[] => {
      // Kinds of other plugins, such as areas of the register, are not loaded here.
      const classify = declared.resources[kind.split("/")[1] as string]?.classify;
      return [...this.held].flatMap(([reference, data]) => {
        if (!reference.startsWith(`${kind}/`)) return [];
        const classes = classify?.(data as never) ?? { record: "public" as const };
        const seen = project(data, classes, clearance)?.document;
        return seen === undefined ? [] : [{ ...seen, record: { version: 1 } } as unknown as Held];
      });
    };
    const matches = (data: Held, where: readonly Condition[] = []) =>
      where.every(
        (condition) => condition.is === "equals" && data[condition.field] === condition.value,
      );
    const find = (reference: string) => {
      const { kind, id } = parseReference(reference);
      return kind.startsWith("safeguarding/")
        ? see(kind).find((each) => each.id === id)
        : undefined;
    };
    const shape = {
      find: (reference: string) => Effect.succeed(find(reference)),
      get: (reference: string) => {
        const found = find(reference);
        return found === undefined
          ? Effect.fail(new MoothallError({ code: "core/not-found", message: reference }))
          : Effect.succeed(found);
      },
      all: (kind: string, query?: { where?: readonly Condition[] }) =>
        Effect.succeed(see(kind).filter((each) => matches(each, query?.where))),
      list: (kind: string, query?: { where?: readonly Condition[] }) =>
        Effect.succeed({
          items: see(kind).filter((each) => matches(each, query?.where)),
          next: null,
        }),
      iterate: async function* (kind: string, query?: { where?: readonly Condition[] }) {
        yield* see(kind).filter((each) => matches(each, query?.where));
      },
    };
    return shape as unknown as RecordsShape;
  }
}

const examples = (): Memory => {
  const memory = new Memory();
  for (const [name, { example }] of Object.entries(declared.resources))
    memory.put(`safeguarding/${name}`, example as Held);
  return memory;
};

const run = <A>(
  effect: Effect.Effect<A, MoothallError, never>,
  memory: Memory,
  clearance: PublicationClass = "confidential",
): Promise<A> =>
  Effect.runPromise(
    (effect as Effect.Effect<A, MoothallError, Records | Clock>).pipe(
      Effect.provideService(Records, memory.view(clearance)),
      Effect.provideService(Clock, {
        now: () => "2017-05-22T09:00:00Z",
        today: () => "2017-05-22",
      }),
    ),
  );

const none = (async function* () {})();

/** Runs an operation, checks its output, and does what it decided. */
async function call(memory: Memory, name: string, input: object): Promise<unknown> {
  const operation = declared.operations[name];
  if (operation === undefined) throw new Error(name);
  const answered = await run(
    operation.handler(operation.input.parse(input) as never, none),
    memory,
  );
  if (operation.mode === "read") return operation.output.parse(answered);
  const { output, writes } = answered as Decision<unknown>;
  for (const write of writes)
    if (write.action === "put") memory.put(write.kind, structuredClone(write.data) as Held);
  return operation.output.parse(output);
}

const report = (id: string, value: string, more: object = {}) => ({
  id,
  indicator: "safeguarding/indicator/missing-children-reports",
  period: "FY2017",
  value,
  ...more,
});

describe("submit", () => {
  it.each([
    [report("a", "-1"), "negative-count"],
    [report("a", "1.5"), "fraction-of-a-person"],
    [report("a", "1", { area: "register/area/nowhere" }), "unknown-area"],
    [report("a", "1", { breakdown: "place=moon" }), "unknown-category"],
  ])("refuses %j and records nothing", async (wrong, code) => {
    const memory = examples();
    const before = memory.held.size;
    await expect(
      call(memory, "submit", { observations: [report("good", "5"), wrong] }),
    ).rejects.toMatchObject({
      code: `safeguarding/${code}`,
      at: { pointer: expect.stringMatching(/^\/observations\/1\//) },
    });
    expect(memory.held.size).toBe(before);
  });

  it("records what is sound", async () => {
    const memory = examples();
    expect(await call(memory, "submit", { observations: [report("a", "5")] })).toEqual({
      recorded: 1,
    });
    expect(memory.held.has("safeguarding/observation/a")).toBe(true);
  });
});

describe("revise", () => {
  it("keeps both vintages, and revises only the latest", async () => {
    const memory = examples();
    const observation = "missing-children-reports.fy2016.derbyshire";
    const revision = { observation, value: "1190", reason: "recorded late" };
    expect(await call(memory, "revise", revision)).toEqual({
      id: `${observation}.r2`,
      revises: `safeguarding/observation/${observation}`,
    });
    expect(memory.held.get(`safeguarding/observation/${observation}`)).toMatchObject({
      value: "1187",
    });
    await expect(call(memory, "revise", revision)).rejects.toMatchObject({
      code: "safeguarding/already-revised",
    });
    await expect(
      call(memory, "revise", { ...revision, observation: `${observation}.r2`, value: "-4" }),
    ).rejects.toMatchObject({ code: "safeguarding/negative-count" });
  });
});

describe("publish and compare on records", () => {
  const withFigures = () => {
    const memory = examples();
    memory.held.delete("safeguarding/published-table/missing-children-reports.2016");
    for (const [period, value] of [
      ["FY2014", "319"],
      ["FY2015", "345"],
    ] as const)
      memory.put(
        "safeguarding/observation",
        report(`care.${period.toLowerCase()}`, value, { period, breakdown: "place=social-care" }),
      );
    return memory;
  };
  const publication = {
    id: "care",
    title: "Missing from care",
    indicator: "missing-children-reports",
    rows: { by: "category", dimension: "place", keys: ["social-care"] },
    columns: { by: "period", keys: ["FY2014", "FY2015"] },
    policy: "office",
  };

  it("records a protected table that the public sees", async () => {
    const memory = withFigures();
    expect(await call(memory, "publish", publication)).toMatchObject({
      withheld: false,
      cells: [[319, 345]],
    });
    const seen = memory.view("public").all("safeguarding/published-table");
    expect(await Effect.runPromise(seen)).toMatchObject([{ id: "care", total: 664 }]);
  });

  it("refuses to compare across the break, and a public caller sees no figure", async () => {
    const memory = withFigures();
    const compare = { indicator: "missing-children-reports", breakdown: "place=social-care" };
    expect(
      await call(memory, "compare", { ...compare, from: "FY2014", to: "FY2015" }),
    ).toMatchObject({ change: "26", direction: "up" });
    memory.put(
      "safeguarding/observation",
      report("care.fy2017", "390", { period: "FY2017", breakdown: "place=social-care" }),
    );
    await expect(
      call(memory, "compare", { ...compare, from: "FY2015", to: "FY2017" }),
    ).rejects.toMatchObject({ code: "safeguarding/comparison-across-break" });
    const operation = declared.operations.compare;
    const input = operation?.input.parse({ ...compare, from: "FY2014", to: "FY2015" });
    await expect(
      run(operation?.handler(input as never, none) as never, memory, "public"),
    ).rejects.toMatchObject({ code: "safeguarding/value-missing" });
  });
});

describe("checks", () => {
  it("find by rules that each declares, and nothing wrong with the examples but what is so", async () => {
    const found: Finding[] = [];
    for (const check of Object.values(declared.checks)) {
      for (const each of await run(check.run(), examples())) {
        expect(() => finding().parse(each)).not.toThrow();
        expect(Object.keys(check.rules)).toContain(each.rule);
        found.push(each);
      }
    }
    // The example is of a year that holds the break; the example's areas are not in the register.
    expect(found.map(({ rule }) => rule).toSorted()).toEqual([
      "safeguarding/bad-figure",
      "safeguarding/claim-not-verifiable",
      "safeguarding/figure-astride-break",
    ]);
  });
});

describe("reports", () => {
  it.each(Object.keys(declared.reports))("%s is built from the examples", async (name) => {
    const { input, example, build } = declared.reports[name] as (typeof declared.reports)[string];
    for (const clearance of ["public", "confidential"] as const) {
      const document = completeDocument(
        await run(build(input.parse(example.input) as never), examples(), clearance),
      );
      expect(document.blocks.length).toBeGreaterThan(0);
      if (clearance === "public") expect(document.class).toBe("public");
    }
  });
});

describe("exports", () => {
  const build = async (name: string, input: object, clearance?: PublicationClass) => {
    const one = declared.exports[name] as (typeof declared.exports)[string];
    const body = await run(one.build(one.input.parse(input) as never), examples(), clearance);
    if (typeof body === "string" || body instanceof Uint8Array) return body;
    let text = "";
    for await (const part of body) text += part;
    return text;
  };

  it("writes tidy CSV whose columns are those of its metadata", async () => {
    const rows = parse(String(await build("tidy", {})), { columns: true }) as object[];
    expect(rows).toMatchObject([{ value: "1187", status: "A", start: "2016-04-01" }]);
    const metadata = JSON.parse(String(await build("csvw", {})));
    expect(metadata.tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(
      Object.keys(rows[0] as object),
    );
    expect(parse(String(await build("tidy", {}, "public")), { columns: true })).toEqual([]);
  });

  it("writes a workbook and a template that read back", async () => {
    const rows = await readXlsxFile(Buffer.from((await build("workbook", {})) as Uint8Array));
    expect(JSON.stringify(rows)).toContain("1187");
    const wanted = {
      indicators: ["missing-children-reports"],
      periods: ["FY2017-Q1", "@2017-06-30"],
      areas: ["derbyshire"],
    };
    const template = parse(String(await build("counts-template", wanted)), { columns: true });
    const { schema } = declared.resources.observation as Resource;
    expect(template).toHaveLength(4);
    for (const row of template as Record<string, string>[]) {
      const filled = { ...row, value: "7", status: ["A"] };
      const given = Object.fromEntries(Object.entries(filled).filter(([, each]) => each !== ""));
      expect(schema.parse({ ...given, definition: Number(row.definition) })).toMatchObject({
        value: "7",
      });
      expect(schema.safeParse({ ...given, definition: 1, value: null }).success).toBe(false);
    }
    const sheet = await readXlsxFile(
      Buffer.from((await build("counts-workbook", wanted)) as Uint8Array),
    );
    expect(JSON.stringify(sheet)).toContain("place=social-care");
  });
});
