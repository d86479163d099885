/**
 * Excel, LibreOffice and Google Sheets run a cell as a formula when it begins with one of these
 * (OWASP, CSV injection), some of them after white space; an apostrophe in front makes it text. A
 * value that begins with an apostrophe gets another one, so that taking one away always gives the
 * value back. A plain decimal number is no formula, whatever its sign.
 */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n']/u;
const plainNumber = /^-?[0-9]+(?:\.[0-9]+)?$/;

/** Writes a value so that no spreadsheet runs it: `=1+1` → `'=1+1`, `-5.20` → `-5.20`. */
export const guardCell = (value: string): string =>
  formula.test(value) && !plainNumber.test(value) ? `'${value}` : value;

/** The value that `guardCell` was given; other text, an apostrophe in front or not, as it is. */
export const unguardCell = (written: string): string =>
  written.startsWith("'") && formula.test(written.slice(1)) ? written.slice(1) : written;
