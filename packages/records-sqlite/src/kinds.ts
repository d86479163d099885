import type { Kind } from "@moothall/core";
import { isMoothallError, MoothallError, parseReference, publicationClasses } from "@moothall/core";
import {
  type IndexRow,
  indexRow,
  type ResourceModel,
  requireModel,
  sameModel,
  Touches,
  wholesOf,
} from "@moothall/core/store";
import type { Connection } from "./connection.ts";
import { fieldColumns, fieldTable, touch, writeFields } from "./field-tables.ts";
import { addWords, removeWords, searchWords } from "./search-index.ts";

/** A kind as the file knows it. */
export interface StoredKind {
  readonly number: number;
  /** Counts how often its indexes were made anew, so that nobody reads those of another model. */
  readonly build: number;
  readonly model: ResourceModel;
}

/** The kinds that a file holds, read once and again when another process has changed them. */
export class Kinds {
  #generation = -1;
  #byKind = new Map<Kind, StoredKind>();
  #byNumber = new Map<number, StoredKind>();

  /** Looks whether the kinds have been changed since they were read. */
  refresh(connection: Connection): void {
    const generation = Number(connection.get("SELECT generation FROM store")?.generation);
    if (generation === this.#generation) return;
    this.forget();
    for (const row of connection.all("SELECT number, build, model FROM kinds")) {
      const stored = {
        number: Number(row.number),
        build: Number(row.build),
        model: JSON.parse(String(row.model)),
      };
      this.#byKind.set(stored.model.kind, stored);
      this.#byNumber.set(stored.number, stored);
    }
    this.#generation = generation;
  }

  forget(): void {
    this.#generation = -1;
    this.#byKind = new Map();
    this.#byNumber = new Map();
  }

  find(connection: Connection, kind: Kind): StoredKind | undefined {
    const known = this.#byKind.get(kind);
    if (known !== undefined) return known;
    this.refresh(connection);
    return this.#byKind.get(kind);
  }

  ofNumber(connection: Connection, number: number): StoredKind {
    if (!this.#byNumber.has(number)) this.refresh(connection);
    const found = this.#byNumber.get(number);
    if (found === undefined) throw new Error(`no kind has the number ${number}`);
    return found;
  }

  /** The kind, made without indexed fields where it was never prepared. Inside a transaction. */
  ensure(connection: Connection, kind: Kind): StoredKind {
    const found = this.find(connection, kind);
    if (found !== undefined) return found;
    buildKind(connection, undefined, { kind, fields: {} });
    this.#changed(connection);
    return this.ensure(connection, kind);
  }

  /** The models of which something has to be built. */
  outdated(connection: Connection, models: readonly ResourceModel[]): ResourceModel[] {
    return models.filter((model) => {
      requireModel(model);
      const found = this.find(connection, model.kind);
      return found === undefined || !sameModel(found.model, model);
    });
  }

  /** Makes or makes anew what is indexed of these kinds. Inside a transaction. */
  build(connection: Connection, models: readonly ResourceModel[]): void {
    this.refresh(connection);
    const before = new Set(this.#byKind.keys());
    const outdated = this.outdated(connection, models);
    for (const model of outdated) buildKind(connection, this.find(connection, model.kind), model);
    this.#changed(connection);
    if (outdated.some(({ kind }) => before.has(kind))) touchAll(connection, this);
  }

  /** Makes the indexes of all kinds anew, for a file whose tables were laid out otherwise. Inside a transaction. */
  rebuild(connection: Connection): void {
    this.refresh(connection);
    for (const stored of this.#byNumber.values())
      buildKind(connection, stored, stored.model, false);
    this.#changed(connection);
    touchAll(connection, this);
  }

  all(): readonly StoredKind[] {
    return [...this.#byNumber.values()];
  }

  #changed(connection: Connection): void {
    connection.run("UPDATE store SET generation = generation + 1");
    this.refresh(connection);
  }
}

/** @param keeps whether the indexes that stand know when their records were touched. */
function buildKind(
  connection: Connection,
  before: StoredKind | undefined,
  model: ResourceModel,
  keeps = true,
): void {
  const { kind, fields, searchable, partOf } = model;
  const stored = JSON.stringify({ kind, fields, searchable, partOf });
  const number =
    before?.number ??
    connection.run("INSERT INTO kinds (kind, build, model) VALUES (?, 0, ?)", kind, stored);
  const built: StoredKind = { number, build: (before?.build ?? 0) + 1, model };
  connection.run(
    "UPDATE kinds SET build = ?, model = ? WHERE number = ?",
    built.build,
    stored,
    number,
  );
  const table = fieldTable(built);
  const columns = [...fieldColumns(model).values()];
  connection.execute(`
    CREATE TABLE ${table} (
      class INTEGER NOT NULL, id TEXT NOT NULL, number INTEGER NOT NULL,
      created TEXT NOT NULL, modified TEXT NOT NULL, touched TEXT NOT NULL,
      ${columns.map((column) => `${column} ANY,`).join(" ")}
      PRIMARY KEY (class, id)
    ) STRICT, WITHOUT ROWID;`);
  connection.run("DELETE FROM several WHERE kind = ?", number);
  if (before !== undefined) {
    fill(connection, before.model, built);
    if (keeps)
      connection.execute(`UPDATE ${table} AS f SET touched = max(f.touched, b.touched)
        FROM ${fieldTable(before)} AS b WHERE b.class = f.class AND b.id = f.id`);
    connection.execute(`DROP TABLE ${fieldTable(before)}`);
  }
  for (const column of ["created", "modified", "touched", ...columns])
    connection.execute(
      `CREATE INDEX ${table}_${column} ON ${table} (class, ${column}, id, number)`,
    );
}

/** Indexes what the kind's documents hold already. */
function fill(connection: Connection, before: ResourceModel, kind: StoredKind): void {
  const searched = JSON.stringify(before.searchable) !== JSON.stringify(kind.model.searchable);
  for (const of of publicationClasses) {
    const rows = connection.iterate<{ number: number; id: string; text: string }>(
      `SELECT number, id, text FROM documents_${of} WHERE kind = ?`,
      kind.number,
    );
    for (const { number, id, text } of rows) {
      const { record, ...document } = JSON.parse(text);
      writeFields(connection, kind, of, id, number, rowOf(kind.model, document), record);
      if (!searched) continue;
      removeWords(connection, of, number);
      addWords(connection, of, number, searchWords(kind.model, document));
    }
  }
}

/** Touches what the parts that there are belong to, as if they had been written just now. */
function touchAll(connection: Connection, kinds: Kinds): void {
  for (const { number, model } of kinds.all()) {
    const { partOf } = model;
    if (partOf === undefined) continue;
    for (const of of publicationClasses) {
      const touches = new Touches();
      for (const { text } of connection.iterate<{ text: string }>(
        `SELECT text FROM documents_${of} WHERE kind = ?`,
        number,
      )) {
        const document = JSON.parse(text);
        touches.add(of, wholesOf(partOf, document), document.record.modified);
      }
      writeTouches(connection, kinds, touches);
    }
  }
}

/** Moves on when what is touched was, where a clearance sees it. */
export function writeTouches(connection: Connection, kinds: Kinds, touches: Touches): void {
  for (const of of publicationClasses) {
    for (const [reference, at] of touches.of(of)) {
      const { kind, id } = parseReference(reference);
      const stored = kinds.find(connection, kind);
      if (stored !== undefined) touch(connection, stored, of, id, at);
    }
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
