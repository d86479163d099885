import { setTimeout as sleep } from "node:timers/promises";
import {
  isMoothallError,
  MoothallError,
  type PublicationClass,
  publicationClasses,
} from "@moothall/core";
import { type IndexRow, indexRow, type ResourceModel } from "@moothall/core/store";
import type { RoleNames } from "./clearance-roles.ts";
import type { Transaction } from "./connections.ts";
import { columnType, fieldColumns, fieldTable } from "./field-tables.ts";
import type { StoredKind } from "./kinds.ts";
import { lexemes, searchWords } from "./words.ts";
import { type FieldsRow, writeFields } from "./write-fields.ts";

/** Milliseconds for which readers are held up at most when old indexes give way to new ones. */
const readersWait = 200;

/**
 * Makes what is indexed of a kind, or makes it anew beside what there is, which is read until the
 * new takes its place. Inside a transaction in which nobody else writes.
 */
export async function buildKind(
  transaction: Transaction,
  before: StoredKind | undefined,
  model: ResourceModel,
  roles: RoleNames | undefined,
): Promise<void> {
  const { kind, fields, searchable } = model;
  const stored = JSON.stringify({ kind, fields, searchable });
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
    `CREATE TABLE ${table} (id text COLLATE "C" PRIMARY KEY, number bigint NOT NULL${columns.join("")});
     ${roles === undefined ? "" : `GRANT SELECT ON ${table} TO ${roles[of]};`}`,
  );
}

async function makeIndexes(
  transaction: Transaction,
  kind: StoredKind,
  of: PublicationClass,
): Promise<void> {
  const table = fieldTable(kind, of);
  for (const { column, many } of fieldColumns(kind.model))
    await transaction.execute(
      many
        ? `CREATE INDEX ${table}_${column} ON ${table} USING gin (${column})`
        : `CREATE INDEX ${table}_${column} ON ${table} (${column}, id) INCLUDE (number)`,
    );
  await transaction.execute(`ANALYZE ${table}`);
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
      const { record: _, ...document } = JSON.parse(text);
      fields.push({ id, number, row: rowOf(kind.model, document) });
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
