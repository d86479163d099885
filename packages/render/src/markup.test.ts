import * as fc from "fast-check";
import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { attribute, type Element, textOf } from "../test/parsed-page.ts";
import { markup } from "./markup.ts";
import { visibleText } from "./visible-text.ts";

describe("markup", () => {
  it("escapes values, not markup, and leaves nothing for undefined and false", () => {
    const inner = markup`<b>${"<&>"}</b>`;
    expect(markup`<p>${inner}${undefined}${false}${["x", inner]}${0}</p>`.toString()).toBe(
      "<p><b>&lt;&amp;&gt;</b>x<b>&lt;&amp;&gt;</b>0</p>",
    );
  });

  it("comes back as it was given, in text and in attributes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { childNodes } = parseFragment(markup`<p title="${text}">${text}</p>`.toString());
        expect(childNodes).toHaveLength(1);
        expect(attribute(childNodes[0] as Element, "title")).toBe(visibleText(text));
        expect(textOf(childNodes[0] as Element)).toBe(visibleText(text));
      }),
    );
  });
});
