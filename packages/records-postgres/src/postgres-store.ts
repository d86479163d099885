import {
  isMoothallError,
  type Kind,
  type PublicationClass,
  publicationClasses,
  type Reference,
} from "@moothall/core";
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
import type { Connections, Querying } from "./connections.ts";
import { entryLines, keyLines, rootLine } from "./export-lines.ts";
import { asMoothallError, closed } from "./fault.ts";
import { dropUploads, filesAfter, filesOf, holdsFile, noteUpload, uploads } from "./files.ts";
import { narrowedHistory } from "./history.ts";
import { list } from "./list.ts";
import { listAsAt } from "./list-as-at.ts";
import type { Readers, Reading } from "./readers.ts";
import { counts, fullRecords, get, load, referrers, visible } from "./reading.ts";
import { entriesPerRoot, rootRows, signRoots } from "./roots.ts";
import { search } from "./search.ts";
import { putToken, tokenByHash, tokens } from "./tokens.ts";
import { verifyRecords } from "./verify-records.ts";
import { gatherCounts } from "./write-views.ts";
import type { Writer } from "./writer.ts";

export interface PostgresParts {
  readonly location: string;
  /** Of the owner of the records. */
  readonly owner: Connections;
  readonly readers: Readers;
  readonly writer: Writer;
  /** Signs roots, in the place of the key that lies with the records. */
  readonly signingKey: SigningKey | undefined;
}

/**
 * The store on PostgreSQL. What a clearance sees is read over connections that may read nothing
 * else; history and views of the past are narrowed here, over the owner's.
 */
export class PostgresStore implements Store {
  readonly location: string;
  readonly #owner: Connections;
  readonly #readers: Readers;
  readonly #writer: Writer;
  readonly #signingKey: SigningKey | undefined;
  /** Entries written since this process last signed. */
  #unsigned = 0;
  #auditWaiting: AuditEntry[] = [];
  #auditTurn: Promise<void> = Promise.resolve();
  #closed = false;

  constructor({ location, owner, readers, writer, signingKey }: PostgresParts) {
    this.location = location;
    this.#owner = owner;
    this.#readers = readers;
    this.#writer = writer;
    this.#signingKey = signingKey;
  }

  prepare(models: readonly ResourceModel[]): Promise<void> {
    return this.#guarded(async () => {
      await this.#writer.prepare(models);
      this.#readers.forget();
      await this.#readers.wrote(this.#owner);
    });
  }

  commit(batch: Batch): Promise<CommitReceipt> {
    return this.#guarded(async () => {
      const receipt = await this.#writer.commit(batch);
      await this.#afterWriting(batch.at, receipt.results.length);
      return receipt;
    });
  }

  /** What is written stays written, whatever befalls the connection now. */
  async #afterWriting(at: string, entries: number): Promise<void> {
    try {
      await this.#readers.wrote(this.#owner);
      this.#unsigned += entries;
      if (this.#unsigned >= entriesPerRoot) await this.#sign(keptInstant(at), false);
    } catch (cause) {
      if (asMoothallError(cause, this.location) === cause && !isMoothallError(cause)) throw cause;
    }
  }

  load(kind: Kind, id: string): Promise<LoadedRecord | undefined> {
    return this.#ask((owner) => load(owner, kind, id));
  }

  get(clearance: PublicationClass, kind: Kind, id: string): Promise<StoredText | undefined> {
    return this.#read(clearance, (from) => get(from, clearance, kind, id));
  }

  getAsAt(
    clearance: PublicationClass,
    kind: Kind,
    id: string,
    at: string,
  ): Promise<StoredText | undefined> {
    return this.#ask(async (owner) =>
      viewAt(id, await narrowedHistory(owner, clearance, kind, id), keptInstant(at)),
    );
  }

  list(clearance: PublicationClass, kind: Kind, query: ListQuery): Promise<StoredPage> {
    return this.#read(clearance, async (from, kinds) => {
      const stored = await kinds.find(from, kind);
      const checked = checkList(stored?.model ?? { kind, fields: {} }, query);
      if (stored === undefined) return { items: [], next: null };
      return checked.asAt === undefined
        ? list(from, stored, clearance, checked)
        : listAsAt(this.#owner, stored, clearance, checked);
    });
  }

  async *iterate(
    clearance: PublicationClass,
    kind: Kind,
    query: Pick<ListQuery, "where" | "order">,
  ): AsyncGenerator<StoredText> {
    let cursor: string | null = null;
    do {
      const page: StoredPage = await this.list(clearance, kind, {
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
  ): Promise<readonly AggregateRow[]> {
    return this.#read(clearance, async (from, kinds) => {
      const stored = await kinds.find(from, kind);
      const checked = checkAggregate(stored?.model ?? { kind, fields: {} }, query);
      return stored === undefined
        ? aggregateOfNone(checked)
        : aggregate(from, stored, clearance, checked);
    });
  }

  search(clearance: PublicationClass, query: SearchQuery): Promise<SearchPage> {
    return this.#read(clearance, (from, kinds) => search(from, kinds, clearance, query));
  }

  history(clearance: PublicationClass, kind: Kind, id: string): Promise<readonly HistoryEntry[]> {
    return this.#ask(async (owner) =>
      historyEntries(await narrowedHistory(owner, clearance, kind, id), clearance),
    );
  }

  counts(clearance: PublicationClass): Promise<ReadonlyMap<Kind, number>> {
    return this.#read(clearance, (from) => counts(from, clearance));
  }

  visible(
    clearance: PublicationClass,
    references: readonly Reference[],
  ): Promise<ReadonlySet<Reference>> {
    return this.#read(clearance, (from) => visible(from, clearance, references));
  }

  referrers(clearance: PublicationClass, reference: Reference): Promise<readonly Reference[]> {
    return this.#read(clearance, (from) => referrers(from, clearance, reference));
  }

  noteUpload(upload: Upload): Promise<void> {
    return this.#ask((owner) => noteUpload(owner, upload));
  }

  uploads(kind: Kind, id: string): Promise<readonly Upload[]> {
    return this.#ask((owner) => uploads(owner, kind, id));
  }

  dropUploads(before: string): Promise<void> {
    return this.#ask((owner) => dropUploads(owner, before));
  }

  filesOf(kind: Kind, id: string): Promise<readonly string[]> {
    return this.#ask((owner) => filesOf(owner, kind, id));
  }

  holdsFile(sha512: string, since: string): Promise<boolean> {
    return this.#ask((owner) => holdsFile(owner, sha512, since));
  }

  async *files(): AsyncGenerator<string> {
    let page = await this.#ask((owner) => filesAfter(owner, ""));
    while (page.length > 0) {
      yield* page;
      const last = page.at(-1) ?? "";
      page = await this.#ask((owner) => filesAfter(owner, last));
    }
  }

  putToken(token: TokenRow): Promise<void> {
    return this.#ask((owner) => putToken(owner, token));
  }

  tokenByHash(hash: string): Promise<TokenRow | undefined> {
    return this.#ask((owner) => tokenByHash(owner, hash));
  }

  tokens(): Promise<readonly TokenRow[]> {
    return this.#ask(tokens);
  }

  /** Entries that come while others are being written go to the disk together, in their order. */
  async appendAudit(entry: AuditEntry): Promise<void> {
    if (this.#closed) throw closed(this.location);
    this.#auditWaiting.push(entry);
    const turn = this.#auditTurn.then(async () => {
      const waiting = this.#auditWaiting;
      if (waiting.length === 0) return;
      this.#auditWaiting = [];
      await this.#ask((owner) => addAudit(owner, waiting));
    });
    this.#auditTurn = turn.catch(() => undefined);
    return turn;
  }

  async *audit(): AsyncGenerator<AuditEntry> {
    let rows = await this.#ask((owner) => auditAfter(owner, "0"));
    while (rows.length > 0) {
      yield* rows.map(auditEntry);
      const last = rows.at(-1)?.sequence ?? "0";
      rows = await this.#ask((owner) => auditAfter(owner, last));
    }
  }

  async *records(): AsyncGenerator<FullRecord> {
    const kinds = await this.#ask((owner) => counts(owner, "confidential"));
    for (const kind of [...kinds.keys()].sort()) {
      let last = "";
      for (;;) {
        const page = await this.#ask((owner) => fullRecords(owner, kind, last));
        if (page.length === 0) break;
        yield* page;
        last = page.at(-1)?.id ?? last;
      }
    }
  }

  async *verifyHistory(): AsyncGenerator<HistoryFault> {
    try {
      if (this.#closed) throw closed(this.location);
      yield* verifyRecords(this.#owner);
    } catch (cause) {
      throw asMoothallError(cause, this.location);
    }
  }

  async *exportHistory(opened?: PublicationClass): AsyncGenerator<string> {
    await this.#guarded(() => this.#signAll());
    yield JSON.stringify({ type: "moothall-history", form: 1 } satisfies ExportLine);
    for (const line of await this.#ask(keyLines)) yield JSON.stringify(line);
    const roots = await this.#ask(rootRows);
    let entries = 0;
    let after = "0";
    // What comes in meanwhile stands under the next root.
    for (const root of roots) {
      for (;;) {
        const last = after;
        const some = await this.#ask((owner) => entryLines(owner, opened, last, root.through));
        if (some.last === undefined) break;
        for (const line of some.lines) yield JSON.stringify(line);
        entries += some.lines.length;
        after = some.last;
      }
      yield JSON.stringify(rootLine(root));
    }
    yield JSON.stringify({ type: "end", entries, roots: roots.length } satisfies ExportLine);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    await this.#auditTurn;
    try {
      if (this.#unsigned > 0) await this.#signAll();
    } catch {
      // The next that writes signs what was left.
    } finally {
      this.#closed = true;
      await Promise.all([this.#readers.close(), this.#owner.close()]);
    }
  }

  #signAll(): Promise<void> {
    return this.#sign(keptInstant(new Date().toISOString()), true);
  }

  /** Signs what none has signed yet, and brings counts together while nobody else writes. */
  async #sign(at: string, all: boolean): Promise<void> {
    this.#unsigned = 0;
    await this.#writer.alone(async (transaction) => {
      await signRoots(transaction, at, all, this.#signingKey);
      for (const of of publicationClasses) await gatherCounts(transaction, of);
    });
  }

  #ask<T>(work: (owner: Querying) => Promise<T>): Promise<T> {
    return this.#guarded(() => work(this.#owner));
  }

  #read<T>(clearance: PublicationClass, work: Reading<T>): Promise<T> {
    return this.#guarded(() => this.#readers.read(clearance, work));
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw closed(this.location);
    try {
      return await work();
    } catch (cause) {
      throw asMoothallError(cause, this.location);
    }
  }
}
