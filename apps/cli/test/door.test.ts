import {
  type Classification,
  identifier,
  nonNegativeDecimal,
  record,
  reference,
} from "@moothall/core";
import {
  Caller,
  classified,
  decision,
  definePlugin,
  operation,
  Records,
  resource,
} from "@moothall/core/plugin";
import { createHost, type Host, loadPlugin, localCaller, type Reply } from "@moothall/host";
import { openSqlite } from "@moothall/records-sqlite";
import * as Effect from "effect/Effect";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";

// A purse of 100 and the sums paid out of it; the payee is restricted, its bank account confidential.
const payment = record({
  purse: z.string(),
  amount: nonNegativeDecimal(),
  payee: z.string().optional(),
  account: z.strictObject({ number: z.string(), bank: z.string().optional() }).optional(),
  secret: z.boolean().optional(),
  after: reference("purse/payment").optional(),
});
type Payment = z.output<typeof payment>;

const purse = definePlugin({
  name: "purse",
  summary: "A plugin for a test.",
  settings: z.strictObject({}),
  declare: () => ({
    resources: {
      payment: resource({
        summary: "A payment.",
        schema: payment,
        fields: { purse: { type: "text" }, amount: { type: "decimal" } },
        withholds: ["/payee", "/account", "/account/number"],
        classify: ({ secret }): Classification => ({
          record: secret ? "restricted" : "public",
          paths: { "/payee": "restricted", "/account/number": "confidential" },
        }),
        example: { id: "p-1", purse: "main", amount: "1.00" },
      }),
    },
    operations: {
      pay: operation({
        summary: "Pays out of the purse while there is money.",
        input: z.strictObject({ id: identifier(), amount: nonNegativeDecimal() }),
        output: z.strictObject({ paid: z.string() }),
        mode: "write",
        permission: "pay",
        needs: [Records],
        example: { input: { id: "p-1", amount: "1.00" } },
        handler: ({ id, amount }) =>
          Effect.gen(function* () {
            const records = yield* Records;
            const where = [{ field: "purse", is: "equals", value: "main" }] as const;
            const [row] = yield* records.aggregate("purse/payment", { where, sum: ["amount"] });
            const paid = row?.sum.amount ?? "0";
            // Let the other decision read the same sum.
            yield* Effect.yieldNow;
            const left = 100 - Number(paid);
            if (Number(amount) > left) return decision({ output: { paid: "0.00" }, writes: [] });
            return decision({
              output: { paid: amount },
              writes: [
                {
                  action: "put",
                  kind: "purse/payment",
                  data: { id, purse: "main", amount },
                  expect: "absent",
                },
              ],
              totals: [{ kind: "purse/payment", where, sum: "amount", equals: paid }],
            });
          }),
      }),
      payees: operation({
        summary: "Counts payees, and names them to those who may know.",
        input: z.strictObject({}),
        output: z.strictObject({
          count: classified(z.int(), "public"),
          names: classified(z.array(z.string()), "restricted"),
        }),
        mode: "read",
        readsAt: "confidential",
        needs: [Records, Caller],
        example: { input: {} },
        handler: () =>
          Effect.gen(function* () {
            const records = yield* Records;
            const all = yield* records.all<Payment>("purse/payment");
            const names = all.flatMap(({ payee }) => payee ?? []);
            return { count: names.length, names };
          }),
      }),
    },
  }),
});

const leaking = definePlugin({
  name: "leaking",
  summary: "A plugin for a test.",
  settings: z.strictObject({}),
  declare: () => ({
    operations: {
      tell: operation({
        summary: "Tells all.",
        input: z.strictObject({}),
        output: z.strictObject({ names: z.array(z.string()) }),
        mode: "read",
        readsAt: "confidential",
        needs: [],
        example: { input: {} },
        handler: () => Effect.succeed({ names: [] }),
      }),
    },
  }),
});

const counting = definePlugin({
  name: "counting",
  summary: "A plugin for a test.",
  settings: z.strictObject({}),
  declare: () => ({
    operations: {
      count: operation({
        summary: "Shows counts as they are.",
        input: z.strictObject({}),
        output: z.strictObject({ cells: classified(z.array(z.array(z.int())), "public") }),
        mode: "read",
        readsAt: "confidential",
        needs: [],
        example: { input: {} },
        handler: () => Effect.succeed({ cells: [[1]] }),
      }),
    },
  }),
});

const load = (plugin: unknown, from: string) =>
  loadPlugin(
    { from, settings: {} },
    [{ name: from, summary: "", from, load: async () => ({ default: plugin }) }],
    undefined,
  );

let host: Host;
beforeEach(async () => {
  const plugins = [await load(purse, "purse")];
  host = createHost({ plugins, openStore: () => openSqlite({ path: ":memory:" }) });
});
afterEach(() => host.close());

const as = (clearance: "public" | "restricted" | "confidential") => localCaller(clearance);
const act = (name: string, call: Parameters<Host["invoke"]>[1]): Promise<Reply> => {
  const action = host.find(name, call.caller.clearance);
  if (action === undefined) throw new Error(`no action ${name}`);
  return host.invoke(action, call);
};
const body = (reply: Reply): Record<string, unknown> =>
  reply.type === "record" ? JSON.parse(reply.record.text) : {};
const whole = {
  id: "p-1",
  purse: "main",
  amount: "10.00",
  payee: "Alpha",
  account: { number: "12345678", bank: "Bravo" },
};
const create = (data: unknown = whole) =>
  act("purse/payment/create", { caller: as("confidential"), body: data });
const get = async (clearance: "public" | "restricted" | "confidential", id = "p-1") =>
  body(await act("purse/payment/get", { caller: as(clearance), id }));

describe("the one door", () => {
  test("shows each clearance its own part of a record", async () => {
    await create();
    expect(await get("public")).toMatchObject({ id: "p-1", account: { bank: "Bravo" } });
    expect(JSON.stringify(await get("public"))).not.toMatch(/Alpha|12345678/);
    expect(JSON.stringify(await get("restricted"))).toMatch(/Alpha/);
    expect(JSON.stringify(await get("restricted"))).not.toMatch(/12345678/);
    expect(await get("confidential")).toMatchObject(whole);
  });

  test("keeps what the caller could not see when it is replaced or patched", async () => {
    await create();
    await act("purse/payment/replace", {
      caller: as("public"),
      id: "p-1",
      body: { id: "p-1", purse: "main", amount: "11.00", account: { bank: "Charlie" } },
      version: 1,
    });
    expect(await get("confidential")).toMatchObject({
      amount: "11.00",
      payee: "Alpha",
      account: { number: "12345678", bank: "Charlie" },
    });
    await act("purse/payment/patch", {
      caller: as("restricted"),
      id: "p-1",
      body: { payee: "Delta" },
    });
    expect(await get("confidential")).toMatchObject({
      payee: "Delta",
      account: { number: "12345678" },
    });
  });

  test("a change that the public cannot see moves neither version nor time for them", async () => {
    await create();
    const before = await get("public");
    await act("purse/payment/patch", {
      caller: as("confidential"),
      id: "p-1",
      body: { account: { number: "99999999" } },
    });
    expect(await get("public")).toEqual(before);
    expect((await get("confidential")).record).toMatchObject({ version: 2 });
  });

  test("refuses to write above the caller's clearance, whole or in part, and says nothing of the value", async () => {
    await expect(
      act("purse/payment/create", { caller: as("public"), body: whole }),
    ).rejects.toMatchObject({
      code: "core/not-permitted",
      message: expect.not.stringMatching(/Alpha/),
    });
    await expect(
      act("purse/payment/create", {
        caller: as("public"),
        body: { id: "p-2", purse: "main", amount: "1.00", secret: true },
      }),
    ).rejects.toMatchObject({ code: "core/not-permitted" });
    expect((await host.store()).counts("confidential")).toEqual(new Map());
  });

  test("a record above the caller does not exist, and a reference to it is withheld", async () => {
    await create({ id: "p-2", purse: "main", amount: "1.00", secret: true });
    await create({ ...whole, after: "purse/payment/p-2" });
    await expect(get("public", "p-2")).rejects.toMatchObject({ code: "core/not-found" });
    expect(await get("public")).not.toHaveProperty("after");
    expect(await get("restricted")).toHaveProperty("after");
    await act("purse/payment/patch", {
      caller: as("public"),
      id: "p-1",
      body: { amount: "12.00" },
    });
    expect(await get("restricted")).toMatchObject({ amount: "12.00", after: "purse/payment/p-2" });
    await act("purse/payment/patch", {
      caller: as("restricted"),
      id: "p-2",
      body: { secret: false },
    });
    expect(await get("public")).toHaveProperty("after");
  });

  test("two decisions at once cannot both be right", async () => {
    const replies = await Promise.all(
      ["a", "b", "c", "d"].map((id) =>
        act("purse/pay", { caller: as("public"), input: { id, amount: "40.00" } }),
      ),
    );
    const paid = replies.map((reply) =>
      reply.type === "value" ? (reply.value as { paid: string }).paid : "",
    );
    expect(paid.toSorted()).toEqual(["0.00", "0.00", "40.00", "40.00"]);
    const [sum] = await (await host.store()).aggregate("confidential", "purse/payment", {
      sum: ["amount"],
    });
    expect(sum?.sum.amount).toBe("80.00");
  });

  test("output of an operation that reads above its caller is cut to the caller's clearance", async () => {
    await create();
    expect(await act("purse/payees", { caller: as("public") })).toEqual({
      type: "value",
      value: { count: 1 },
    });
    expect(await act("purse/payees", { caller: as("restricted") })).toEqual({
      type: "value",
      value: { count: 1, names: ["Alpha"] },
    });
  });

  test("an operation that could leak is refused at load", async () => {
    expect(await load(leaking, "leaking")).toMatchObject({
      error: { code: "core/plugin-fault", message: expect.stringContaining("/names/*") },
    });
    expect(await load(counting, "counting")).toMatchObject({
      error: { code: "core/plugin-fault", message: expect.stringContaining("protectedCells()") },
    });
  });

  test("a caller needs the permission of an action", async () => {
    const caller = { ...as("public"), permissions: ["purse:write"] };
    await expect(
      act("purse/pay", { caller, input: { id: "a", amount: "1.00" } }),
    ).rejects.toMatchObject({ code: "core/not-permitted" });
    await expect(
      act("purse/pay", { caller: { ...caller, authenticated: false, permissions: [] }, input: {} }),
    ).rejects.toMatchObject({ code: "core/not-authenticated" });
  });

  test("writes, and reads above public, are in the audit log, without what they said", async () => {
    await create();
    await get("public");
    await get("confidential");
    const entries: string[] = [];
    for await (const { by, action, outcome } of (await host.store()).audit())
      entries.push(`${by} ${action} ${outcome}`);
    expect(entries).toEqual(["local purse/payment/create done", "local purse/payment/get done"]);
  });
});
