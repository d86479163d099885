import { fault } from "../errors.ts";

/**
 * The z of a level of confidence: `0.95` → 1.959963984540054, `0.998` → 3.090232306167813. Half of
 * the confidence lies between 0 and z under the normal curve; Newton's method on its power series,
 * which climbs to the root without overshooting. Right to 1e-13 for confidences up to 0.999999.
 *
 * @throws MoothallError `safeguarding/bad-confidence` unless 0.5 ≤ confidence ≤ 0.999999.
 */
export function zOf(confidence: number): number {
  if (!(confidence >= 0.5 && confidence <= 0.999999)) {
    throw fault(
      "safeguarding/bad-confidence",
      `${confidence} is not a level of confidence.`,
      "Give a share from 0.5 to 0.999999: 0.95, or 0.998 for the outer limits of a funnel.",
      { pointer: "/confidence" },
    );
  }
  const half = confidence / 2;
  let z = 0;
  for (let step = 0; step < 60; step += 1) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const change = (half - areaBelow(z, density)) / density;
    z += change;
    if (Math.abs(change) < 1e-16) break;
  }
  return z;
}

/** The area under the normal curve from 0 to z: density × (z + z³/3 + z⁵/15 + …). */
function areaBelow(z: number, density: number): number {
  let term = z;
  let sum = 0;
  for (let odd = 3; sum + term !== sum; odd += 2) {
    sum += term;
    term *= (z * z) / odd;
  }
  return density * sum;
}
