import { setTimeout as sleep } from "node:timers/promises";
import {
  isMoothallError,
  MoothallError,
  type PublicationClass,
  publicationClasses,
} from "@moothall/core";
import {
  type IndexRow,
  indexRow,
  type ResourceModel,
  Touches,
  wholesOf,
} from "@moothall/core/store";
import type { RoleNames } from "./clearance-roles.ts";
import type { Transaction } from "./connections.ts";
import { columnType, fieldColumns, fieldTable } from "./field-tables.ts";
import { Kinds, type StoredKind } from "./kinds.ts";
import { lexemes, searchWords } from "./words.ts";
import { type FieldsRow, writeFields, writeTouches } from "./write-fields.ts";

/** Milliseconds for which readers are held up at most when old indexes give way to new ones. */
const readersWait = 200;

/**
 * Makes what is indexed of a kind, or makes it anew beside what there is, which is read until the
 * new takes its place. Inside a transaction in which nobody else writes.
 * @param keeps whether the indexes that stand know when their records were touched.
 */
export async function buildKind(
  transaction: Transaction,
  before: StoredKind | undefined,
  model: ResourceModel,
  roles: RoleNames | undefined,
  keeps = true,
): Promise<void> {
  const { kind, fields, searchable, partOf } = model;
  const stored = JSON.stringify({ kind, fields, searchable, partOf });
  const [row] =
    before === undefined
      ? await transaction.all<{ number: number; build: number }>(
          "INSERT INTO kinds (kind, build, model) VALUES (?, 1, ?) RETURNING number, build",
          kind,
          stored,
        )
      : await transaction.all<{ number: number; build: number }>(
          "UPDATE kinds SET build = build + 1, model = ? WHERE number = ? RETURNING number, build",
          stored,
          before.number,
        );
  if (row === undefined) throw new Error(`the kind ${kind} is not there`);
  const built: StoredKind = { ...row, model };
  for (const of of publicationClasses) {
    await makeTable(transaction, built, of, roles);
    if (before !== undefined) await fill(transaction, before.model, built, of);
    if (before !== undefined && keeps)
      await transaction.execute(
        `UPDATE ${fieldTable(built, of)} AS f SET touched = greatest(f.touched, b.touched)
         FROM ${fieldTable(before, of)} AS b WHERE b.id = f.id`,
      );
    await makeIndexes(transaction, built, of);
  }
  if (before !== undefined) await dropTables(transaction, before);
}

async function makeTable(
  transaction: Transaction,
  kind: StoredKind,
  of: PublicationClass,
  roles: RoleNames | undefined,
): Promise<void> {
  const table = fieldTable(kind, of);
  const columns = fieldColumns(kind.model).map((each) => `, ${each.column} ${columnType(each)}`);
  await transaction.execute(
    `CREATE TABLE ${table} (id text COLLATE "C" PRIMARY KEY, number bigint NOT NULL,
       created text COLLATE "C" NOT NULL, modified text COLLATE "C" NOT NULL,
       touched text COLLATE "C" NOT NULL${columns.join("")});
     ${roles === undefined ? "" : `GRANT SELECT ON ${table} TO ${roles[of]};`}`,
  );
}

async function makeIndexes(
  transaction: Transaction,
  kind: StoredKind,
  of: PublicationClass,
): Promise<void> {
  const table = fieldTable(kind, of);
  const common = ["created", "modified", "touched"].map((column) => ({ column, many: false }));
  for (const { column, many } of [...common, ...fieldColumns(kind.model)])
    await transaction.execute(
      many
        ? `CREATE INDEX ${table}_${column} ON ${table} USING gin (${column})`
        : `CREATE INDEX ${table}_${column} ON ${table} (${column}, id) INCLUDE (number)`,
    );
  await transaction.execute(`ANALYZE ${table}`);
}

/** Makes the indexes of all kinds anew, where their tables were laid out otherwise. Inside a transaction in which nobody else writes. */
export async function rebuildKinds(transaction: Transaction): Promise<void> {
  const kinds = new Kinds();
  await kinds.refresh(transaction);
  // Users that are not on this server are made later, and then told of all tables.
  const users = await transaction.all<{ class: PublicationClass; role: string }>(
    `SELECT c.class, c.role FROM clearance_roles AS c JOIN pg_roles AS p ON p.rolname = c.role`,
  );
  const roles =
    users.length < publicationClasses.length
      ? undefined
      : (Object.fromEntries(users.map(({ class: of, role }) => [of, role])) as RoleNames);
  for (const stored of kinds.all())
    await buildKind(transaction, stored, stored.model, roles, false);
  await transaction.all("UPDATE store SET generation = generation + 1");
  await kinds.refresh(transaction);
  await touchAll(transaction, kinds);
}

/** Touches what the parts that there are belong to, as if they had been written just now. */
export async function touchAll(transaction: Transaction, kinds: Kinds): Promise<void> {
  for (const { number, model } of kinds.all()) {
    const { partOf } = model;
    if (partOf === undefined) continue;
    for (const of of publicationClasses) {
      let last = "";
      for (;;) {
        const rows = await transaction.all<{ id: string; text: string }>(
          `SELECT id, text FROM documents_${of} WHERE kind = ? AND id > ? ORDER BY id LIMIT 1000`,
          number,
          last,
        );
        const touches = new Touches();
        for (const { text } of rows) {
          const document = JSON.parse(text);
          touches.add(of, wholesOf(partOf, document), document.record.modified);
        }
        await writeTouches(transaction, kinds, touches);
        if (rows.length < 1000) break;
        last = rows.at(-1)?.id ?? last;
      }
    }
  }
}

/** Indexes what the kind's documents hold already, some at a time. */
async function fill(
  transaction: Transaction,
  before: ResourceModel,
  kind: StoredKind,
  of: PublicationClass,
): Promise<void> {
  const searched = JSON.stringify(before.searchable) !== JSON.stringify(kind.model.searchable);
  let last = "";
  for (;;) {
    const rows = await transaction.all<{ number: string; id: string; text: string }>(
      `SELECT number, id, text FROM documents_${of} WHERE kind = ? AND id > ? ORDER BY id LIMIT 1000`,
      kind.number,
      last,
    );
    const fields: FieldsRow[] = [];
    const words: { number: string; words: readonly string[] }[] = [];
    for (const { number, id, text } of rows) {
      const { record, ...document } = JSON.parse(text);
      const { created, modified } = record;
      fields.push({ id, number, row: rowOf(kind.model, document), created, modified });
      words.push({ number, words: lexemes(searchWords(kind.model, document)) });
    }
    await writeFields(transaction, kind, of, fields);
    if (searched)
      await transaction.all(
        `UPDATE documents_${of} AS d SET words = array_to_tsvector(n.words)
         FROM json_to_recordset(?) AS n (number bigint, words text[]) WHERE d.number = n.number`,
        JSON.stringify(words),
      );
    if (rows.length < 1000) return;
    last = rows.at(-1)?.id ?? last;
  }
}

/** Says which field does not fit what is held, and nothing of what that is. */
function rowOf(model: ResourceModel, document: unknown): IndexRow {
  try {
    return indexRow(model, document);
  } catch (cause) {
    if (!isMoothallError(cause)) throw cause;
    throw new MoothallError({
      code: "core/configuration",
      message: `Records of ${model.kind} hold values at ${cause.at?.pointer} that are not of the type that is declared now.`,
      hint: "Declare the field as it was, or put the records right with the version that wrote them.",
    });
  }
}

/**
 * Takes away what nobody shall read any more. A table goes when no statement is reading it; whoever
 * comes meanwhile waits behind us, so we wait for moments only and let them pass in between.
 */
async function dropTables(transaction: Transaction, kind: StoredKind): Promise<void> {
  const tables = publicationClasses.map((of) => fieldTable(kind, of)).join(", ");
  await transaction.execute(`SAVEPOINT dropping; SET LOCAL lock_timeout = ${readersWait}`);
  for (let tries = 1; ; tries += 1) {
    try {
      await transaction.execute(`DROP TABLE ${tables}`);
      break;
    } catch (cause) {
      if ((cause as { code?: unknown }).code !== "55P03" || tries > 300) throw cause;
      await transaction.execute(
        `ROLLBACK TO SAVEPOINT dropping; SET LOCAL lock_timeout = ${readersWait}`,
      );
      await sleep(readersWait);
    }
  }
}
