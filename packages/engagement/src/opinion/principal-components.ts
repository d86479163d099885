import { principalAxes } from "./principal-axes.ts";
import type { Votes } from "./votes.ts";

/** Where each participant stands on the two axes along which votes differ most. */
export interface Projection {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Projects participants on the first two principal components of their votes. A statement that a
 * participant did not vote on counts as its mean, and a participant who voted on few statements is
 * moved outwards by √(statements / own votes), so that they are not drawn to the middle for it
 * (Small et al., "Polis", 2021).
 *
 * @param rows The participants that take part, as indexes into the votes.
 */
export function projectParticipants(votes: Votes, rows: Int32Array): Projection {
  const centred = centre(votes, rows);
  const [first, second] = principalAxes(votes.statements.length, (block, width) =>
    timesCovariance(votes, rows, centred, block, width),
  );
  const x = new Float64Array(rows.length);
  const y = new Float64Array(rows.length);
  for (const [index, row] of rows.entries()) {
    const from = votes.starts[row] as number;
    const to = votes.starts[row + 1] as number;
    let [alongFirst, alongSecond] = [0, 0];
    for (let at = from; at < to; at += 1) {
      const statement = votes.statementOf[at] as number;
      alongFirst += (centred[at] as number) * (first[statement] as number);
      alongSecond += (centred[at] as number) * (second[statement] as number);
    }
    const scale = Math.sqrt(votes.statements.length / Math.max(1, to - from));
    x[index] = scale * alongFirst;
    y[index] = scale * alongSecond;
  }
  return { x, y };
}

/** Each vote less the mean of its statement. */
function centre(
  { statements, starts, statementOf, voteOf }: Votes,
  rows: Int32Array,
): Float64Array {
  const sums = new Float64Array(statements.length);
  const counts = new Float64Array(statements.length);
  for (const row of rows) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
      const statement = statementOf[at] as number;
      sums[statement] = (sums[statement] as number) + (voteOf[at] as number);
      counts[statement] = (counts[statement] as number) + 1;
    }
  }
  const means = sums.map((sum, statement) => sum / Math.max(1, counts[statement] as number));
  const centred = new Float64Array(voteOf.length);
  for (let at = 0; at < voteOf.length; at += 1)
    centred[at] = (voteOf[at] as number) - (means[statementOf[at] as number] as number);
  return centred;
}

/**
 * The covariance of votes times a block of vectors, which lie side by side, a row for each
 * statement. Covariance itself is never made: most of a large conversation is not voted on.
 */
function timesCovariance(
  { starts, statementOf }: Votes,
  rows: Int32Array,
  centred: Float64Array,
  block: Float64Array,
  width: number,
): Float64Array {
  const result = new Float64Array(block.length);
  const along = new Float64Array(width);
  for (const row of rows) {
    const from = starts[row] as number;
    const to = starts[row + 1] as number;
    along.fill(0);
    for (let at = from; at < to; at += 1) {
      const value = centred[at] as number;
      const base = (statementOf[at] as number) * width;
      for (let k = 0; k < width; k += 1)
        along[k] = (along[k] as number) + value * (block[base + k] as number);
    }
    for (let at = from; at < to; at += 1) {
      const value = centred[at] as number;
      const base = (statementOf[at] as number) * width;
      for (let k = 0; k < width; k += 1)
        result[base + k] = (result[base + k] as number) + value * (along[k] as number);
    }
  }
  return result;
}
