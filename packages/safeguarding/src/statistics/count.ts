import { fault } from "../errors.ts";

/**
 * @throws MoothallError `safeguarding/negative-count`, `safeguarding/fraction-of-a-person`; the
 * message does not say the number.
 */
export function requireCount(value: number, pointer: string): void {
  if (value < 0) {
    throw fault(
      "safeguarding/negative-count",
      "A count is less than zero.",
      "Counts are of people or cases: correct the one at the place named.",
      { pointer },
    );
  }
  if (!Number.isSafeInteger(value)) {
    throw fault(
      "safeguarding/fraction-of-a-person",
      "A count is not a whole number.",
      "Counts are of people or cases; a rate or a percentage goes with its numerator and base.",
      { pointer },
    );
  }
}
