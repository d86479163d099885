const sweeps = 60;

/**
 * Eigenvalues, the largest first, and eigenvectors (as columns) of a small symmetric matrix, by
 * Jacobi's rotations (1846).
 * @param matrix Row by row; only what is symmetric of it counts.
 */
export function eigenvectors(
  matrix: Float64Array,
  size: number,
): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const a = Float64Array.from(
    matrix,
    (value, index) =>
      (value + (matrix[(index % size) * size + Math.floor(index / size)] as number)) / 2,
  );
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) v[i * size + i] = 1;
  for (let sweep = 0; sweep < sweeps && offDiagonal(a, size) > 0; sweep += 1) {
    for (let p = 0; p < size; p += 1)
      for (let q = p + 1; q < size; q += 1) rotatePair(a, v, size, p, q);
  }
  const order = [...Array(size).keys()].sort(
    (i, j) => (a[j * size + j] as number) - (a[i * size + i] as number) || i - j,
  );
  return {
    values: Float64Array.from(order, (i) => a[i * size + i] as number),
    vectors: Float64Array.from(
      v,
      (_, index) => v[Math.floor(index / size) * size + (order[index % size] as number)] as number,
    ),
  };
}

/** Turns two axes so that nothing is left between them. */
function rotatePair(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const between = a[p * size + q] as number;
  if (between === 0) return;
  const theta = ((a[q * size + q] as number) - (a[p * size + p] as number)) / (2 * between);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let i = 0; i < size; i += 1) turn(a, i * size + p, i * size + q, c, s);
  for (let i = 0; i < size; i += 1) turn(a, p * size + i, q * size + i, c, s);
  for (let i = 0; i < size; i += 1) turn(v, i * size + p, i * size + q, c, s);
  a[p * size + q] = 0;
  a[q * size + p] = 0;
}

function turn(values: Float64Array, one: number, other: number, c: number, s: number): void {
  const [x, y] = [values[one] as number, values[other] as number];
  values[one] = c * x - s * y;
  values[other] = s * x + c * y;
}

/** What is left off the diagonal, where it is more than rounding. */
function offDiagonal(a: Float64Array, size: number): number {
  let [off, on] = [0, 0];
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      const square = (a[i * size + j] as number) ** 2;
      if (i === j) on += square;
      else off += square;
    }
  return off <= 1e-30 * on ? 0 : off;
}
