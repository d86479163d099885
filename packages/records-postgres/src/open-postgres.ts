import { MoothallError } from "@moothall/core";
import { forEachClass, type PerClass, type SigningKey } from "@moothall/core/store";
import { type Address, parseAddress } from "./address.ts";
import { type ClearanceRoles, clearanceRoles, roleNames } from "./clearance-roles.ts";
import { Connections } from "./connections.ts";
import { asMoothallError } from "./fault.ts";
import { PostgresStore } from "./postgres-store.ts";
import { Readers } from "./readers.ts";
import { migrate, requireServer, schemaVersion, standingOf } from "./schema.ts";
import { Writer } from "./writer.ts";

export interface PostgresOptions {
  /**
   * `postgres://user:password@host:port/database`, of the user who owns the records. With
   * `clearance-roles=none` in its query, as `clearanceRoles: "none"`.
   */
  readonly url: string;
  /** A streaming replica, which is read from as soon as it has what this process wrote last. */
  readonly replica?: string;
  /** Where the tables lie; `moothall` where left out. */
  readonly schema?: string;
  /**
   * Whether each clearance reads as a user of its own, who may read nothing else: the default.
   * `none` reads everything as the owner, where no users can be made; it is said once as a warning.
   */
  readonly clearanceRoles?: "own" | "none";
  /** Connections at most, of each of the four users; 5 where left out. */
  readonly connections?: number;
  /** Milliseconds that a statement may take before `core/timeout`; 30,000 where left out. */
  readonly statementTimeout?: number;
  /** Milliseconds to wait for others who write before `core/busy`; 5,000 where left out. */
  readonly patience?: number;
  /** An Ed25519 key that signs roots, kept outside the database; else one is made and kept in it. */
  readonly signingKey?: SigningKey;
}

/**
 * Opens the store on PostgreSQL (15 or newer), making its schema or bringing one of an older form to
 * the present one.
 *
 * @throws MoothallError `core/configuration`, `core/store-unreachable`, `core/store-too-new`,
 * `core/store-damaged`, `core/cannot-write`, `core/busy`.
 */
export async function openPostgres(options: PostgresOptions): Promise<PostgresStore> {
  const { url, roles: asked } = ownParameter(options.url);
  const address = parseAddress(url);
  const replica = options.replica === undefined ? undefined : parseAddress(options.replica);
  const { location } = address;
  const schema = schemaName(options.schema ?? "moothall");
  const connect = (to: Address, user = to.user, password = to.password) =>
    new Connections({
      address: to,
      user,
      password,
      schema,
      size: options.connections ?? 5,
      statementTimeout: options.statementTimeout ?? 30_000,
      patience: options.patience ?? 5_000,
    });
  const owner = connect(address);
  try {
    await requireServer(owner, location);
    const standing = await standingOf(owner, schema, location);
    if (standing.form < schemaVersion) await migrate(owner, schema, location);
    const walled = (options.clearanceRoles ?? asked ?? "own") === "own";
    if (!walled) warnOnce(location);
    const { name } = await standingOf(owner, schema, location);
    const roles = walled ? await clearanceRoles(owner, schema, name, location) : undefined;
    const readersOf = (to: Address) =>
      perClass(roles, (user, password) => connect(to, user, password));
    return new PostgresStore({
      location,
      owner,
      readers: new Readers(
        readersOf(address),
        replica === undefined ? undefined : readersOf(replica),
      ),
      writer: new Writer({
        connections: owner,
        schema,
        location,
        roles: roles === undefined ? undefined : roleNames(roles),
      }),
      signingKey: options.signingKey,
    });
  } catch (cause) {
    await owner.close();
    throw asMoothallError(cause, location);
  }
}

const perClass = (
  roles: ClearanceRoles | undefined,
  connect: (user?: string, password?: string) => Connections,
): PerClass<Connections> => {
  if (roles !== undefined) return forEachClass((of) => connect(roles[of].role, roles[of].password));
  const all = connect();
  return forEachClass(() => all);
};

/** The names of schemas stand in statements as they are. */
function schemaName(name: string): string {
  if (/^[a-z_][a-z0-9_]{0,40}$/.test(name)) return name;
  throw new MoothallError({
    code: "core/configuration",
    message: `'${name}' is no name for a schema.`,
    hint: "Use lower-case letters, digits and underscores.",
  });
}

/** Takes out of the address what speaks to us and not to PostgreSQL. */
function ownParameter(text: string): { url: string; roles: "none" | undefined } {
  const url = text.replace(/([?&])clearance-roles=none(?:&|$)/, "$1").replace(/[?&]$/, "");
  return { url, roles: url === text ? undefined : "none" };
}

const warned = new Set<string>();

function warnOnce(location: string): void {
  if (warned.has(location)) return;
  warned.add(location);
  process.emitWarning(
    `The records at ${location} are read by their owner for every clearance: there is no second wall against a fault of ours.`,
    "MoothallWarning",
  );
}
