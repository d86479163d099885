import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { stylesheet, stylesheetHash } from "./stylesheet.ts";

it("asks for nothing from elsewhere and can stand in a style element", () => {
  expect(stylesheet).not.toMatch(/url\(|@import|@font-face|<\//i);
});

it("is what its hash says", () => {
  const digest = createHash("sha256").update(Buffer.from(stylesheet, "utf8")).digest("base64");
  expect(stylesheetHash).toBe(`sha256-${digest}`);
});

it("keeps text readable on its ground", () => {
  const variable = (name: string) =>
    new RegExp(`--${name}: (#[0-9a-f]+);`).exec(stylesheet)?.[1] ?? "";
  for (const text of ["ink", "quiet", "link", "mark"]) {
    for (const ground of ["ground", "tint"]) {
      expect(contrast(variable(text), variable(ground))).toBeGreaterThanOrEqual(7);
    }
  }
  expect(contrast(variable("ink"), variable("focus"))).toBeGreaterThanOrEqual(7);
});

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort(
    (left, right) => left - right,
  );
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const digits =
    colour.length === 4
      ? [...colour.slice(1)].map((digit) => digit + digit)
      : colour.slice(1).match(/../g);
  const [red = 0, green = 0, blue = 0] = (digits ?? []).map((pair) => {
    const part = Number.parseInt(pair, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
