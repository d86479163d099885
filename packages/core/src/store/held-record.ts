import type { Kind } from "../identifier.ts";
import type { Classification, PublicationClass } from "../publication.ts";
import type { Stamp } from "./stamp.ts";

export type PerClass<T> = Readonly<Record<PublicationClass, T>>;

/** The same made for each class. */
export const forEachClass = <T>(make: (of: PublicationClass) => T): PerClass<T> => ({
  public: make("public"),
  restricted: make("restricted"),
  confidential: make("confidential"),
});

/** What a clearance sees of a record now: the stamped text that readers get. */
export interface HeldView extends Stamp {
  readonly text: string;
}

/** A record as a store holds it, with all that a write has to be decided against. */
export interface HeldRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly state: "present" | "deleted" | "erased";
  /** JSON text of the record in full; `{}` after an erasure. */
  readonly data: string;
  /** As last written; of an erased record only the class of the whole. */
  readonly classification: Classification;
  /** The version of each clearance's view; they never restart. */
  readonly versions: PerClass<number>;
  /** The view of each clearance that sees the record now. */
  readonly views: PerClass<HeldView | undefined>;
  /** How many entries its history has, and the digest of the last. */
  readonly entries: number;
  readonly digest: string;
  /** The moment of the last entry. */
  readonly at: string;
}

/** What there is of a record that was never written. */
export const neverWritten = (kind: Kind, id: string): HeldRecord => ({
  kind,
  id,
  state: "deleted",
  data: "{}",
  classification: { record: "public" },
  versions: { public: 0, restricted: 0, confidential: 0 },
  views: { public: undefined, restricted: undefined, confidential: undefined },
  entries: 0,
  digest: "",
  at: "",
});
