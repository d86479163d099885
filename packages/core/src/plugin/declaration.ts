import type * as Effect from "effect/Effect";
import type * as z from "zod";
import type { ReportDocumentInput } from "../document.ts";
import type { ErrorTable, MoothallError } from "../error.ts";
import type { Finding } from "../finding.ts";
import type { Kind } from "../identifier.ts";
import type { Classification, PathPattern, PublicationClass } from "../publication.ts";
import { shared } from "../shared-schema.ts";
import type { Condition, Fields } from "../store/index.ts";
import type { ServicesOf, ServiceTag } from "./services.ts";

/** The version of this contract. A plugin written for a newer one is set aside, not guessed at. */
export const contractVersion = 1;

/** A kind of record. Everything that can be done with it follows from this. */
export interface Resource {
  readonly summary: string;
  /** Made with `record(…)` of `@moothall/core`. */
  readonly schema: z.ZodObject;
  /** The fields to filter, order and add up by. */
  readonly fields?: Fields;
  /**
   * Where a record refers to what it is a part of, as JSON Pointers: a meeting is `touched` when an
   * item of it changes. References in an array all count.
   */
  readonly partOf?: readonly `/${string}`[];
  /** Pure: who may see the record, and parts of it. Run on every write. Public where left out. */
  readonly classify?: (record: never) => Classification;
  /** Every path that `classify` may ever name, so that readers know which fields may be absent. */
  readonly withholds?: readonly PathPattern[];
  /**
   * Pure: refuses a change that only an operation may make, by throwing an error of the plugin's
   * table. Run on what is created, replaced or patched, with the record as it stood; not on what an
   * operation decides, nor on what is imported whole from elsewhere.
   */
  readonly byHand?: (record: never, before: never | undefined) => void;
  /** The field that refers to the body whose record it is; who may write it follows from that. */
  readonly body?: `/${string}`;
  /** The heads of a table of such records, most telling first; the indexed fields where left out. */
  readonly columns?: readonly string[];
  /** The links without which a record of this kind hangs loose: `check` notes each that is missing. */
  readonly expects?: readonly ExpectedLink[];
  readonly example: { readonly id: string; readonly [field: string]: unknown };
}

/** A link that a record should have, to or from any record of these kinds. */
export interface ExpectedLink {
  readonly direction: "refers-to" | "referred-to-by";
  /** Kinds (`meetings/decision`), or plugins (`meetings`) for all of theirs. Passed over while none of their plugins is loaded. */
  readonly kinds: readonly string[];
  /** What is missing, as a sentence: `It names no decision.` */
  readonly missing: string;
  readonly fix: string;
}

/** What must still be so when a decision is written: that there is no such record, or its version as read. */
export type Expected = "absent" | number;

/** One write that a handler has decided on; the host classifies and commits it. */
export type DecidedWrite =
  | {
      readonly action: "put";
      readonly kind: Kind;
      readonly data: Readonly<Record<string, unknown>> & { readonly id: string };
      readonly expect?: Expected;
    }
  | {
      readonly action: "delete" | "erase";
      readonly kind: Kind;
      readonly id: string;
      readonly reason: string;
      readonly expect?: Expected;
    };

/** What a write operation answers: its output, and the batch to commit for it to become true. */
export interface Decision<Output> {
  readonly output: Output;
  readonly writes: readonly DecidedWrite[];
  /** Versions, sums and counts that were relied on: the batch is refused when they no longer hold, and the handler runs again. */
  readonly unchanged?: readonly {
    readonly kind: Kind;
    readonly id: string;
    readonly expect: Expected;
  }[];
  readonly totals?: readonly {
    readonly kind: Kind;
    readonly where: readonly Condition[];
    /** The field that is added up; the records are counted where it is left out. */
    readonly sum?: string;
    readonly equals: string;
  }[];
}

/** Says that an object is a decision, so that its words are checked where they are written. */
export const decision = <Output>(decided: Decision<Output>): Decision<Output> => decided;

/** How the items of a file come in: a value a line, or bytes as they are. */
export type ItemFormat = "json-lines" | "bytes";

export interface Operation {
  readonly summary: string;
  readonly description?: string;
  /** An object; its scalar fields can be given as flags. */
  readonly input: z.ZodObject;
  /** What it answers, or, with `writes`, each item that it answers. */
  readonly output: z.ZodType;
  /** `write` operations answer a `Decision`. */
  readonly mode: "read" | "write";
  /** The verb of the permission `plugin:verb` that a caller needs; `write` for write operations where left out. */
  readonly permission?: string;
  /** The clearance below which the operation does not exist. Public where left out. */
  readonly clearance?: PublicationClass;
  /** Reads at this class whatever the caller's own; then every part of the output must say its class. */
  readonly readsAt?: PublicationClass;
  readonly needs: readonly ServiceTag[];
  /** The file comes item by item instead of as the input. */
  readonly reads?: ItemFormat;
  /** The answer goes out item by item: a line each, or an array under this name in one JSON object. */
  readonly writes?: "json-lines" | { readonly under: string };
  /** Each item that it answers is a finding: on the command line it ends with 1 when one is an error. */
  readonly findings?: true;
  /** Milliseconds until it is cut off; 30,000 where left out, none where it reads a file. */
  readonly timeLimit?: number;
  readonly example: {
    readonly input: Readonly<Record<string, unknown>>;
    readonly items?: readonly unknown[];
  };
  readonly handler: (
    input: never,
    items: AsyncIterable<unknown>,
  ) => Effect.Effect<unknown, MoothallError, never>;
}

export interface Check {
  readonly summary: string;
  /** The rules by which it finds: `rule` → what it says, for the reference. */
  readonly rules: Readonly<Record<string, string>>;
  readonly needs: readonly ServiceTag[];
  readonly run: () => Effect.Effect<Iterable<Finding>, MoothallError, never>;
}

export interface Report {
  readonly summary: string;
  readonly input: z.ZodObject;
  readonly clearance?: PublicationClass;
  readonly needs: readonly ServiceTag[];
  readonly example: { readonly input: Readonly<Record<string, unknown>> };
  readonly build: (input: never) => Effect.Effect<ReportDocumentInput, MoothallError, never>;
}

export interface Export {
  readonly summary: string;
  /** Such as `application/json` or `text/calendar; charset=utf-8`. */
  readonly mediaType: string;
  /** Of a file that holds it, without the dot. */
  readonly extension: string;
  readonly input: z.ZodObject;
  readonly clearance?: PublicationClass;
  readonly needs: readonly ServiceTag[];
  readonly example: { readonly input: Readonly<Record<string, unknown>> };
  readonly build: (
    input: never,
  ) => Effect.Effect<
    string | Uint8Array | AsyncIterable<string | Uint8Array>,
    MoothallError,
    never
  >;
}

export interface FeedRequest {
  /** What follows the feed's prefix, without a slash at either end. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The absolute address of the prefix, without a slash at the end. */
  readonly base: string;
  /**
   * The absolute address of the service, under which `/v1/…` lies, without a slash at the end; left
   * out where what is made will lie apart from it.
   */
  readonly service?: string;
}

export interface FeedResponse {
  readonly status: number;
  readonly mediaType: string;
  readonly body: string;
}

/** Linked, paged, read-only endpoints of a published standard, under a prefix of their own. */
export interface Feed {
  readonly summary: string;
  readonly needs: readonly ServiceTag[];
  readonly handle: (request: FeedRequest) => Effect.Effect<FeedResponse, MoothallError, never>;
}

export interface Declarations {
  readonly resources?: Readonly<Record<string, Resource>>;
  readonly operations?: Readonly<Record<string, Operation>>;
  readonly checks?: Readonly<Record<string, Check>>;
  readonly reports?: Readonly<Record<string, Report>>;
  readonly exports?: Readonly<Record<string, Export>>;
  /** By prefix: `{ oparl: … }` answers under `/oparl`. */
  readonly feeds?: Readonly<Record<string, Feed>>;
  readonly errors?: ErrorTable;
}

export interface Plugin<Settings extends z.ZodType = z.ZodType> {
  readonly marker: "moothall-plugin";
  readonly contract: number;
  readonly name: string;
  readonly summary: string;
  readonly settings: Settings;
  readonly declare: (settings: never) => Declarations;
}

/** Words that no resource or operation may have for a name. */
export const reservedNames: ReadonlySet<string> = new Set([
  "report",
  "reports",
  "export",
  "exports",
  "check",
  "checks",
  "import",
  "feed",
]);

/**
 * Words by which the apps know something of their own, beside the reserved names: no plugin may have one
 * for its name, since nobody could reach it.
 */
export const reservedPlugins: ReadonlySet<string> = new Set([
  ...reservedNames,
  "backup",
  "copy",
  "core",
  "doctor",
  "errors",
  "example",
  "export-history",
  "file",
  "health",
  "new-plugin",
  "restore",
  "search",
  "serve",
  "token",
  "trace",
  "v1",
  "verify-history",
]);

/** Words of the apps: no field of an input and no indexed field may be given under one of these. */
export const reservedInputs: ReadonlySet<string> = new Set([
  "as",
  "config",
  "data",
  "file",
  "files",
  "format",
  "help",
  "json",
  "output",
  "table",
]);

/** Words of lists, which no indexed field may have for a name. */
export const reservedFields: ReadonlySet<string> = new Set([
  ...reservedInputs,
  "as-at",
  "cursor",
  "limit",
  "order",
  "where",
]);

/**
 * Addresses of the house: no feed may have one of these for its prefix. Those with a dot, such as
 * `openapi.json`, are no names in any case.
 */
export const reservedPrefixes: ReadonlySet<string> = new Set(["errors", "health", "v1"]);

/** Declares a plugin. Plain data: nothing runs until a host loads it. */
export const definePlugin = <Settings extends z.ZodType>(plugin: {
  readonly name: string;
  readonly summary: string;
  readonly settings: Settings;
  readonly declare: (settings: z.output<Settings>) => Declarations;
}): Plugin => ({
  marker: "moothall-plugin",
  contract: contractVersion,
  ...plugin,
  declare: plugin.declare as Plugin["declare"],
});

/**
 * A schema, or what makes it: then it is made when it is first asked for, and a command that needs none
 * of a plugin's other schemas starts sooner.
 */
type Given<Schema> = Schema | (() => Schema);

/** A declaration of which these schemas are made when they are asked for. */
function madeOnDemand<Declared>(
  declaration: object,
  names: readonly ("schema" | "input" | "output")[],
): Declared {
  const made = { ...declaration };
  for (const name of names) {
    const given: unknown = Reflect.get(declaration, name);
    if (typeof given === "function")
      Object.defineProperty(made, name, {
        get: shared(given as () => unknown),
        enumerable: true,
      });
  }
  return made as Declared;
}

/** Declares a kind of record; `classify`, `byHand` and `example` are typed by the schema. */
export const resource = <Schema extends z.ZodObject>(
  declaration: Omit<Resource, "schema" | "classify" | "byHand" | "example"> & {
    readonly schema: Given<Schema>;
    readonly classify?: (record: z.output<Schema>) => Classification;
    readonly byHand?: (record: z.output<Schema>, before: z.output<Schema> | undefined) => void;
    readonly example: z.input<Schema> & { readonly id: string };
  },
): Resource => madeOnDemand(declaration, ["schema"]);

type Answer<Output extends z.ZodType, Mode, Writes> = Writes extends undefined
  ? Mode extends "write"
    ? Decision<z.input<Output>>
    : z.input<Output>
  : AsyncIterable<z.input<Output>>;

/** Declares an operation; the handler is typed by the schemas and may ask for what `needs` lists. */
export const operation = <
  Input extends z.ZodObject,
  Output extends z.ZodType,
  Mode extends "read" | "write",
  const Needs extends readonly ServiceTag[],
  const Writes extends Operation["writes"] | undefined = undefined,
>(
  declaration: Omit<
    Operation,
    "input" | "output" | "mode" | "needs" | "writes" | "handler" | "example"
  > & {
    readonly input: Given<Input>;
    readonly output: Given<Output>;
    readonly mode: Mode;
    readonly needs: Needs;
    readonly writes?: Writes;
    readonly example: { readonly input: z.input<Input>; readonly items?: readonly unknown[] };
    readonly handler: (
      input: z.output<Input>,
      items: AsyncIterable<unknown>,
    ) => Effect.Effect<Answer<Output, Mode, Writes>, MoothallError, ServicesOf<Needs>>;
  },
): Operation => madeOnDemand(declaration, ["input", "output"]);

export const check = <const Needs extends readonly ServiceTag[]>(
  declaration: Omit<Check, "needs" | "run"> & {
    readonly needs: Needs;
    readonly run: () => Effect.Effect<Iterable<Finding>, MoothallError, ServicesOf<Needs>>;
  },
): Check => declaration as unknown as Check;

export const report = <Input extends z.ZodObject, const Needs extends readonly ServiceTag[]>(
  declaration: Omit<Report, "input" | "needs" | "build" | "example"> & {
    readonly input: Given<Input>;
    readonly needs: Needs;
    readonly example: { readonly input: z.input<Input> };
    readonly build: (
      input: z.output<Input>,
    ) => Effect.Effect<ReportDocumentInput, MoothallError, ServicesOf<Needs>>;
  },
): Report => madeOnDemand(declaration, ["input"]);

export const exporter = <Input extends z.ZodObject, const Needs extends readonly ServiceTag[]>(
  declaration: Omit<Export, "input" | "needs" | "build" | "example"> & {
    readonly input: Given<Input>;
    readonly needs: Needs;
    readonly example: { readonly input: z.input<Input> };
    readonly build: (
      input: z.output<Input>,
    ) => Effect.Effect<
      string | Uint8Array | AsyncIterable<string | Uint8Array>,
      MoothallError,
      ServicesOf<Needs>
    >;
  },
): Export => madeOnDemand(declaration, ["input"]);

export const feed = <const Needs extends readonly ServiceTag[]>(
  declaration: Omit<Feed, "needs" | "handle"> & {
    readonly needs: Needs;
    readonly handle: (
      request: FeedRequest,
    ) => Effect.Effect<FeedResponse, MoothallError, ServicesOf<Needs>>;
  },
): Feed => declaration as unknown as Feed;
