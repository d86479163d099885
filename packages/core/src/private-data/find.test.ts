import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPrivateData, findPrivateData, type PrivateDataKind } from "./index.ts";

const found = (text: string, names: string[] = []) =>
  findPrivateData(text, { names }).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

// Numbers below are those that their issuers keep for examples: QQ is no prefix that is given out,
// so AB stands with digits of no meaning; telephone numbers are Ofcom's for drama; cards are the
// test numbers of the schemes.
describe("what is private", () => {
  it.each<[PrivateDataKind, string, string]>([
    ["national-insurance-number", "Her number is AB 12 34 56 C.", "AB 12 34 56 C"],
    ["national-insurance-number", "line 1 ab123456c", "ab123456c"],
    ["payment-card", "paid with 4111 1111 1111 1111 on", "4111 1111 1111 1111"],
    ["payment-card", "card 378282246310005.", "378282246310005"],
    ["bank-account", "Sort code: 20-00-00", "20-00-00"],
    ["bank-account", "account number 55779911", "55779911"],
    ["bank-account", "pay 20-00-00 55779911 now", "20-00-00 55779911"],
    ["bank-account", "GB33BUKB20201555555555", "GB33BUKB20201555555555"],
    ["nhs-number", "NHS number: 943 476 5919", "943 476 5919"],
    ["nhs-number", "patient 9434765919", "9434765919"],
    ["passport-number", "passport no. 123456789", "123456789"],
    ["date-of-birth", "DOB: 01/02/1980", "01/02/1980"],
    ["date-of-birth", "born on 1st of February 1980", "1st of February 1980"],
    ["date-of-birth", "date of birth 1980-02-01", "1980-02-01"],
    ["email-address", "write to jo.example@example.org.", "jo.example@example.org"],
    ["role-email-address", "write to pcc.enquiries@example.org", "pcc.enquiries@example.org"],
    ["role-email-address", "sgbenquiries@example.org", "sgbenquiries@example.org"],
    ["phone-number", "mobile 07700 900123", "07700 900123"],
    ["phone-number", "+44 (0)7700 900 123", "+44 (0)7700 900 123"],
    ["phone-number", "call (0114) 496 0123 or", "(0114) 496 0123"],
    ["phone-number", "020 7946 0123", "020 7946 0123"],
    ["phone-number", "01632960123", "01632960123"],
    ["postcode", "lives in SW1A 2AA, London", "SW1A 2AA"],
    ["postcode", "de5 3rs", "de5 3rs"],
    ["vehicle-registration", "a car, AB12 CDE, left", "AB12 CDE"],
    ["vehicle-registration", "registration mark A123 BCD", "A123 BCD"],
    ["personal-name", "said Mrs J. Example-Name to", "Mrs J. Example-Name"],
  ])("finds a %s in '%s'", (kind, text, itself) => {
    expect(found(text)).toEqual([[kind, itself]]);
  });

  it("finds the names of a list in any case and across lines, and no parts of words", () => {
    const text = "JO EXAMPLE and Jo\n  Example, but not Jo Examples or Banjo Example";
    expect(found(text, ["Jo Example"])).toEqual([
      ["personal-name", "JO EXAMPLE"],
      ["personal-name", "Jo\n  Example"],
    ]);
    expect(found(text, [""])).toEqual([]);
  });

  it("takes an address beside a refuge for the refuge's, and not one far away", () => {
    const near = "The refuge at 12 Example Road, AB10 1AB, has eight places.";
    expect(found(near)).toEqual([
      ["refuge-address", "12 Example Road"],
      ["refuge-address", "AB10 1AB"],
    ]);
    const far = `The refuge has eight places. ${"More text. ".repeat(30)} The office is at AB10 1AB.`;
    expect(found(far)).toEqual([["postcode", "AB10 1AB"]]);
    expect(found("The library at 12 Example Road was refused.")).toEqual([]);
  });

  it("gives a stretch to one rule, in the order of the text, and keeps to what is asked", () => {
    const text = "jo.example@example.org, 07700 900123, AB10 1AB";
    const all = findPrivateData(text);
    for (const [index, { start }] of all.entries()) {
      expect(start).toBeGreaterThanOrEqual(all[index - 1]?.end ?? 0);
    }
    expect(findPrivateData(text, { kinds: ["postcode"] })).toHaveLength(1);
    expect(findPrivateData(text, { confidence: "high" }).map(({ kind }) => kind)).toEqual([
      "email-address",
      "phone-number",
    ]);
  });
});

describe("what is not", () => {
  it.each([
    "£1,234,567.89 and £0.5m, 12.5 %, -3.1, 0.07",
    "Decision 13/2017 of 2016/17, minute 27/12, item 11A, paragraph 5.3",
    "22 May 2017, 01/04/2016, 2017-05-22, 10:30, from 2005-09",
    "Registered charity 1234567, company 01234567, ocds-b5fd17-0001",
    "101, 999, 0300 122 6000, 0800 123 4567, 0845 12 34 567",
    "1234 5678 9012 3456", // no check digit
    "943 476 5918", // no check digit
    "3,450 4,120 5,310 6,200 7,410 8,200 9,300",
    "1 943 476 5919 456, 12 9434765919", // figures of a table
    "GB 12 34 56 A, NK123456A, DA123456A", // prefixes that are never given out
    "ZZ1 1AA, A1 2nd, QQ11 1QQ", // no such area
    "a table of 4111111111111111.25 and #4111111111111111",
    "Section 143, SI 2011/3050, Part VA, E22000001",
    "born in 1980 of the Act of 1972",
    "Derbyshire, drive, Drs, Mr, MRS",
    "@example.org, a@b, user@",
  ])("finds nothing in '%s'", (text) => {
    expect(found(text)).toEqual([]);
  });

  const seeds = new URL("../../../../../shared/seeds/", import.meta.url);
  const absent = !existsSync(seeds);
  if (absent) console.info("Skipped: ../shared/seeds is not there.");
  it.skipIf(absent)("takes no money, date, reference or figure of three board packs for it", () => {
    for (const file of readdirSync(seeds)) {
      const text = readFileSync(new URL(file, seeds), "utf8");
      const kinds = new Set(findPrivateData(text).map(({ kind }) => kind));
      // Contacts of officers and titles with names do stand in the packs.
      for (const allowed of ["email-address", "role-email-address", "personal-name"] as const) {
        kinds.delete(allowed);
      }
      expect([...kinds]).toEqual([]);
    }
  });
});

describe("what is said of it", () => {
  it("never repeats it", () => {
    const text = "AB123456C 07700 900123 jo.example@example.org Mrs Example 4111111111111111";
    for (const hit of findPrivateData(text)) {
      const itself = text.slice(hit.start, hit.end);
      const { start: _, end: __, ...said } = hit;
      expect(JSON.stringify(said)).not.toContain(itself);
      expect(hit.form).toHaveLength(itself.length);
      expect(hit.form).not.toMatch(/[1-9a-wyzA-WYZ]/);
    }
  });

  it("names the place in a record, graver first by severity", () => {
    const record = { id: "x", notes: ["fine", "call 07700 900123"], "a/b": { to: "AB10 1AB" } };
    expect(checkPrivateData("meetings/meeting/x", record)).toEqual([
      expect.objectContaining({
        rule: "core/private-data",
        severity: "error",
        at: { pointer: "/notes/1" },
        evidence: { kind: "phone-number", form: "00000 000000", confidence: "high" },
      }),
      expect.objectContaining({ severity: "warning", at: { pointer: "/a~1b/to" } }),
    ]);
  });

  it("lies within the text, whatever the text", () => {
    const part = fc.constantFrom(
      "AB123456C",
      "07700 900123",
      " ",
      "a@b.co",
      "refuge",
      "1",
      "Mr Ex",
      "é",
      "😀",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        let last = 0;
        for (const { start, end } of findPrivateData(text, { names: ["Mr Ex"] })) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});

describe("a hostile text of a million characters", () => {
  it.each([
    "a",
    "1",
    "0 ",
    "a@",
    "a.",
    "a@b.c",
    "4111 1111 ",
    "Mr ",
    "Aa ",
    "1 Aa Bb Cc Dd ",
    "+44 ",
    "(0",
    "refuge ",
    "DE1 1A",
    "sort code ",
    "NHS 943476591",
    "born on the ",
    " ",
    "A'-",
  ])("made of '%s' is read to its end", (part) => {
    const text = part.repeat(Math.ceil(1e6 / part.length));
    expect(findPrivateData(`${text} AB123456C`, { names: ["Aa Bb"] }).at(-1)).toMatchObject({
      kind: "national-insurance-number",
      end: text.length + 10,
    });
  });
});
