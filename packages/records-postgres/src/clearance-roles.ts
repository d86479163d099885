import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { MoothallError, type PublicationClass, publicationClasses } from "@moothall/core";
import { forEachClass } from "@moothall/core/store";
import type { Connections, Querying, Transaction } from "./connections.ts";
import { isForbidden } from "./fault.ts";
import { fieldTable } from "./field-tables.ts";
import { Kinds } from "./kinds.ts";
import { lockKey } from "./locks.ts";

export type RoleNames = Readonly<Record<PublicationClass, string>>;

/** A user of the database that may read what one clearance sees, and nothing else. */
export interface ClearanceRole {
  readonly role: string;
  readonly password: string;
}

export type ClearanceRoles = Readonly<Record<PublicationClass, ClearanceRole>>;

export const roleNames = (roles: ClearanceRoles): RoleNames => forEachClass((of) => roles[of].role);

/**
 * The users by which each clearance reads; made where there are none yet, or where the database was
 * brought to another server. Their passwords lie in a table that only the owner of the records can
 * read, so that every process on the database finds them and nobody has to keep them elsewhere.
 * @throws MoothallError `core/configuration` when the user may not make them.
 */
export async function clearanceRoles(
  connections: Connections,
  schema: string,
  name: string,
  location: string,
): Promise<ClearanceRoles> {
  const found = await rolesOf(connections);
  if (found !== undefined && (await areThere(connections, found))) return found;
  try {
    return await connections.transaction((transaction) => makeRoles(transaction, schema, name));
  } catch (cause) {
    if (!isForbidden(cause)) throw cause;
    throw new MoothallError({
      code: "core/configuration",
      message: `The user of ${location} may not make the users by which each clearance reads.`,
      hint: "Let an administrator say ALTER ROLE … CREATEROLE for this user; or add ?clearance-roles=none to the address to go on without that second wall.",
    });
  }
}

async function rolesOf(from: Querying): Promise<ClearanceRoles | undefined> {
  const rows = await from.all<ClearanceRole & { readonly class: PublicationClass }>(
    "SELECT class, role, password FROM clearance_roles",
  );
  if (rows.length < publicationClasses.length) return undefined;
  return Object.fromEntries(
    rows.map(({ class: of, role, password }) => [of, { role, password }]),
  ) as unknown as ClearanceRoles;
}

async function areThere(from: Querying, roles: ClearanceRoles): Promise<boolean> {
  const names = Object.values(roles).map(({ role }) => role);
  const [row] = await from.all<{ n: string }>(
    "SELECT count(*) AS n FROM pg_roles WHERE rolname = ANY (?::text[])",
    names,
  );
  return Number(row?.n) === names.length;
}

async function makeRoles(
  transaction: Transaction,
  schema: string,
  name: string,
): Promise<ClearanceRoles> {
  await transaction.all("SELECT pg_advisory_xact_lock(?)", lockKey(schema, "migrate"));
  const roles =
    (await rolesOf(transaction)) ??
    forEachClass((of) => ({
      role: `moothall_${name}_${of}`,
      password: randomBytes(24).toString("hex"),
    }));
  const kinds = new Kinds();
  await kinds.refresh(transaction);
  for (const of of publicationClasses) {
    const { role, password } = roles[of];
    const [there] = await transaction.all("SELECT 1 FROM pg_roles WHERE rolname = ?", role);
    // The server keeps the verifier, and neither its log nor its statistics ever see the password.
    await transaction.execute(
      `${there === undefined ? "CREATE" : "ALTER"} ROLE ${role} LOGIN NOINHERIT PASSWORD '${verifier(password)}';
       GRANT USAGE ON SCHEMA ${schema} TO ${role};
       GRANT SELECT ON store, kinds, documents_${of}, deleted_${of}, links_${of}, counts_${of} TO ${role};`,
    );
    for (const kind of kinds.all())
      await transaction.execute(`GRANT SELECT ON ${fieldTable(kind, of)} TO ${role}`);
    await transaction.all(
      `INSERT INTO clearance_roles (class, role, password) VALUES (?, ?, ?)
       ON CONFLICT (class) DO NOTHING`,
      of,
      role,
      password,
    );
  }
  return roles;
}

/** What a server keeps of a password (RFC 5802 and RFC 7677, as PostgreSQL writes it). */
function verifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const keyed = (text: string) => createHmac("sha256", salted).update(text).digest();
  const stored = createHash("sha256").update(keyed("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${stored}:${keyed("Server Key").toString("base64")}`;
}
