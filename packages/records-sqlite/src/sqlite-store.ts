import { isMoothallError, type Kind, type PublicationClass, type Reference } from "@moothall/core";
import {
  type AggregateQuery,
  type AggregateRow,
  type AuditEntry,
  aggregateOfNone,
  type Batch,
  type CommitReceipt,
  checkAggregate,
  checkList,
  type ExportLine,
  type FullRecord,
  type HistoryEntry,
  type HistoryFault,
  historyEntries,
  keptInstant,
  type ListQuery,
  type LoadedRecord,
  type ResourceModel,
  type SearchPage,
  type SearchQuery,
  type SigningKey,
  type Store,
  type StoredPage,
  type StoredText,
  type TokenRow,
  type Upload,
  viewAt,
} from "@moothall/core/store";
import { aggregate } from "./aggregate.ts";
import { addAudit, auditAfter, auditEntry } from "./audit.ts";
import { writeBatch } from "./commit.ts";
import type { Connection } from "./connection.ts";
import { copyDatabase } from "./copy-database.ts";
import { entryLines, keyLines, rootLine } from "./export-lines.ts";
import { asMoothallError, isOutdated } from "./fault.ts";
import { dropUploads, filesAfter, filesOf, holdsFile, noteUpload, uploads } from "./files.ts";
import { narrowedHistory } from "./history.ts";
import { Kinds, type StoredKind } from "./kinds.ts";
import { list } from "./list.ts";
import { listAsAt } from "./list-as-at.ts";
import { counts, fullRecords, get, load, referrers, visible } from "./reading.ts";
import { rootRows, signRoots } from "./roots.ts";
import { search } from "./search.ts";
import { putToken, tokenByHash, tokens } from "./tokens.ts";
import { closed, type Transactions } from "./transactions.ts";
import { headsAfter, verifyRecord, verifyRoots } from "./verify-record.ts";

export interface SqliteParts {
  readonly location: string;
  /** Of the file, absolute; `:memory:` where there is none. */
  readonly path: string;
  readonly readOnly: boolean;
  readonly reader: Connection;
  readonly transactions: Transactions;
  /** The key that signs roots, made on first use. */
  readonly key: () => SigningKey;
}

/** The embedded store. Reads answer at once; writes are on disk when they answer. */
export class SqliteStore implements Store {
  readonly location: string;
  readonly #path: string;
  readonly #readOnly: boolean;
  readonly #reader: Connection;
  readonly #transactions: Transactions;
  readonly #key: () => SigningKey;
  /** Kept apart: a transaction knows kinds that readers cannot see yet. */
  readonly #kindsRead = new Kinds();
  readonly #kindsWritten = new Kinds();
  #auditWaiting: AuditEntry[] = [];
  #auditFlush: Promise<void> | undefined;
  #closed = false;

  constructor({ location, path, readOnly, reader, transactions, key }: SqliteParts) {
    this.location = location;
    this.#path = path;
    this.#readOnly = readOnly;
    this.#reader = reader;
    this.#transactions = transactions;
    this.#key = key;
  }

  async prepare(models: readonly ResourceModel[]): Promise<void> {
    const outdated = this.#read((reader) => {
      this.#kindsRead.refresh(reader);
      return this.#kindsRead.outdated(reader, models);
    });
    if (outdated.length === 0) return;
    await this.#write((writer) => this.#kindsWritten.build(writer, outdated));
    this.#kindsRead.forget();
  }

  async commit(batch: Batch): Promise<CommitReceipt> {
    const kinds = this.#kindsWritten;
    const key = this.#key;
    const receipt = await this.#steps(function* (writer) {
      kinds.refresh(writer);
      const written = yield* writeBatch(writer, kinds, batch);
      signRoots(writer, keptInstant(batch.at), false, key);
      return written;
    });
    if (batch.writes.some(({ action }) => action === "erase")) await this.#transactions.empty();
    return receipt;
  }

  load(kind: Kind, id: string): LoadedRecord | undefined {
    return this.#read((reader) => load(reader, this.#kindsRead, kind, id));
  }

  get(clearance: PublicationClass, kind: Kind, id: string): StoredText | undefined {
    return this.#read((reader) => get(reader, this.#kindsRead, clearance, kind, id));
  }

  getAsAt(clearance: PublicationClass, kind: Kind, id: string, at: string): StoredText | undefined {
    const moment = keptInstant(at);
    return this.#read((reader) =>
      viewAt(id, narrowedHistory(reader, this.#kindsRead, clearance, kind, id), moment),
    );
  }

  list(clearance: PublicationClass, kind: Kind, query: ListQuery): StoredPage {
    return this.#read((reader) => {
      const stored = this.#kind(reader, kind);
      const checked = checkList(stored?.model ?? { kind, fields: {} }, query);
      if (stored === undefined) return { items: [], next: null };
      return checked.asAt === undefined
        ? list(reader, stored, clearance, checked)
        : listAsAt(reader, this.#kindsRead, stored, clearance, checked);
    });
  }

  /** Every change makes an entry of history, and none is ever taken away; audit and tokens are no change. */
  mark(): string {
    return this.#read((reader) => {
      const standing = reader.get(
        "SELECT generation, (SELECT max(sequence) FROM history) AS last FROM store",
      );
      return `${standing?.generation} ${standing?.last}`;
    });
  }

  async *iterate(
    clearance: PublicationClass,
    kind: Kind,
    query: Pick<ListQuery, "where" | "order">,
  ): AsyncGenerator<StoredText> {
    let cursor: string | null = null;
    do {
      const page: StoredPage = this.list(clearance, kind, {
        ...query,
        limit: 500,
        ...(cursor === null ? {} : { cursor }),
      });
      yield* page.items;
      cursor = page.next;
    } while (cursor !== null);
  }

  aggregate(
    clearance: PublicationClass,
    kind: Kind,
    query: AggregateQuery,
  ): readonly AggregateRow[] {
    return this.#read((reader) => {
      const stored = this.#kind(reader, kind);
      const checked = checkAggregate(stored?.model ?? { kind, fields: {} }, query);
      return stored === undefined
        ? aggregateOfNone(checked)
        : aggregate(reader, stored, clearance, checked);
    });
  }

  search(clearance: PublicationClass, query: SearchQuery): SearchPage {
    return this.#read((reader) => search(reader, this.#kindsRead, clearance, query));
  }

  history(clearance: PublicationClass, kind: Kind, id: string): readonly HistoryEntry[] {
    return this.#read((reader) =>
      historyEntries(narrowedHistory(reader, this.#kindsRead, clearance, kind, id), clearance),
    );
  }

  counts(clearance: PublicationClass): ReadonlyMap<Kind, number> {
    return this.#read((reader) => counts(reader, clearance));
  }

  visible(clearance: PublicationClass, references: readonly Reference[]): ReadonlySet<Reference> {
    return this.#read((reader) => visible(reader, this.#kindsRead, clearance, references));
  }

  referrers(clearance: PublicationClass, reference: Reference): readonly Reference[] {
    return this.#read((reader) => referrers(reader, clearance, reference));
  }

  async noteUpload(upload: Upload): Promise<void> {
    await this.#write((writer) => noteUpload(writer, upload));
  }

  uploads(kind: Kind, id: string): readonly Upload[] {
    return this.#read((reader) => uploads(reader, kind, id));
  }

  async dropUploads(before: string): Promise<void> {
    await this.#write((writer) => dropUploads(writer, before));
  }

  filesOf(kind: Kind, id: string): readonly string[] {
    return this.#read((reader) => filesOf(reader, kind, id));
  }

  holdsFile(sha512: string, since: string): boolean {
    return this.#read((reader) => holdsFile(reader, sha512, since));
  }

  async *files(): AsyncGenerator<string> {
    let page = this.#read((reader) => filesAfter(reader, ""));
    while (page.length > 0) {
      yield* page;
      const last = page.at(-1) ?? "";
      page = this.#read((reader) => filesAfter(reader, last));
    }
  }

  async putToken(token: TokenRow): Promise<void> {
    await this.#write((writer) => putToken(writer, token));
  }

  tokenByHash(hash: string): TokenRow | undefined {
    return this.#read((reader) => tokenByHash(reader, hash));
  }

  tokens(): readonly TokenRow[] {
    return this.#read(tokens);
  }

  /** Entries that come while others are being written go to the disk together. */
  appendAudit(entry: AuditEntry): Promise<void> {
    this.#auditWaiting.push(entry);
    this.#auditFlush ??= this.#flushAudit();
    return this.#auditFlush;
  }

  async #flushAudit(): Promise<void> {
    const take = () => {
      const waiting = this.#auditWaiting;
      this.#auditWaiting = [];
      this.#auditFlush = undefined;
      return waiting;
    };
    let taken = false;
    try {
      await this.#write((writer) => {
        taken = true;
        addAudit(writer, take());
      });
    } catch (cause) {
      // Those who wait are told that nothing was written; the next must not write for them.
      if (!taken) take();
      throw cause;
    }
  }

  async *audit(): AsyncGenerator<AuditEntry> {
    let rows = this.#read((reader) => auditAfter(reader, 0));
    while (rows.length > 0) {
      yield* rows.map(auditEntry);
      const last = rows.at(-1)?.sequence ?? 0;
      rows = this.#read((reader) => auditAfter(reader, last));
    }
  }

  async *records(): AsyncGenerator<FullRecord> {
    const kinds = this.#read((reader) => counts(reader, "confidential"));
    for (const kind of [...kinds.keys()].sort()) {
      let last = "";
      for (;;) {
        const page = this.#read((reader) => fullRecords(reader, this.#kindsRead, kind, last));
        if (page.length === 0) break;
        yield* page;
        last = page.at(-1)?.id ?? last;
      }
    }
  }

  async *verifyHistory(): AsyncGenerator<HistoryFault> {
    let heads = this.#read((reader) => headsAfter(reader, 0));
    while (heads.length > 0) {
      for (const head of heads) yield* this.#atOnce((reader) => verifyRecord(reader, head));
      const last = heads.at(-1)?.key ?? 0;
      heads = this.#read((reader) => headsAfter(reader, last));
    }
    yield* this.#atOnce((reader) => [...verifyRoots(reader)]);
  }

  async *exportHistory(opened?: PublicationClass): AsyncGenerator<string> {
    await this.#signAll();
    yield JSON.stringify({ type: "moothall-history", form: 1 } satisfies ExportLine);
    for (const line of this.#read(keyLines)) yield JSON.stringify(line);
    const roots = this.#read(rootRows);
    let entries = 0;
    let after = 0;
    for (const root of [...roots, undefined]) {
      const through = root?.through ?? Number.MAX_SAFE_INTEGER;
      for (;;) {
        const { lines, last } = this.#read((reader) =>
          entryLines(reader, this.#kindsRead, opened, after, through),
        );
        if (last === undefined) break;
        for (const line of lines) yield JSON.stringify(line);
        entries += lines.length;
        after = last;
      }
      if (root !== undefined) yield JSON.stringify(rootLine(root));
    }
    yield JSON.stringify({ type: "end", entries, roots: roots.length } satisfies ExportLine);
  }

  /**
   * Copies the records, with the key that signs their history, to where there is no file, while
   * others go on reading and writing.
   * @throws MoothallError `core/already-exists`, `core/cannot-write`.
   */
  async backup(destination: string): Promise<void> {
    await this.#signAll();
    if (this.#closed) throw closed(this.location);
    await copyDatabase(this.#reader, this.#path, destination);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    await this.#transactions.settle();
    try {
      if (this.#transactions.opened !== undefined) await this.#signAll();
    } catch (cause) {
      // The next that writes signs what was left.
      if (!isPassing(cause)) throw cause;
    } finally {
      this.#closed = true;
      this.#reader.close();
      this.#transactions.opened?.close();
    }
  }

  /** Signs a root over what none stands over yet, where anything may be written. */
  async #signAll(): Promise<void> {
    if (this.#readOnly) return;
    const at = keptInstant(new Date().toISOString());
    await this.#write((writer) => signRoots(writer, at, true, this.#key));
  }

  #kind(reader: Connection, kind: Kind): StoredKind | undefined {
    return this.#kindsRead.find(reader, kind);
  }

  #read<T>(work: (reader: Connection) => T): T {
    if (this.#closed) throw closed(this.location);
    try {
      try {
        return work(this.#reader);
      } catch (cause) {
        if (!isOutdated(cause)) throw cause;
        this.#kindsRead.forget();
        return work(this.#reader);
      }
    } catch (cause) {
      throw asMoothallError(cause, this.location);
    }
  }

  /** Several statements that see the records as of one moment, whatever others write meanwhile. */
  #atOnce<T>(work: (reader: Connection) => T): T {
    return this.#read((reader) => {
      reader.execute("BEGIN");
      try {
        return work(reader);
      } finally {
        reader.execute("COMMIT");
      }
    });
  }

  #write<T>(work: (writer: Connection) => T): Promise<T> {
    // biome-ignore lint/correctness/useYield: one step
    return this.#steps(function* (writer) {
      return work(writer);
    });
  }

  #steps<T>(steps: (writer: Connection) => Generator<unknown, T>): Promise<T> {
    if (this.#closed) return Promise.reject(closed(this.location));
    return this.#transactions.run(steps).catch((cause: unknown) => {
      // Kinds that came with what was refused are not there.
      this.#kindsWritten.forget();
      throw cause;
    });
  }
}

/** Whether an error comes from the state of the machine, and may be gone the next time. */
const isPassing = (cause: unknown): boolean =>
  isMoothallError(cause) && ["core/busy", "core/cannot-write"].includes(cause.code);
