import { completeDocument, money, record, tableOf } from "@moothall/core";
import type { Resource } from "@moothall/core/plugin";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { labelOf, listDocument, valueDocument } from "./tabular.ts";

const source = { document: "Board pack, 22 May 2017", item: "15A", paragraph: "2.2" };
const contract = {
  id: "2017-05",
  title: "Media services",
  body: "register/body/opcc",
  value: { amount: "106600.00", currency: "GBP" },
  signed: "2017-05-22",
  decided: "2017-05-22T10:00:00+01:00",
  period: "2017-07-01/2020-11-30",
  year: "2017",
  sources: [source, { document: "Minutes" }],
  lots: [{ name: "Print", worth: { amount: "5.00", currency: "EUR" } }],
  record: { version: 3, created: "2026-01-01T00:00:00Z", modified: "2026-01-02T00:00:00Z" },
};

describe("a value as a document", () => {
  const document = completeDocument(valueDocument("Contract 2017-05", contract));
  const factsOf = (id: string) =>
    document.blocks.flatMap((block) =>
      block.type === "facts" && block.id === id ? block.items : [],
    );
  const fact = (term: string) => factsOf("facts").find((each) => each.term === term);

  it("goes by the record's own title, its version and times apart at the end", () => {
    expect(document).toMatchObject({ title: "Media services", summary: "Contract 2017-05" });
    expect(fact("Version")).toBeUndefined();
    expect(document.blocks.at(-1)?.id).toBe("record");
    expect(factsOf("record")[0]).toEqual({ term: "Version", text: "3" });
  });

  it.each([
    ["Id", { text: "2017-05" }],
    ["Value", { text: "£106,600.00", value: "106600.00" }],
    ["Signed", { text: "22 May 2017", value: "2017-05-22" }],
    ["Decided", { text: "22 May 2017, 10:00", value: "2017-05-22T10:00:00+01:00" }],
    ["Period", { text: "from 1 July 2017 to 30 November 2020", value: "2017-07-01/2020-11-30" }],
    ["Year", { text: "2017" }],
    ["Body", { text: "register/body/opcc", reference: "register/body/opcc" }],
    ["Sources", { text: "Board pack, 22 May 2017, 15A, paragraph 2.2\nMinutes" }],
  ])("writes %s for a reader and keeps what is exact", (term, expected) => {
    expect(fact(term)).toEqual({ term, ...expected });
  });

  it("has a table for a nested list, with the currency of what is not in pounds", () => {
    const table = tableOf(document, "table-lots");
    expect(table?.columns.map(({ heading }) => heading)).toEqual(["Name", "Worth"]);
    expect(table?.rows[0]?.cells[1]).toEqual({ text: "€5.00", value: "5.00 EUR" });
  });
});

describe("a list as a document", () => {
  const resource = {
    schema: record({ paidOn: z.string(), value: money().optional() }),
    columns: ["paidOn", "value"],
  } as unknown as Resource;

  it("has an amount in one column, with its exact value", () => {
    const value = { amount: "1234.50", currency: "GBP" };
    const { blocks } = listDocument("Payments", resource, [
      { id: "a", paidOn: "2017-05-22", value },
    ]);
    expect(blocks[0]).toMatchObject({
      columns: [{ heading: "Paid on" }, { heading: "Value", type: "money" }],
      rows: [{ cells: [{ text: "22 May 2017" }, { text: "£1,234.50", value: "1234.50" }] }],
    });
  });

  it("labels fields as readers write them", () => {
    expect(["paidOn", "provider.name", "risk-register", "id"].map(labelOf)).toEqual([
      "Paid on",
      "Provider name",
      "Risk register",
      "Id",
    ]);
  });
});
