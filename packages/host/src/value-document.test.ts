import { completeDocument } from "@moothall/core";
import { expect, it } from "vitest";
import { recordDocument, valueDocument } from "./value-document.ts";

const record = { version: 2, created: "2026-01-01T00:00:00.000Z" };

it("a record is called as it calls itself, and its fields are said in words", () => {
  const { title, summary, blocks } = completeDocument(
    recordDocument("contract", {
      id: "c-1",
      title: "Roof repairs",
      body: "register/body/council",
      value: { amount: "1200.5", currency: "GBP" },
      period: "2026-04-01/2027-03-31",
      signed: "2026-03-02",
      smallOrMedium: true,
      tags: ["roof", "works"],
      previous: { supplier: "Slates Ltd", value: { amount: "900", currency: "GBP" } },
      sources: [{ document: "A pack", item: "11A" }],
      record,
    }),
  );
  expect({ title, summary }).toEqual({ title: "Roof repairs", summary: "Contract c-1" });
  expect(blocks).toMatchObject([
    {
      items: [
        { term: "Body", text: "register/body/council", reference: "register/body/council" },
        { term: "Value", text: "£1,200.50", value: "1200.5" },
        { term: "Period", text: "1 April 2026 to 31 March 2027", value: "2026-04-01/2027-03-31" },
        { term: "Signed", text: "2 March 2026", value: "2026-03-02" },
        { term: "Small or medium", text: "yes" },
        { term: "Tags", text: "roof, works" },
        { term: "Previous", text: "Supplier: Slates Ltd; Value: £900.00" },
      ],
    },
    { caption: "Sources", rows: [{ cells: [{ text: "A pack" }, { text: "11A" }] }] },
    { id: "record", items: [{ term: "Version" }, { term: "Created" }] },
  ]);
});

it("a record without a name is called by its kind and id", () => {
  const document = recordDocument("paper-version", { id: "p-1", record });
  expect(completeDocument(document)).toMatchObject({ title: "paper version p-1" });
});

it("an answer that is no object is one fact", () => {
  expect(completeDocument(valueDocument("Sum", 7)).blocks).toMatchObject([
    { items: [{ term: "Value", text: "7" }] },
  ]);
});
