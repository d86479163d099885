import type { Finding } from "@moothall/core";
import { describe, expect, it } from "vitest";
import { check360Giving, check360GivingFile } from "./check-360giving.ts";
import { type GrantRule, grantRules } from "./grant-rules.ts";

const today = "2026-11-22";
const good = {
  id: "360G-example-1",
  title: "Youth evenings",
  description: "Sessions on Friday evenings, with a sessional leader",
  currency: "GBP",
  amountAppliedFor: 2400,
  amountAwarded: 2400,
  awardDate: "2024-07-01",
  plannedDates: [{ startDate: "2024-07-01", endDate: "2025-06-30", duration: 12 }],
  recipientOrganization: [
    {
      id: "GB-CHC-1000000",
      name: "A Community Association",
      charityNumber: "1000000",
      postalCode: "DE5 3QE",
    },
  ],
  fundingOrganization: [{ id: "GB-LAE-DBY", name: "Derbyshire County Council" }],
  beneficiaryLocation: [{ name: "Chesterfield", geoCode: "E07000034", geoCodeType: "NMD" }],
  grantProgramme: [{ title: "Small grants" }],
  dateModified: "2024-07-02T10:00:00Z",
  dataSource: "https://grants.example/data.json",
};
const individual = {
  ...good,
  recipientOrganization: undefined,
  recipientIndividual: { id: "360G-example-i1", name: "Individual Recipient" },
  toIndividualsDetails: { primaryGrantReason: "GTIR010", grantPurpose: ["GTIP010"] },
};
const recipient = (change: object) => ({
  ...good,
  recipientOrganization: [{ ...good.recipientOrganization[0], ...change }],
});
const dates = (change: object) => ({
  ...good,
  plannedDates: [{ ...good.plannedDates[0], ...change }],
});
const place = (change: object) => ({
  ...good,
  beneficiaryLocation: [{ ...good.beneficiaryLocation[0], ...change }],
});

const rulesOf = (...grants: unknown[]) =>
  check360Giving({ grants }, { today }).map((each) => each.rule);

async function* bytesOf(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const checkFile = async (text: string | Uint8Array, size?: number): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for await (const each of check360GivingFile(bytesOf(text, size), { today })) findings.push(each);
  return findings;
};

/** A grant for each rule of a single grant, which must flag it and the good one must not. */
const single: Partial<Record<GrantRule, unknown>> = {
  "funding/360-not-a-grant": 7,
  "funding/360-required": { ...good, title: "" },
  "funding/360-type": { ...good, amountAwarded: "2400" },
  "funding/360-recipient": { ...good, recipientIndividual: individual.recipientIndividual },
  "funding/360-code": { ...good, currency: "POUNDS" },
  "funding/360-web-address": { ...good, url: "grants page" },
  "funding/360-grant-id": { ...good, id: "360G-example-2017/13" },
  "funding/360-unexpected-characters": { ...good, id: "360G-example-1\n" },
  "funding/360-zero-amount": { ...good, amountAwarded: 0 },
  "funding/360-unrecognised-prefix": recipient({ id: "GB-XYZ-1" }),
  "funding/360-organisation-id": recipient({ id: "GB-CHC-12" }),
  "funding/360-charity-number": recipient({ charityNumber: "12" }),
  "funding/360-company-number": recipient({ companyNumber: "123" }),
  "funding/360-leading-zero": recipient({ id: "GB-COH-2974146" }),
  "funding/360-e-mail": { ...good, description: "Write to leader@association.example" },
  "funding/360-impossible-date": { ...good, awardDate: "2017-02-30" },
  "funding/360-date-form": { ...good, awardDate: "13/02/2017" },
  "funding/360-start-after-end": dates({ startDate: "2025-07-01" }),
  "funding/360-far-future": dates({ endDate: "2039-01-01", duration: 174 }),
  "funding/360-far-past": { ...good, awardDate: "1999-01-01" },
  "funding/360-award-in-future": { ...good, awardDate: "2027-01-01" },
  "funding/360-individual-with-project": { ...individual, project: { name: "x" } },
  "funding/360-individual-postcode": {
    ...individual,
    beneficiaryLocation: [{ geoCode: "DE5 3QE" }],
  },
  "funding/360-no-programme": { ...good, grantProgramme: undefined },
  "funding/360-no-beneficiary-location": { ...good, beneficiaryLocation: [] },
  "funding/360-no-geographic-code": place({ geoCode: "" }),
  "funding/360-title-is-description": { ...good, description: good.title },
  "funding/360-long-title": { ...good, title: "x".repeat(141) },
  "funding/360-no-last-modified": { ...good, dateModified: undefined },
  "funding/360-no-data-source": { ...good, dataSource: undefined },
  "funding/360-no-planned-duration": { ...good, plannedDates: [] },
  "funding/360-no-registration-number": recipient({ charityNumber: undefined }),
  "funding/360-no-recipient-location": recipient({ postalCode: undefined }),
  "funding/360-own-identifier": recipient({ id: "360G-example-hall" }),
  "funding/360-no-individual-details": { ...individual, toIndividualsDetails: undefined },
  "funding/360-negative-amount": { ...good, amountAwarded: -5 },
  "funding/360-paid-over-award": { ...good, amountDisbursed: 2400.01 },
  "funding/360-commitments-do-not-sum": {
    ...good,
    commitmentTransaction: [{ value: 1200 }, { value: 1199.99 }],
  },
  "funding/360-payments-do-not-sum": {
    ...good,
    amountDisbursed: 100,
    disbursementTransaction: [{ value: 99.99 }],
  },
  "funding/360-award-over-request": { ...good, amountAppliedFor: 2399 },
  "funding/360-duration-contradicts-dates": dates({ duration: 24 }),
  "funding/360-payment-before-award": {
    ...good,
    disbursementTransaction: [{ value: 1, transactionDate: "2024-06-30" }],
  },
  "funding/360-charity-number-differs": recipient({ charityNumber: "1000001" }),
  "funding/360-company-number-differs": recipient({
    id: "GB-COH-02974146",
    companyNumber: "02974147",
  }),
  "funding/360-id-without-number": recipient({ id: "GB-CHC-" }),
  "funding/360-individual-named": {
    ...individual,
    recipientIndividual: { id: "360G-example-i1", name: "Jo Bloggs" },
  },
  "funding/360-private-data": { ...good, description: "Ring 01629 580000 or quote AB 12 34 56 C" },
  "funding/360-three-decimals": { ...good, amountAwarded: 10.125 },
  "funding/360-geographic-code": place({ geoCodeType: "PFA" }),
  "funding/360-geographic-code-type": place({ geoCodeType: "District" }),
};

/** Rules that take more than one grant, or a file. */
const others: readonly GrantRule[] = [
  "funding/360-empty",
  "funding/360-no-grants",
  "funding/360-wrong-kind",
  "funding/360-no-header",
  "funding/360-above-header",
  "funding/360-second-header",
  "funding/360-blank-rows",
  "funding/360-unknown-column",
  "funding/360-column-twice",
  "funding/360-row-length",
  "funding/360-quotation-marks",
  "funding/360-encoding",
  "funding/360-byte-order-mark",
  "funding/360-amount-form",
  "funding/360-formula",
  "funding/360-several-funders",
  "funding/360-mixed-currencies",
  "funding/360-id-with-two-names",
  "funding/360-name-with-two-ids",
  "funding/360-id-twice",
  "funding/360-likely-double",
];

describe("check360Giving", () => {
  it("finds nothing in a good grant", () => {
    expect(check360Giving({ grants: [good] }, { today })).toEqual([]);
  });

  it.each(Object.entries(single))("%s", (rule, grant) => {
    expect(rulesOf(good, grant)).toContain(rule);
    const finding = check360Giving({ grants: [good, grant] }, { today }).find(
      (each) => each.rule === rule,
    );
    expect(finding?.at?.pointer).toMatch(/^\/grants\/1/);
    expect(finding?.fix).toBeTruthy();
  });

  it("has a case for every rule that it declares", () => {
    expect([...Object.keys(single), ...others].toSorted()).toEqual(
      Object.keys(grantRules).toSorted(),
    );
  });

  it("holds grants against each other", () => {
    const two = { ...good, id: "360G-example-2" };
    expect(rulesOf(good, good)).toContain("funding/360-id-twice");
    expect(rulesOf(good, two)).toContain("funding/360-likely-double");
    expect(rulesOf(good, { ...two, currency: "EUR" })).toContain("funding/360-mixed-currencies");
    expect(
      rulesOf(good, { ...two, fundingOrganization: [{ id: "GB-LAE-DER", name: "Derby" }] }),
    ).toContain("funding/360-several-funders");
    expect(rulesOf(good, { ...recipient({ name: "Another" }), id: "360G-example-2" })).toContain(
      "funding/360-id-with-two-names",
    );
    expect(
      rulesOf(good, {
        ...recipient({ id: "GB-CHC-1000009", charityNumber: "1000009" }),
        id: "360G-example-2",
      }),
    ).toContain("funding/360-name-with-two-ids");
  });

  it("says of one malformed grant among many what it is, and changes nothing else", () => {
    const many = Array.from({ length: 50 }, (_, index) => ({
      ...good,
      id: `360G-example-${index}`,
      description: `Evenings ${index}`,
      dataSource: index % 3 === 0 ? undefined : good.dataSource,
    }));
    const before = check360Giving({ grants: many }, { today });
    for (const corrupt of [
      null,
      7,
      "x",
      [],
      {
        id: { a: 1 },
        recipientOrganization: "?",
        plannedDates: [null, 3],
        amountAwarded: {},
        fundingOrganization: [7],
      },
    ]) {
      const after = check360Giving({ grants: many.with(20, corrupt as never) }, { today });
      const elsewhere = (findings: readonly Finding[]) =>
        findings.filter((each) => !/^\/grants\/20(?:\/|$)/.test(each.at?.pointer ?? ""));
      expect(elsewhere(after)).toEqual(elsewhere(before));
      expect(after.length).toBeGreaterThan(elsewhere(after).length);
    }
  });

  it("refuses what is no list of grants", () => {
    expect(check360Giving({ awards: [] }).map((each) => each.rule)).toEqual([
      "funding/360-wrong-kind",
    ]);
  });
});

const titles =
  "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name";
const line = (
  id: number,
  change: Partial<Record<"amount" | "date" | "name" | "description", string>> = {},
) =>
  `360G-example-${id},Evenings ${id},${change.description ?? "On Fridays"},GBP,${change.amount ?? "100"},${change.date ?? "2024-07-01"},GB-CHC-${1000000 + id},${change.name ?? `Association ${id}`},GB-LAE-DBY,Derbyshire County Council`;
const file = (...lines: readonly string[]) => `${[titles, ...lines].join("\r\n")}\r\n`;
const errorsOf = (findings: readonly Finding[]) =>
  findings.filter((each) => each.severity !== "note");
const at = (findings: readonly Finding[], rule: GrantRule) =>
  findings.find((each) => each.rule === rule)?.at;

describe("check360GivingFile", () => {
  it("gives row and heading, however the file is cut into pieces", async () => {
    const text = file(line(1), line(2, { amount: '"£1,000.50"' }), line(3, { date: "13/02/2017" }));
    const whole = await checkFile(text, 100_000);
    expect(at(whole, "funding/360-amount-form")).toEqual({ row: 3, column: "Amount Awarded" });
    expect(at(whole, "funding/360-date-form")).toEqual({ row: 4, column: "Award Date" });
    expect(await checkFile(text, 1)).toEqual(whole);
  });

  it("reports the form of a file", async () => {
    expect(at(await checkFile(`\ufeff${file(line(1))}`), "funding/360-byte-order-mark")).toEqual({
      row: 1,
    });
    const windows = Buffer.from(file(line(1, { name: "Café" })), "latin1");
    expect(at(await checkFile(windows), "funding/360-encoding")).toEqual({
      row: 2,
      column: "Recipient Org:Name",
    });
    expect(
      at(await checkFile(file(line(1), line(2, { description: "=1+1" }))), "funding/360-formula"),
    ).toEqual({ row: 3, column: "Description" });
    expect(
      at(await checkFile(file(line(1), titles, line(2))), "funding/360-second-header"),
    ).toEqual({ row: 3 });
    expect(
      at(await checkFile(file(line(1), ",,,,,,,,,", "", line(2))), "funding/360-blank-rows"),
    ).toEqual({ row: 3 });
    expect(
      at(await checkFile(`Grants 2024,,,\r\n${file(line(1))}`), "funding/360-above-header"),
    ).toEqual({ row: 1 });
    expect(
      at(
        await checkFile(`${titles},Ours,Title\r\n${line(1)},x,y\r\n`),
        "funding/360-unknown-column",
      ),
    ).toEqual({ row: 1, column: "Ours" });
    expect(
      at(await checkFile(`${titles},Ours,Title\r\n${line(1)},x,y\r\n`), "funding/360-column-twice"),
    ).toEqual({ row: 1, column: "Title" });
    expect(at(await checkFile(file(`${line(1)},surplus`)), "funding/360-row-length")).toEqual({
      row: 2,
    });
    expect(
      at(
        await checkFile(file(line(1), line(2, { name: '"open' }), line(3))),
        "funding/360-quotation-marks",
      ),
    ).toEqual({ row: 3 });
    expect(at(await checkFile("name,sum\r\na,1\r\n"), "funding/360-no-header")).toEqual({ row: 1 });
  });

  it.each([
    ["", "funding/360-empty"],
    ["\r\n\r\n", "funding/360-empty"],
    [`${titles}\r\n`, "funding/360-no-grants"],
    ["PK\u0003\u0004rest", "funding/360-wrong-kind"],
    ["%PDF-1.7", "funding/360-wrong-kind"],
    ["<!doctype html><p>", "funding/360-wrong-kind"],
    ['{"awards": []}', "funding/360-wrong-kind"],
  ])("says of the file %j that it is %s", async (text, rule) => {
    const findings = await checkFile(text);
    expect(findings.map((each) => each.rule)).toEqual([rule]);
  });

  it("says once of a table of something else what it is, not of each row what it lacks", async () => {
    const findings = await checkFile("hello,world\r\nthis,is\r\nno,grant\r\n");
    expect(errorsOf(findings).map((each) => each.rule)).toEqual(["funding/360-no-header"]);
  });

  it("takes equal grants in two currencies for two", async () => {
    const again = line(1).replace("example-1,", "example-2,");
    const rules = async (currency: string) =>
      (await checkFile(file(line(1), again.replace(",GBP,", `,${currency},`)))).map(
        (each) => each.rule,
      );
    expect(await rules("GBP")).toContain("funding/360-likely-double");
    expect(await rules("EUR")).not.toContain("funding/360-likely-double");
  });

  it("passes over a repeated header without taking it for a grant", async () => {
    const findings = await checkFile(file(line(1), titles, line(2)));
    expect(errorsOf(findings).map((each) => each.rule)).toEqual(["funding/360-second-header"]);
  });

  it("loses nothing of the other rows to a corrupt one", async () => {
    const lines = Array.from({ length: 40 }, (_, index) =>
      line(index, { ...(index % 7 === 0 && { amount: '"£5"' }) }),
    );
    const before = (await checkFile(file(...lines))).filter((each) => each.at?.row !== 22);
    for (const corrupt of [
      '"',
      'x,"y',
      '"a"b,c',
      "\u0000,,,",
      `${line(20)},,,,,,extra`,
      '360G-example-20,"Evenings',
    ]) {
      const after = await checkFile(file(...lines.with(20, corrupt)));
      expect(after.filter((each) => each.at?.row !== 22)).toEqual(before);
      expect(after.some((each) => each.at?.row === 22)).toBe(true);
    }
  });

  it("reads a JSON package item by item, and says which item cannot be read", async () => {
    const text = `{"version":"1.4","publisher":{"name":"a \\"grants\\": ["},"grants":[${JSON.stringify(good)},{"id": 1,,},${JSON.stringify({ ...good, id: "360G-example-2", description: "y" })}]}`;
    const findings = await checkFile(text, 3);
    expect(findings.map(({ rule, at: place }) => [rule, place?.pointer])).toEqual([
      ["funding/360-not-a-grant", "/grants/1"],
    ]);
    expect(await checkFile(text, 100_000)).toEqual(findings);
  });
});
