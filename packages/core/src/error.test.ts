import { describe, expect, it } from "vitest";
import { coreErrors, isMoothallError, MoothallError } from "./index.ts";

describe("errors", () => {
  it("are plain errors with a code, a hint and a place", () => {
    const cause = new Error("below");
    const error = new MoothallError({
      code: "core/bad-input",
      message: "It is wrong.",
      hint: "Put it right.",
      at: { row: 3, column: "amount" },
      cause,
    });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: "MoothallError",
      message: "It is wrong.",
      hint: "Put it right.",
      at: { row: 3, column: "amount" },
      findings: undefined,
      cause,
    });
    expect("cause" in new MoothallError({ code: "core/internal", message: "x" })).toBe(false);
  });

  it("are told by shape, so that another copy of this package is known too", () => {
    const foreign = Object.assign(new Error("x"), { name: "MoothallError", code: "a/b" });
    expect(isMoothallError(foreign)).toBe(true);
    for (const other of [new Error("x"), { name: "MoothallError", code: "a/b" }, null, "core/x"]) {
      expect(isMoothallError(other)).toBe(false);
    }
  });

  it("have a row each with a status of a fault and an exit code after sysexits", () => {
    for (const [code, { title, status, exit }] of Object.entries(coreErrors)) {
      expect(code).toMatch(/^core\/[a-z]+(?:-[a-z]+)*$/);
      expect(title).toMatch(/^[A-Z]/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
      expect(exit).toBeGreaterThanOrEqual(64);
      expect(exit).toBeLessThanOrEqual(78);
    }
  });
});
