import { eigenvectors } from "./eigenvectors.ts";

/** How many vectors are iterated together: more than two, so that close axes come apart at once. */
const most = 6;
const rounds = 100;
/** The largest error of an axis, as a part of the strongest. */
const settled = 1e-9;

/**
 * The two axes of most variance by subspace iteration with Rayleigh and Ritz (Saad, Numerical
 * Methods for Large Eigenvalue Problems, 2011, section 5.2). The same on every run; an axis has no
 * direction of its own, so its strongest statement points to the positive side.
 *
 * @param size Statements.
 * @param times The covariance times a block of `width` vectors, side by side.
 */
export function principalAxes(
  size: number,
  times: (block: Float64Array, width: number) => Float64Array,
): [first: Float64Array, second: Float64Array] {
  const width = Math.min(most, size);
  // Any start will do that is at right angles to no axis; this one is the same on every run.
  let block: Float64Array = Float64Array.from(
    { length: size * width },
    (_, index) => (((index * 7919 + 13) * 104_729) % 1_000_003) / 1_000_003 - 0.5,
  );
  orthonormalise(block, width);
  for (let round = 1; ; round += 1) {
    const image = times(block, width);
    const { values, vectors } = eigenvectors(products(block, image, width), width);
    const ritz = rotate(block, vectors, width);
    const next = rotate(image, vectors, width);
    if (round === rounds || largestError(ritz, next, values, width) <= settled)
      return [axisOf(ritz, values, width, 0), axisOf(ritz, values, width, 1)];
    block = next;
    orthonormalise(block, width);
  }
}

/** What each vector of one block has in common with each of the other. */
function products(left: Float64Array, right: Float64Array, width: number): Float64Array {
  const result = new Float64Array(width * width);
  for (let base = 0; base < left.length; base += width) {
    for (let i = 0; i < width; i += 1) {
      const value = left[base + i] as number;
      for (let j = 0; j < width; j += 1)
        result[i * width + j] =
          (result[i * width + j] as number) + value * (right[base + j] as number);
    }
  }
  return result;
}

function rotate(block: Float64Array, vectors: Float64Array, width: number): Float64Array {
  const result = new Float64Array(block.length);
  for (let base = 0; base < block.length; base += width) {
    for (let i = 0; i < width; i += 1) {
      const value = block[base + i] as number;
      for (let j = 0; j < width; j += 1)
        result[base + j] =
          (result[base + j] as number) + value * (vectors[i * width + j] as number);
    }
  }
  return result;
}

/** How far the first two are from being axes, as a part of the strongest. */
function largestError(
  ritz: Float64Array,
  image: Float64Array,
  values: Float64Array,
  width: number,
): number {
  const strongest = Math.abs(values[0] as number);
  if (strongest === 0) return 0;
  let largest = 0;
  for (let k = 0; k < Math.min(2, width); k += 1) {
    let square = 0;
    for (let base = k; base < ritz.length; base += width)
      square += ((image[base] as number) - (values[k] as number) * (ritz[base] as number)) ** 2;
    largest = Math.max(largest, Math.sqrt(square) / strongest);
  }
  return largest;
}

/** Gram and Schmidt, twice against rounding; a vector of which nothing is left becomes zero. */
function orthonormalise(block: Float64Array, width: number): void {
  for (let k = 0; k < width; k += 1) {
    const before = lengthOf(block, width, k);
    for (let pass = 0; pass < 2; pass += 1) {
      for (let other = 0; other < k; other += 1) {
        let along = 0;
        for (let base = 0; base < block.length; base += width)
          along += (block[base + k] as number) * (block[base + other] as number);
        for (let base = 0; base < block.length; base += width)
          block[base + k] = (block[base + k] as number) - along * (block[base + other] as number);
      }
    }
    const length = lengthOf(block, width, k);
    const factor = length <= 1e-12 * before ? 0 : 1 / length;
    for (let base = k; base < block.length; base += width)
      block[base] = factor === 0 ? 0 : (block[base] as number) * factor;
  }
}

function lengthOf(block: Float64Array, width: number, k: number): number {
  let square = 0;
  for (let base = k; base < block.length; base += width) square += (block[base] as number) ** 2;
  return Math.sqrt(square);
}

/** One axis, oriented; nothing where there is no variance along it. */
function axisOf(ritz: Float64Array, values: Float64Array, width: number, k: number): Float64Array {
  const size = ritz.length / width;
  const strongest = values[0] as number;
  if (k >= width || !((values[k] as number) > 1e-12 * strongest)) return new Float64Array(size);
  const axis = Float64Array.from({ length: size }, (_, row) => ritz[row * width + k] as number);
  let peak = 0;
  for (const value of axis) if (Math.abs(value) > Math.abs(peak) + 1e-9) peak = value;
  return peak < 0 ? axis.map((value) => -value) : axis;
}
