import { completeDocument, MoothallError } from "@moothall/core";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { documentOf, hostileTexts } from "../test/hostile-document.ts";
import { readXml, type XmlReading } from "../test/parsed-xml.ts";
import { renderDocx } from "./render-docx.ts";
import { lineOfText } from "./visible-text.ts";

/** Every XML part of the file, read strictly. */
const open = (file: Uint8Array): ReadonlyMap<string, XmlReading> =>
  new Map(
    Object.entries(unzipSync(file))
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, bytes]) => [name, readXml(strFromU8(bytes))]),
  );

const partOf = (parts: ReadonlyMap<string, XmlReading>, name: string): XmlReading => {
  const part = parts.get(name);
  if (part === undefined)
    throw new Error(`The file has no ${name}: ${[...parts.keys()].join(", ")}`);
  return part;
};

const count = ({ elements }: XmlReading, name: string, ...has: [string, string][]): number =>
  elements.filter(
    (each) => each.name === name && has.every(([key, value]) => each.attributes[key] === value),
  ).length;

const document = completeDocument({
  title: "Minutes",
  summary: "Of the board.",
  blocks: [
    { type: "heading", id: "one", text: "Opening" },
    { type: "heading", id: "sub", text: "Apologies", level: 3 },
    {
      type: "paragraph",
      id: "p",
      number: "1.1",
      text: "Line\ntwo",
      source: { document: "Pack", url: "https://example.org/p" },
    },
    { type: "list", id: "l1", ordered: true, items: ["a", "b"] },
    { type: "list", id: "l2", ordered: true, items: ["c"] },
    { type: "list", id: "l3", items: ["d"] },
    { type: "page-break", id: "b" },
    { type: "heading", id: "two", text: "Figures" },
    {
      type: "table",
      id: "t",
      caption: "Spend",
      columns: [
        { id: "a", heading: "Body" },
        { id: "b", heading: "Spend", type: "money", unit: "£" },
      ],
      rows: [
        { cells: [{ text: "Office" }, { text: "5.00" }] },
        { total: true, cells: [{ text: "Total" }, { text: "5.00" }] },
      ],
    },
    {
      type: "chart",
      id: "c",
      kind: "bar",
      table: "t",
      category: "a",
      values: ["b"],
      title: "Spend by body",
      finding: "One spends.",
    },
    { type: "heading", id: "three", text: "Close" },
  ],
});

describe("renderDocx", () => {
  it("writes headings, lists, tables with repeated heads, page breaks and links", async () => {
    const parts = open(await renderDocx(document));
    const body = partOf(parts, "word/document.xml");
    const styled = (style: string) => count(body, "w:pStyle", ["w:val", style]);
    expect([styled("Title"), styled("Heading1"), styled("Heading2"), styled("Caption")]).toEqual([
      1, 3, 1, 2,
    ]);
    expect(count(body, "w:tbl")).toBe(1);
    expect(count(body, "w:tr")).toBe(3);
    expect(count(body, "w:tblHeader")).toBe(1);
    expect(count(body, "w:br", ["w:type", "page"])).toBe(1);
    expect(count(body, "w:bookmarkStart")).toBe(4);
    const anchors = body.elements.flatMap(({ name, attributes }) =>
      name === "w:hyperlink" ? (attributes["w:anchor"] ?? []) : [],
    );
    expect(anchors).toEqual(["heading_1", "heading_3", "heading_4"]);
    for (const word of [
      "Minutes",
      "Of the board.",
      "1.1",
      "Spend (£)",
      "Chart: Spend by body",
      "One spends.",
    ]) {
      expect(body.text).toContain(word);
    }
    const lists = body.elements.flatMap(({ name, attributes }) =>
      name === "w:numId" ? [attributes["w:val"]] : [],
    );
    expect(lists).toHaveLength(7);
    expect(lists[3]).toBe(lists[4]);
    expect(lists[5]).not.toBe(lists[4]);
    expect(partOf(parts, "word/footer1.xml").text).toMatch(/^\s*Page .* of /s);
    expect(partOf(parts, "docProps/core.xml").text).toContain("Minutes");
  });

  it("is in British English", async () => {
    const styles = partOf(open(await renderDocx(document)), "word/styles.xml");
    expect(count(styles, "w:lang", ["w:val", "en-GB"])).toBe(1);
  });

  it("marks every page of what is not for publication", async () => {
    const footer = partOf(
      open(await renderDocx({ ...document, class: "confidential" })),
      "word/footer1.xml",
    );
    expect(footer.text).toContain("Confidential: not for publication.");
  });

  it("opens as XML whatever the data, holds all its words and links to the web only", async () => {
    for (const text of hostileTexts) {
      const parts = open(await renderDocx(documentOf(text)));
      const { text: words } = partOf(parts, "word/document.xml");
      expect(lineOfText(words).split(lineOfText(text)).length).toBeGreaterThan(10);
      for (const { elements } of parts.values()) {
        for (const { attributes } of elements) {
          if (attributes.TargetMode === "External") expect(attributes.Target).toMatch(/^https?:/);
        }
      }
    }
  });

  it("links a source on the web", async () => {
    const links = partOf(open(await renderDocx(document)), "word/_rels/document.xml.rels");
    expect(
      count(links, "Relationship", ["TargetMode", "External"], ["Target", "https://example.org/p"]),
    ).toBe(1);
  });

  it("refuses a chart whose table is missing", async () => {
    const broken = { ...document, blocks: document.blocks.filter(({ type }) => type !== "table") };
    await expect(renderDocx(broken)).rejects.toBeInstanceOf(MoothallError);
  });
});
