import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineOfText, visibleText } from "./visible-text.ts";

describe("visibleText", () => {
  it("keeps letters of any script, tabs and line ends", () => {
    expect(visibleText("Llan£air\t漢字 👍🏽\r\nb\rc\u2028d")).toBe("Llan£air\t漢字 👍🏽\nb\nc\nd");
  });

  it("shows what is no text as U+FFFD", () => {
    expect(visibleText("a\u001b[31m\u0000\u007f\u009b\ud800\u202eb\u2066\uffff")).toBe(
      "a\ufffd[31m\ufffd\ufffd\ufffd\ufffd\ufffdb\ufffd\ufffd",
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(visibleText(visibleText(text))).toBe(visibleText(text));
        expect(lineOfText(lineOfText(text))).toBe(lineOfText(text));
        expect(lineOfText(text)).not.toMatch(/[\n\t]| {2}|^ | $/);
      }),
    );
  });
});
