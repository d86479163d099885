import type { Kind } from "@moothall/core";
import { isMoothallError, MoothallError, publicationClasses } from "@moothall/core";
import {
  type IndexRow,
  indexRow,
  type ResourceModel,
  requireModel,
  sameModel,
} from "@moothall/core/store";
import type { Connection } from "./connection.ts";
import { fieldColumns, fieldTable, writeFields } from "./field-tables.ts";
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
    for (const model of this.outdated(connection, models))
      buildKind(connection, this.find(connection, model.kind), model);
    this.#changed(connection);
  }

  #changed(connection: Connection): void {
    connection.run("UPDATE store SET generation = generation + 1");
    this.refresh(connection);
  }
}

function buildKind(
  connection: Connection,
  before: StoredKind | undefined,
  model: ResourceModel,
): void {
  const { kind, fields, searchable } = model;
  const stored = JSON.stringify({ kind, fields, searchable });
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
  if (before !== undefined) connection.execute(`DROP TABLE ${fieldTable(before)}`);
  const table = fieldTable(built);
  const columns = [...fieldColumns(model).values()];
  connection.execute(`
    CREATE TABLE ${table} (
      class INTEGER NOT NULL, id TEXT NOT NULL, number INTEGER NOT NULL,
      ${columns.map((column) => `${column} ANY,`).join(" ")}
      PRIMARY KEY (class, id)
    ) STRICT, WITHOUT ROWID;`);
  connection.run("DELETE FROM several WHERE kind = ?", number);
  if (before !== undefined) fill(connection, before.model, built);
  for (const column of columns)
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
      const { record: _, ...document } = JSON.parse(text);
      writeFields(connection, kind, of, id, number, rowOf(kind.model, document));
      if (!searched) continue;
      removeWords(connection, of, number);
      addWords(connection, of, number, searchWords(kind.model, document));
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
