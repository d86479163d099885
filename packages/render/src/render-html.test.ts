import { completeDocument, MoothallError } from "@moothall/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf, hostileTexts } from "../test/hostile-document.ts";
import { attribute, type Element, elementsOf, skeletonOf, textOf } from "../test/parsed-page.ts";
import { renderCsv } from "./render-csv.ts";
import { renderHtml, renderHtmlFragment } from "./render-html.ts";
import { stylesheet, stylesheetHash } from "./stylesheet.ts";
import { visibleText } from "./visible-text.ts";

const document = completeDocument({
  title: "Contract register",
  summary: "What was decided.",
  blocks: [
    { type: "heading", id: "awards", text: "Awards" },
    { type: "heading", id: "deep", text: "Details", level: 4 },
    { type: "paragraph", id: "p-1", number: "1.1", text: "Two were awarded." },
    {
      type: "table",
      id: "t",
      caption: "Awards by number",
      columns: [
        { id: "no", heading: "Decision" },
        { id: "for", heading: "For", headsRow: true },
        { id: "value", heading: "Value", type: "money", unit: "£" },
      ],
      rows: [
        {
          id: "opcc.2017-13",
          cells: [
            { text: "13/2017", reference: "procurement/award/opcc.2017-13" },
            { text: "Support" },
            {
              text: "121,229.00",
              value: "121229.00",
              source: { document: "Pack", url: "https://example.org/p.pdf" },
            },
          ],
        },
        {
          cells: [
            { text: "14/17" },
            { text: "Care" },
            { text: "", value: null, status: "withheld", source: { document: "Minutes" } },
          ],
        },
        { total: true, cells: [{ text: "" }, { text: "Total" }, { text: "121,229.00" }] },
      ],
    },
    {
      type: "chart",
      id: "c",
      kind: "bar",
      table: "t",
      category: "for",
      values: ["value"],
      title: "Values",
      finding: "One is known.",
    },
    { type: "heading", id: "next", text: "Next" },
    { type: "heading", id: "last", text: "Last" },
  ],
});

const page = renderHtml(document, {
  base: "/v1/",
  json: "/r.json",
  csv: (table) => `/r.csv?table=${table}`,
  formats: [{ text: "DOCX", href: "/r.docx" }],
  site: { text: "The office", href: "/" },
  navigation: [{ text: "Money", href: "/money" }],
  breadcrumbs: [{ text: "Home", href: "/" }],
  footer: [{ text: "Accessibility statement", href: "/accessibility" }],
  updated: "2017-05-22",
});
const elements = elementsOf(page);
const all = (...names: string[]): Element[] =>
  elements.filter(({ tagName }) => names.includes(tagName));
const byId = (id: string | undefined): Element | undefined =>
  elements.find((each) => attribute(each, "id") === id);
const within = (outer: Element | undefined, name: string): Element[] =>
  outer === undefined
    ? []
    : outer.childNodes.flatMap((child) =>
        "tagName" in child
          ? [...(child.tagName === name ? [child] : []), ...within(child, name)]
          : [],
      );

describe("renderHtml", () => {
  it("names its language, its title and its parts", () => {
    expect(page.startsWith("<!doctype html>\n")).toBe(true);
    expect(attribute(all("html")[0] as Element, "lang")).toBe("en-GB");
    expect(
      all("title")
        .filter(({ parentNode }) => parentNode?.nodeName === "head")
        .map(textOf),
    ).toEqual(["Contract register – The office"]);
    expect(all("h1").map(textOf)).toEqual(["Contract register"]);
    for (const landmark of ["header", "main", "footer"]) expect(all(landmark)).toHaveLength(1);
    expect(
      all("nav").map(
        (nav) =>
          attribute(nav, "aria-label") ??
          textOf(byId(attribute(nav, "aria-labelledby")) as Element),
      ),
    ).toEqual(["Main", "Breadcrumb", "Contents", "This page in other formats", "About this site"]);
    expect(all("time").map((time) => [attribute(time, "datetime"), textOf(time)])).toEqual([
      ["2017-05-22", "22 May 2017"],
    ]);
  });

  it("starts with a link to its content", () => {
    const first = all("a")[0] as Element;
    expect(attribute(first, "href")).toBe("#page_content");
    expect(byId("page_content")?.tagName).toBe("main");
  });

  it("skips no level of headings", () => {
    expect(
      all("h1", "h2", "h3", "h4", "h5", "h6").map(
        (heading) => `${heading.tagName} ${attribute(heading, "id")}`,
      ),
    ).toEqual(["h1 undefined", "h2 awards", "h3 deep", "h2 next", "h2 last"]);
  });

  it("gives every id once, and every link within the page a place to go", () => {
    const ids = elements.flatMap((each) => attribute(each, "id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(["awards", "p-1", "t", "t_opcc.2017-13", "t__2", "t__3", "c"]),
    );
    const inner = all("a").flatMap((link) => {
      const href = attribute(link, "href") ?? "";
      return href.startsWith("#") ? [href.slice(1)] : [];
    });
    expect(inner.length).toBeGreaterThan(5);
    for (const id of inner) expect(ids).toContain(id);
    for (const each of elements) {
      for (const id of (attribute(each, "aria-labelledby") ?? "").split(" ").filter(Boolean)) {
        expect(ids).toContain(id);
      }
    }
  });

  it("heads the columns and rows of a table, and can be scrolled by keyboard", () => {
    const table = byId("t");
    expect(within(table, "caption").map(textOf)).toEqual(["Awards by number"]);
    expect(
      within(within(table, "thead")[0], "th").map((th) => [
        attribute(th, "scope"),
        attribute(th, "class"),
        textOf(th),
      ]),
    ).toEqual([
      ["col", undefined, "Decision"],
      ["col", undefined, "For"],
      ["col", "number", "Value (£)"],
    ]);
    expect(
      within(within(table, "tbody")[0], "th").map((th) => [attribute(th, "scope"), textOf(th)]),
    ).toEqual([
      ["row", "Support"],
      ["row", "Care"],
      ["row", "Total"],
    ]);
    expect(within(within(table, "tbody")[0], "td").map(textOf)).toEqual([
      "13/2017",
      "121,229.00 [source 1]",
      "14/17",
      "not available (withheld) [source 2]",
      "",
      "121,229.00",
    ]);
    const scroll = within(table, "div")[0] as Element;
    expect([attribute(scroll, "role"), attribute(scroll, "tabindex")]).toEqual(["region", "0"]);
  });

  it("links to records, sources, the CSV of each table and the JSON twin", () => {
    const links = all("a").map((link) => [attribute(link, "href"), textOf(link)]);
    expect(links).toContainEqual(["/v1/procurement/award/opcc.2017-13", "13/2017"]);
    expect(links).toContainEqual(["https://example.org/p.pdf", "Pack"]);
    expect(links).toContainEqual([
      "/r.csv?table=t",
      "Download this table as CSV: Awards by number",
    ]);
    expect(links).toContainEqual(["/r.json", "JSON"]);
    expect(links).toContainEqual(["/r.docx", "DOCX"]);
    expect(
      all("link").map((link) => [
        attribute(link, "rel"),
        attribute(link, "type"),
        attribute(link, "href"),
      ]),
    ).toEqual([
      ["alternate", "application/json", "/r.json"],
      ["alternate", "text/csv", "/r.csv?table=t"],
    ]);
  });

  it("shows a chart as an image with a name and a description, its finding and its table", () => {
    const svg = within(byId("c"), "svg")[0] as Element;
    expect(attribute(svg, "role")).toBe("img");
    expect(
      (attribute(svg, "aria-labelledby") ?? "").split(" ").map((id) => textOf(byId(id) as Element)),
    ).toEqual(["Values", "One is known. Not drawn: Care (not available (withheld))."]);
    expect(within(byId("c"), "p").map(textOf)).toEqual([
      "One is known.",
      "The figures are in the table Awards by number.",
    ]);
  });

  it("stands under a strict content-security policy", () => {
    for (const each of elements) {
      expect(["script", "iframe", "object", "embed", "img", "base", "form"]).not.toContain(
        each.tagName,
      );
      for (const { name } of each.attrs) {
        expect(name).not.toBe("style");
        expect(name.startsWith("on")).toBe(false);
      }
    }
    expect(all("style").map(textOf)).toEqual([stylesheet]);
    expect(stylesheetHash).toMatch(/^sha256-[A-Za-z0-9+/]{43}=$/);
    const linked = elementsOf(renderHtml(document, { stylesheet: "/site.css" }));
    expect(linked.filter(({ tagName }) => tagName === "style")).toEqual([]);
    expect(linked.some((each) => attribute(each, "href") === "/site.css")).toBe(true);
  });

  it("holds the CSV itself when it has no address", () => {
    const link = elementsOf(renderHtml(document)).find(
      (each) => attribute(each, "download") === "t.csv",
    );
    const [head, csv = ""] = (attribute(link as Element, "href") ?? "").split(",");
    expect(head).toBe("data:text/csv;charset=utf-8");
    const table = document.blocks.find((part) => part.type === "table");
    expect(table && renderCsv(table)).toBe(decodeURIComponent(csv));
  });

  it("marks what is not for publication, and says nothing of what is", () => {
    expect(renderHtml({ ...document, class: "restricted" })).toContain(
      "<strong>Restricted: not for publication</strong>",
    );
    expect(renderHtml(document)).not.toContain("publication</strong>");
  });

  it("refuses a chart whose table is missing", () => {
    const broken = { ...document, blocks: document.blocks.filter(({ type }) => type !== "table") };
    expect(() => renderHtml(broken)).toThrow(MoothallError);
  });
});

describe("hostile data in a page", () => {
  const options = { base: "/v1" };
  const plain = skeletonOf(renderHtml(documentOf("word"), options));

  it("makes no markup, in whatever field it is", () => {
    for (const text of hostileTexts) {
      const html = renderHtml(documentOf(text), options);
      expect(skeletonOf(html)).toEqual(plain);
      expect(
        elementsOf(html)
          .filter(({ tagName }) => tagName === "h1")
          .map(textOf),
      ).toEqual([visibleText(text)]);
      for (const each of elementsOf(html)) {
        expect(attribute(each, "href") ?? "#").toMatch(
          /^(#|https:\/\/example\.org\/pack\?|\/v1\/|data:text\/csv;charset=utf-8,)/,
        );
      }
    }
  });

  it("makes no markup, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
        const html = renderHtml(documentOf(text), options);
        expect(skeletonOf(html)).toEqual(plain);
        expect(
          elementsOf(html)
            .filter(({ tagName }) => tagName === "h2")
            .map(textOf),
        ).toEqual(Array(3).fill(visibleText(text)));
      }),
      { numRuns: 50 },
    );
  });

  it("makes no markup of the application's own names and addresses", () => {
    const named = (text: string) => {
      const link = { text, href: `/${text}` };
      return skeletonOf(
        renderHtml(document, {
          base: text,
          csv: () => text,
          json: text,
          formats: [link],
          site: link,
          navigation: [link],
          breadcrumbs: [link],
          footer: [link],
          stylesheet: text,
        }),
      );
    };
    for (const text of hostileTexts) expect(named(text)).toEqual(named("word"));
  });
});

it("renderHtmlFragment is the blocks of the page and nothing around them", () => {
  const fragment = renderHtmlFragment(document, { csv: (table) => `/${table}.csv` });
  expect(renderHtml(document, { csv: (table) => `/${table}.csv` })).toContain(fragment);
  expect(fragment.startsWith('<h2 id="awards">Awards</h2>')).toBe(true);
  expect(fragment).not.toMatch(/<(main|h1|style|body|nav)/);
});
