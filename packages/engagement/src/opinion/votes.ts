import * as z from "zod";
import { fault } from "../errors.ts";

export const voteRow = () =>
  z.strictObject({
    participant: z.union([z.string().min(1), z.number()]),
    statement: z.union([z.string().min(1), z.number()]),
    /** 1 agrees, −1 disagrees, 0 passes. */
    vote: z
      .union([z.number(), z.string(), z.boolean(), z.null()])
      .describe("1 agrees, -1 disagrees, 0 passes; anything else is refused by row"),
  });

export type VoteRow = z.input<ReturnType<typeof voteRow>>;

/** Votes by participant: of each, the statements voted on and the votes. In the order of their names. */
export interface Votes {
  readonly participants: readonly string[];
  readonly statements: readonly string[];
  /** The votes of participant p stand from `starts[p]` up to `starts[p + 1]`. */
  readonly starts: Int32Array;
  readonly statementOf: Int32Array;
  readonly voteOf: Int8Array;
  /** Votes that the same participant gave again; the last one counts. */
  readonly changed: number;
}

/**
 * Orders votes by participant and statement, so that the order of a file changes nothing; of two
 * votes by one participant on one statement the later row counts.
 * @throws MoothallError `engagement/bad-vote` that names the row
 */
export function readVotes(rows: readonly VoteRow[]): Votes {
  const participants = new Names();
  const statements = new Names();
  const who = new Int32Array(rows.length);
  // What was voted on and how, in one number, so that a list of them can be sorted as it is.
  const given = new Int32Array(rows.length);
  for (const [index, { participant, statement, vote }] of rows.entries()) {
    if (vote !== 1 && vote !== 0 && vote !== -1) throw badVote(index);
    who[index] = participants.numberOf(participant, index, "participant");
    given[index] = 4 * statements.numberOf(statement, index, "statement") + vote + 1;
  }
  const byWho = participants.order();
  const byWhat = statements.order();
  const ranked = rankedVotes(who, given, byWho.rankOf, byWhat);
  return { participants: byWho.names, statements: byWhat.names, ...ranked };
}

interface Ranked {
  readonly names: readonly string[];
  /** The rank of each number by name. */
  readonly rankOf: Int32Array;
}

/** Numbers names in the order in which they come. */
class Names {
  readonly #known = new Map<string | number, number>();
  readonly #names: string[] = [];

  numberOf(name: unknown, index: number, column: string): number {
    if ((typeof name !== "string" || name === "") && typeof name !== "number")
      throw noName(index, column);
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    // A participant written as 7 is the one written as "7".
    const text = String(name);
    const number = this.#known.get(text) ?? this.#names.push(text) - 1;
    this.#known.set(text, number);
    this.#known.set(name, number);
    return number;
  }

  order(): Ranked {
    const order = [...this.#names.keys()].sort((left, right) =>
      byName(this.#names[left] as string, this.#names[right] as string),
    );
    const rankOf = new Int32Array(order.length);
    for (const [rank, number] of order.entries()) rankOf[number] = rank;
    return { names: order.map((number) => this.#names[number] as string), rankOf };
  }
}

function rankedVotes(who: Int32Array, given: Int32Array, rankOf: Int32Array, what: Ranked) {
  const grouped = groupByParticipant(who, given, rankOf);
  const starts = new Int32Array(rankOf.length + 1);
  const statementOf = new Int32Array(given.length);
  const voteOf = new Int8Array(given.length);
  // Where the participant's vote on each statement stands, by the participant who last had one there.
  const placeOf = new Int32Array(what.names.length);
  const placedBy = new Int32Array(what.names.length).fill(-1);
  let size = 0;
  for (let participant = 0; participant < rankOf.length; participant += 1) {
    const from = grouped.starts[participant] as number;
    const to = grouped.starts[participant + 1] as number;
    let last = from;
    for (let at = from; at < to; at += 1) {
      const vote = grouped.given[at] as number;
      const statement = what.rankOf[vote >> 2] as number;
      const isAgain = placedBy[statement] === participant;
      const place = isAgain ? (placeOf[statement] as number) : last;
      grouped.given[place] = 4 * statement + (vote & 3);
      placeOf[statement] = place;
      placedBy[statement] = participant;
      if (!isAgain) last += 1;
    }
    const own = grouped.given.subarray(from, last).sort();
    starts[participant] = size;
    for (const vote of own) {
      statementOf[size] = vote >> 2;
      voteOf[size] = (vote & 3) - 1;
      size += 1;
    }
  }
  starts[rankOf.length] = size;
  return {
    starts,
    statementOf: statementOf.subarray(0, size),
    voteOf: voteOf.subarray(0, size),
    changed: given.length - size,
  };
}

/** Each participant's votes together, by rank, in the order of the rows. */
function groupByParticipant(who: Int32Array, given: Int32Array, rankOf: Int32Array) {
  const starts = new Int32Array(rankOf.length + 1);
  for (const number of who) {
    const next = (rankOf[number] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let rank = 0; rank < rankOf.length; rank += 1)
    starts[rank + 1] = (starts[rank + 1] as number) + (starts[rank] as number);
  const next = starts.slice();
  const grouped = new Int32Array(given.length);
  for (const [index, number] of who.entries()) {
    const rank = rankOf[number] as number;
    const place = next[rank] as number;
    grouped[place] = given[index] as number;
    next[rank] = place + 1;
  }
  return { starts, given: grouped };
}

/** Numbers in names by their size, so that 10 comes after 9. */
const collator = new Intl.Collator("en", { numeric: true });
const byName = (left: string, right: string): number =>
  collator.compare(left, right) || (left < right ? -1 : 1);

const badVote = (index: number) =>
  fault(
    "engagement/bad-vote",
    `Vote ${index + 1} is none of 1 (agrees), -1 (disagrees) and 0 (passes).`,
    "Correct the row; leave out statements that nobody voted on.",
    { row: index + 1, column: "vote" },
  );

const noName = (index: number, column: string) =>
  fault(
    "engagement/bad-vote",
    `Vote ${index + 1} names no ${column}.`,
    "Give a name or number that is the same for all votes of one participant, or on one statement.",
    { row: index + 1, column },
  );
