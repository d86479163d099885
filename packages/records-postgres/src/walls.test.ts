import { afterAll, describe, expect, it, vi } from "vitest";
import { batch, directly, item, itemModel, put, refusal } from "../test/place.ts";
import { openPostgres } from "./index.ts";
import { noPostgres, startPostgres } from "./testing/index.ts";

const server = await startPostgres();
if (server === undefined)
  console.warn(`The walls between clearances are not tested: ${noPostgres}.`);
const url = server?.url() ?? "";
afterAll(() => server?.remove());

/** The address of the user by whom a clearance reads. */
async function addressOf(schema: string, of: string): Promise<string> {
  const [row] = await directly<{ role: string; password: string }>(
    url,
    `SELECT role, password FROM ${schema}.clearance_roles WHERE class = '${of}'`,
  );
  return server?.url("postgres", row?.role, row?.password) ?? "";
}

const sqlState = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (cause: { code: string }) => cause.code,
  );

const forbidden = "42501";

describe.skipIf(server === undefined)("the second wall", () => {
  it("gives the user of a clearance its own documents, and nothing else by whatever words", async () => {
    const schema = "walled";
    const store = await openPostgres({ url, schema });
    await store.prepare([itemModel]);
    await store.commit(
      batch(put("open", { name: "seen" }), put("hidden", { name: "planted" }, "restricted")),
    );
    await store.prepare([{ ...itemModel, fields: { name: { type: "text" } } }]);
    const open = await addressOf(schema, "public");
    const told = await directly(open, `SELECT text FROM ${schema}.documents_public`);
    expect(JSON.stringify(told)).toContain("seen");
    expect(JSON.stringify(told)).not.toContain("planted");
    const [table] = await directly<{ name: string }>(
      url,
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = '${schema}' AND tablename LIKE 'fields%restricted'`,
    );
    expect(
      await directly(
        open,
        `SELECT * FROM ${schema}.${table?.name.replace("restricted", "public")}`,
      ),
    ).toHaveLength(1);
    for (const statement of [
      `SELECT text FROM ${schema}.documents_restricted`,
      `SELECT words FROM ${schema}.documents_confidential`,
      `SELECT * FROM ${schema}.${table?.name}`,
      `SELECT * FROM ${schema}.links_restricted`,
      `SELECT * FROM ${schema}.counts_restricted`,
      ...["records", "history", "tokens", "audit", "clearance_roles", "signing_key", "roots"].map(
        (name) => `SELECT * FROM ${schema}.${name}`,
      ),
      `UPDATE ${schema}.documents_public SET text = ''`,
      `INSERT INTO ${schema}.store VALUES (2)`,
      `CREATE TABLE ${schema}.mine (a integer)`,
      `SET ROLE postgres`,
      `SET SESSION AUTHORIZATION postgres`,
      `GRANT SELECT ON ${schema}.documents_restricted TO PUBLIC`,
      `SELECT pg_read_file('/etc/passwd')`,
      `COPY (SELECT 1) TO PROGRAM 'cat'`,
      `SELECT passwd FROM pg_shadow`,
    ])
      expect([statement, await sqlState(directly(open, statement))]).toEqual([
        statement,
        forbidden,
      ]);
    const statistics = await directly(open, "SELECT * FROM pg_stats WHERE schemaname = 'walled'");
    expect(JSON.stringify(statistics)).not.toContain("planted");
    const restricted = await addressOf(schema, "restricted");
    expect(
      await directly(restricted, `SELECT text FROM ${schema}.documents_restricted`),
    ).toHaveLength(2);
    expect(
      await sqlState(directly(restricted, `SELECT * FROM ${schema}.documents_confidential`)),
    ).toBe(forbidden);
    await store.close();
  });

  it("stands again when the database is brought to a server without its users", async () => {
    const schema = "brought";
    const store = await openPostgres({ url, schema });
    await store.prepare([itemModel]);
    await store.commit(batch(put("open", {})));
    await store.close();
    const [{ role } = { role: "" }] = await directly<{ role: string }>(
      url,
      `SELECT role FROM ${schema}.clearance_roles WHERE class = 'public'`,
    );
    await directly(url, `DROP OWNED BY ${role}`, `DROP ROLE ${role}`);
    const again = await openPostgres({ url, schema });
    expect((await again.list("public", item, {})).items).toHaveLength(1);
    await again.close();
  });

  it("is asked for clearly where users may not be made, and left out only when asked to", async () => {
    await directly(
      url,
      "CREATE ROLE plain LOGIN PASSWORD 'plain-secret'",
      "CREATE DATABASE plain OWNER plain",
    );
    const plain = server?.url("plain", "plain", "plain-secret") ?? "";
    const refused = await openPostgres({ url: plain }).catch((cause) => cause);
    expect(refused).toMatchObject({ code: "core/configuration" });
    expect(`${refused.message} ${refused.hint}`).toMatch(/CREATEROLE.*clearance-roles=none/);
    const warning = vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
    for (const address of [`${plain}?clearance-roles=none`, plain]) {
      const store = await openPostgres({
        url: address,
        ...(address === plain ? { clearanceRoles: "none" as const } : {}),
      });
      await store.prepare([itemModel]);
      await store.commit(batch(put("hidden", {}, "restricted")));
      expect(await store.get("public", item, "hidden")).toBeUndefined();
      expect(await store.get("restricted", item, "hidden")).toBeDefined();
      await store.close();
    }
    expect(warning).toHaveBeenCalledTimes(1);
    expect(String(warning.mock.calls)).not.toContain("plain-secret");
    warning.mockRestore();
  });

  it("does not tell a password", async () => {
    const secret = "s3cr%2Ft word";
    const port = server?.port;
    const addresses = [
      `postgres://postgres:${encodeURIComponent(secret)}@127.0.0.1:${port}/postgres`,
      `postgres://postgres@127.0.0.1:${port}/postgres?password=${encodeURIComponent(secret)}`,
      `postgres://postgres:${encodeURIComponent(secret)}@127.0.0.1:1/postgres`,
      `postgres://postgres:${secret}@127.0.0.1:port/postgres`,
      `http://postgres:${encodeURIComponent(secret)}@127.0.0.1:1/postgres`,
    ];
    const codes: string[] = [];
    for (const address of addresses) {
      const refused = await openPostgres({ url: address, patience: 2000 }).catch((cause) => cause);
      codes.push(refused.code);
      const told = `${refused.message} ${refused.hint} ${refused.stack} ${JSON.stringify(refused)} ${refused.cause?.stack}`;
      expect(told).not.toMatch(/s3cr/);
    }
    expect(codes).toEqual([
      "core/store-unreachable",
      "core/store-unreachable",
      "core/store-unreachable",
      "core/configuration",
      "core/configuration",
    ]);
    const store = await openPostgres({ url, schema: "told" });
    expect(store.location).toBe(url.replace(/:[0-9a-f]+@/, "@"));
    await store.close();
    expect(await refusal(() => store.get("public", item, "a"))).toBe("core/store-unreachable");
  });
});
