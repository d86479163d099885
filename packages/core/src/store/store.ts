import type { Kind, Reference } from "../identifier.ts";
import type { Classification, PublicationClass } from "../publication.ts";
import type { Fields } from "./fields.ts";

/** A store may answer at once (the embedded one does) or later. */
export type Eventually<T> = T | Promise<T>;

/** What a store has to know of a kind of record. */
export interface ResourceModel {
  readonly kind: Kind;
  readonly fields: Fields;
  /** Pointers of the text that search looks at; the whole document where left out. */
  readonly searchable?: readonly string[];
  /** Pointers of references to the records that one of this kind is a part of: they are touched with it. */
  readonly partOf?: readonly string[];
}

/**
 * What one clearance sees of a record, as the JSON text that was stored for it: the record's own
 * fields, and `record` with `version`, `created` and `modified` of this clearance's view.
 */
export interface StoredText {
  readonly id: string;
  readonly text: string;
  /** Counts the changes that this clearance could see. */
  readonly version: number;
  /** The moment of the last change that this clearance could see. */
  readonly modified: string;
  /** In lists of what is there now: the last moment at which it, or a part of it, changed in this clearance's sight. */
  readonly touched?: string;
}

/** A record in full, for the host only. */
export interface LoadedRecord {
  /** As last written, after a deletion too; empty after an erasure. */
  readonly data: Record<string, unknown>;
  readonly classification: Classification;
  /** The version of each clearance's view; 0 where that clearance has never seen it. */
  readonly versions: Readonly<Record<PublicationClass, number>>;
  readonly deleted: boolean;
}

/** A record that is there now, in full. */
export interface FullRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly data: Record<string, unknown>;
  readonly classification: Classification;
}

export type Condition =
  | {
      readonly field: string;
      readonly is: "equals" | "at-least" | "at-most";
      readonly value: string | number | boolean;
    }
  | {
      readonly field: string;
      readonly is: "one-of";
      readonly value: readonly (string | number | boolean)[];
    }
  | { readonly field: string; readonly is: "missing" };

export interface ListQuery {
  /** By the fields that the kind declares, and by those that every kind has: `id`, `created`, `modified`, `touched`. */
  readonly where?: readonly Condition[];
  /**
   * An indexed field, or `id` (the default); texts by code points. Equal ones by id, in the same
   * direction. Records without the field come last in either direction.
   */
  readonly order?: { readonly field: string; readonly direction: "ascending" | "descending" };
  /** 1 to 1,000; 50 where left out. */
  readonly limit?: number;
  readonly cursor?: string;
  /** The view as it was at this moment, by the narrower of the class then and now. */
  readonly asAt?: string;
  /**
   * Also, or only, what this clearance once saw and does not see any more: of each its id and
   * `record` with `version`, `created`, `modified` and `deleted: true`. Nothing says whether it was
   * taken away or hidden, and what happens to it out of sight moves nothing. Not with `asAt`.
   */
  readonly deleted?: "included" | "only";
}

export interface StoredPage {
  readonly items: readonly StoredText[];
  /** Where the next page starts; null on the last. */
  readonly next: string | null;
}

export interface AggregateQuery {
  readonly where?: readonly Condition[];
  readonly groupBy?: readonly string[];
  /** Decimal or integer fields to add up, exactly. */
  readonly sum?: readonly string[];
  readonly least?: readonly string[];
  readonly greatest?: readonly string[];
}

export interface AggregateRow {
  readonly group: Readonly<Record<string, string | number | boolean | null>>;
  readonly count: number;
  /** Exact decimals as text; null where no record of the group has the field. */
  readonly sum: Readonly<Record<string, string | null>>;
  readonly least: Readonly<Record<string, string | number | null>>;
  readonly greatest: Readonly<Record<string, string | number | null>>;
}

/** All words must occur (see `wordsOf`); what came into sight last comes first. */
export interface SearchQuery {
  readonly text: string;
  readonly kinds?: readonly Kind[];
  readonly limit?: number;
  readonly cursor?: string;
}

export interface SearchHit {
  readonly reference: Reference;
  /** A stretch of the text in which the words were found, of what this clearance sees. */
  readonly excerpt: string;
}

export interface SearchPage {
  readonly items: readonly SearchHit[];
  readonly next: string | null;
}

export interface HistoryEntry {
  readonly version: number;
  readonly at: string;
  readonly action: "created" | "replaced" | "deleted" | "erased";
  readonly reason?: string;
  /** Who wrote it: for confidential readers only. */
  readonly by?: string;
  /**
   * What this clearance saw from then on, as far as it may see it now; absent after a deletion or
   * an erasure, and of every entry before an erasure.
   */
  readonly text?: string;
}

/**
 * What is taken for granted of a record as it stands. A write is refused otherwise, with
 * `core/already-exists` where none was expected and `core/stale` where another version was; a guard
 * with `core/conflict`.
 */
export type Expectation =
  | "absent"
  | { readonly version: number; readonly clearance: PublicationClass };

export type Write =
  | {
      readonly action: "put";
      readonly kind: Kind;
      readonly id: string;
      readonly data: Record<string, unknown>;
      readonly classification: Classification;
      readonly expect?: Expectation;
    }
  | {
      readonly action: "delete";
      readonly kind: Kind;
      readonly id: string;
      readonly reason: string;
      readonly expect?: Expectation;
    }
  /** Takes content and salt out of the record and its whole history; a tombstone stays. */
  | {
      readonly action: "erase";
      readonly kind: Kind;
      readonly id: string;
      readonly reason: string;
      readonly expect?: Expectation;
    };

/** A record that was read while deciding and must still be of that version; else `core/conflict`. */
export interface Guard {
  readonly kind: Kind;
  readonly id: string;
  readonly expect: Expectation;
}

/**
 * A sum, or with no `sum` the number of records, that was read while deciding and must still be the
 * same when the batch is written, else `core/conflict`; 0 where nothing adds up.
 */
export interface TotalGuard {
  readonly clearance: PublicationClass;
  readonly kind: Kind;
  readonly where: readonly Condition[];
  /** The field that is added up; the records are counted where it is left out. */
  readonly sum?: string;
  readonly equals: string;
}

/** Writes that all happen or none, against what was read. */
export interface Batch {
  readonly writes: readonly Write[];
  readonly unchanged?: readonly Guard[];
  readonly totals?: readonly TotalGuard[];
  readonly at: string;
  readonly by: string;
}

export interface CommitReceipt {
  readonly results: readonly {
    readonly kind: Kind;
    readonly id: string;
    readonly outcome: "created" | "replaced" | "unchanged" | "deleted" | "erased";
    readonly versions: Readonly<Record<PublicationClass, number>>;
  }[];
}

export interface TokenRow {
  /** A short public name of the token; the secret itself is never stored. */
  readonly id: string;
  /** SHA-256 of the secret, hexadecimal. */
  readonly hash: string;
  readonly clearance: PublicationClass;
  /** References of the bodies it may write for, or `*`. */
  readonly bodies: readonly string[];
  /** `plugin:verb`, `plugin:*` or `*`. */
  readonly permissions: readonly string[];
  readonly created: string;
  readonly expires: string;
  readonly revoked?: string;
}

export interface AuditEntry {
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly outcome: string;
  readonly about?: string;
}

/** That bytes were put for a record, which may name them from then on. */
export interface Upload {
  readonly kind: Kind;
  readonly id: string;
  /** SHA-512, hexadecimal. */
  readonly sha512: string;
  /** The clearance of who put them: only who has it too may make the record name them. */
  readonly clearance: PublicationClass;
  readonly at: string;
}

/** Where the history does not hold. `entry` counts from 1; 0 where a root stands over no entry that is left. */
export interface HistoryFault {
  readonly kind: Kind;
  readonly id: string;
  readonly entry: number;
  readonly fault: "altered" | "removed" | "reordered" | "root-not-signed-by-this-store";
}

/**
 * What holds the records. Two drivers pass one suite (`@moothall/core/store/testing`).
 *
 * - A batch is written whole or not at all, and is on disk when `commit` answers.
 * - A record is redacted once, when it is written: for every clearance the store keeps its own
 *   document, version, times, index, search text and history, so that nothing hidden moves a
 *   filter, an order, a version or a time of modification.
 * - Putting data equal to what is held changes nothing and answers `unchanged`.
 * - A reference to a record that a clearance may not see is withheld from that clearance's
 *   document; when the target's class changes, the documents that refer to it are written anew.
 *   Deleted and erased records keep their class for this. A reference to what never was is shown.
 * - Versions count what a clearance could see, and never restart. A record that comes out of or
 *   goes out of a clearance's sight is created or deleted to that clearance.
 * - Times are kept in UTC with milliseconds, and a record's never go back, whatever the clock says.
 * - An erasure takes content, classification, reasons and salts out of all earlier entries; they
 *   stay as entries, and the chain verifies. Deleted and erased records can be created anew.
 *
 * - A record holds the files that it names or has named, until it is erased.
 *
 * Every method rejects (or throws) a `MoothallError`: `core/stale`, `core/already-exists`,
 * `core/not-found`, `core/conflict`, `core/busy`, `core/timeout`, `core/store-unreachable`,
 * `core/store-damaged`, `core/store-too-new`, `core/cannot-write`, `core/too-large` for a document
 * that cannot be indexed, `core/bad-input` for an unknown field or a bad cursor.
 */
export interface Store {
  /** As given by the user, without a password. */
  readonly location: string;
  /** Makes the tables and indexes of these kinds; cheap where they are there already. */
  prepare(models: readonly ResourceModel[]): Promise<void>;
  commit(batch: Batch): Promise<CommitReceipt>;
  load(kind: Kind, id: string): Eventually<LoadedRecord | undefined>;
  get(clearance: PublicationClass, kind: Kind, id: string): Eventually<StoredText | undefined>;
  getAsAt(
    clearance: PublicationClass,
    kind: Kind,
    id: string,
    at: string,
  ): Eventually<StoredText | undefined>;
  list(clearance: PublicationClass, kind: Kind, query: ListQuery): Eventually<StoredPage>;
  /** Every record of the query, page by page, in constant memory. */
  iterate(
    clearance: PublicationClass,
    kind: Kind,
    query: Pick<ListQuery, "where" | "order">,
  ): AsyncIterable<StoredText>;
  aggregate(
    clearance: PublicationClass,
    kind: Kind,
    query: AggregateQuery,
  ): Eventually<readonly AggregateRow[]>;
  search(clearance: PublicationClass, query: SearchQuery): Eventually<SearchPage>;
  history(clearance: PublicationClass, kind: Kind, id: string): Eventually<readonly HistoryEntry[]>;
  /**
   * A mark that is another after every change to a record, by whatever process: what was read while
   * it stood is still so while it stands. Undefined where the store cannot tell for less than a read costs.
   */
  mark?(): string | undefined;
  /** The kinds that hold records this clearance may see, with how many. */
  counts(clearance: PublicationClass): Eventually<ReadonlyMap<Kind, number>>;
  /** Which of these records this clearance may see. */
  visible(
    clearance: PublicationClass,
    references: readonly Reference[],
  ): Eventually<ReadonlySet<Reference>>;
  /** The records whose document, as this clearance sees it, refers to this one. */
  referrers(clearance: PublicationClass, reference: Reference): Eventually<readonly Reference[]>;
  /** Notes that bytes were put for a record; of two notes of the same the wider clearance stands. */
  noteUpload(upload: Upload): Promise<void>;
  /** The notes of uploads for a record, whether it has come to name them or not. */
  uploads(kind: Kind, id: string): Eventually<readonly Upload[]>;
  /** Drops the notes from before a moment, where the record never came to name the bytes. */
  dropUploads(before: string): Promise<void>;
  /** The digests of the files that a record names or has named. */
  filesOf(kind: Kind, id: string): Eventually<readonly string[]>;
  /** Whether a record names or has named these bytes, or they were put for one since that moment. */
  holdsFile(sha512: string, since: string): Eventually<boolean>;
  /** The digests of all files that records name or have named, each once, in order. */
  files(): AsyncIterable<string>;
  putToken(token: TokenRow): Promise<void>;
  tokenByHash(hash: string): Eventually<TokenRow | undefined>;
  tokens(): Eventually<readonly TokenRow[]>;
  appendAudit(entry: AuditEntry): Promise<void>;
  audit(): AsyncIterable<AuditEntry>;
  /** Every record that is there now, in full, by kind and id (by code points): to copy or to hash. For the host only. */
  records(): AsyncIterable<FullRecord>;
  /** Recomputes every chain and root; yields what does not hold. */
  verifyHistory(): AsyncIterable<HistoryFault>;
  /**
   * The chains and signed roots, an `ExportLine` as JSON a line, which `verifyExport` and any
   * outsider can verify. It tells how many entries there are; with `opened`, also what that
   * clearance saw then and may see today, to be compared with what was committed to.
   */
  exportHistory(opened?: PublicationClass): AsyncIterable<string>;
  close(): Promise<void>;
}
