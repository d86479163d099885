import {
  completeDocument,
  type Finding,
  finding,
  isReference,
  MoothallError,
  parseReference,
} from "@moothall/core";
import {
  Clock,
  type Declarations,
  Records,
  type RecordsShape,
  type StoredRecord,
} from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import { describe, expect, it } from "vitest";
import plugin from "./plugin.ts";

const declared: Required<
  Pick<Declarations, "resources" | "operations" | "checks" | "reports" | "exports">
> = plugin.declare(plugin.settings.parse({}) as never) as never;

/** The examples of all resources, as records; they refer to each other. */
const examples = new Map(
  Object.entries(declared.resources).map(([name, { schema, example }]) => [
    `register/${name}`,
    [schema.parse(example) as StoredRecord],
  ]),
);

const read = (kind: string) => (examples.get(kind) ?? []) as never;
const find = (reference: string) => {
  const { kind, id } = parseReference(reference);
  return examples.get(kind)?.find((each) => each.id === id);
};
const records = {
  all: (kind) => Effect.succeed(read(kind)),
  find: (reference) => Effect.succeed(find(reference) as never),
  get: (reference) => {
    const found = find(reference);
    return found === undefined
      ? Effect.fail(
          new MoothallError({ code: "core/not-found", message: `There is no '${reference}'.` }),
        )
      : Effect.succeed(found as never);
  },
} as Pick<RecordsShape, "all" | "find" | "get"> as RecordsShape;

const run = <A>(effect: Effect.Effect<A, MoothallError, never>): Promise<A> =>
  Effect.runPromise(
    (effect as Effect.Effect<A, MoothallError, Records | Clock>).pipe(
      Effect.provideService(Records, records),
      Effect.provideService(Clock, {
        now: () => "2017-05-22T09:00:00Z",
        today: () => "2017-05-22",
      }),
    ),
  );

const none = (async function* () {})();
const call = async (name: string, input: object): Promise<unknown> => {
  const operation = declared.operations[name];
  if (operation === undefined) throw new Error(name);
  const output = await run(operation.handler(operation.input.parse(input) as never, none));
  return operation.output.parse(output);
};

describe("the register plugin", () => {
  it("has an example of every resource that its schema takes, with its fields", () => {
    expect([...examples.keys()]).toEqual([
      "register/body",
      "register/post",
      "register/person",
      "register/office-holding",
      "register/area",
      "register/plan",
      "register/objective",
    ]);
  });

  it("reads an identifier", async () => {
    expect(await call("parse-identifier", { identifier: "GB-LAE-DBY" })).toEqual({
      list: "GB-LAE",
      code: "DBY",
      name: "Local authorities for England register",
    });
    await expect(call("parse-identifier", { identifier: "GB-COH-1" })).rejects.toMatchObject({
      code: "register/bad-identifier",
    });
  });

  it("answers the areas of a day, and those of one area", async () => {
    const row = { id: "chesterfield", name: "Chesterfield", kind: "district", code: "E07000034" };
    expect(await call("area-tree", {})).toEqual({
      date: "2017-05-22",
      above: [],
      areas: [{ ...row, depth: 0 }],
    });
    expect(await call("area-tree", { area: "chesterfield", date: "1974-03-31" })).toEqual({
      date: "1974-03-31",
      above: [],
      areas: [],
    });
    await expect(call("area-tree", { area: "nowhere" })).rejects.toMatchObject({
      code: "core/not-found",
    });
  });

  it("answers the successors of a body", async () => {
    expect(await call("successors", { body: "derbyshire-county-council" })).toEqual({
      successors: [],
    });
    await expect(call("successors", { body: "nowhere" })).rejects.toMatchObject({
      code: "core/not-found",
    });
  });

  it("finds what contradicts, by rules that each check declares", async () => {
    const found: Finding[] = [];
    for (const { run: check, rules } of Object.values(declared.checks)) {
      for (const each of await run(check())) {
        expect(() => finding().parse(each)).not.toThrow();
        expect(Object.keys(rules)).toContain(each.rule);
        expect(isReference(each.about)).toBe(true);
        found.push(each);
      }
    }
    // The examples' parent area, commissioner's office and earlier objectives are not among them.
    expect(found.map(({ rule }) => rule).toSorted()).toEqual([
      "register/area-parent-missing",
      "register/objective-number-missing",
      "register/post-without-body",
    ]);
  });

  it("builds its reports and its export from the examples", async () => {
    for (const { input, example, build } of Object.values(declared.reports)) {
      const document = completeDocument(await run(build(input.parse(example.input) as never)));
      expect(document.blocks.length).toBeGreaterThan(0);
    }
    const { popolo } = declared.exports;
    expect(JSON.parse((await run(popolo?.build({} as never) as never)) as string)).toMatchObject({
      organizations: [{ id: "derbyshire-county-council" }],
      memberships: [{ person_id: "a-commissioner" }],
    });
  });
});
