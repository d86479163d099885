import { existsSync, readFileSync } from "node:fs";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Contract, contractSchema } from "../resources/contract.ts";
import { exampleProcess } from "./example-process.test-data.ts";
import { fromRelease } from "./from-release.ts";
import { recordPackage, releasePackage } from "./packages.ts";
import { toRelease } from "./to-release.ts";
import type { Json } from "./values.ts";

const date = "2017-05-22T09:00:00Z";
const release = toRelease(exampleProcess, { date });
const options = { uri: "https://example.org/ocds.json", publisher: "Example", published: date };
const through = (value: unknown): Json => JSON.parse(JSON.stringify(value));

const folder = "../shared/standards/ocds";
const official = existsSync(`${folder}/release-schema.json`);
if (!official) console.log(`skipped: the OCDS schemas are not at ${folder}`);

const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));

/** A JSON Merge Patch (RFC 7396), which is how extensions patch the release schema. */
function patch(target: unknown, change: unknown): unknown {
  if (typeof change !== "object" || change === null || Array.isArray(change)) return change;
  const result: Record<string, unknown> =
    typeof target === "object" && target !== null && !Array.isArray(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete result[key];
    else result[key] = patch(result[key], value);
  }
  return result;
}

function validator(schema: string, extended: boolean) {
  const ajv = new Ajv.default({ strict: false, allErrors: true });
  addFormats.default(ajv);
  let releaseSchema = read(`${folder}/release-schema.json`);
  if (extended) {
    const names = ["lots", "awardCriteria", "requirements", "bid", "uk"];
    for (const name of names) {
      releaseSchema = patch(
        releaseSchema,
        read(`${folder}/extensions/${name}/release-schema.json`),
      );
    }
    releaseSchema = patch(
      releaseSchema,
      read("packages/procurement/ocds-extension/release-schema.json"),
    );
    // Fields of extensions that the United Kingdom's depends on and that are not held here.
    for (const missing of [
      "SubmissionTerms",
      "Location",
      "OtherRequirements",
      "Metric",
      "ParticipationFee",
    ]) {
      releaseSchema.definitions[missing] ??= { type: "object" };
    }
  }
  const base = "https://standard.open-contracting.org/schema/1__1__5";
  ajv.addSchema({ ...releaseSchema, id: undefined }, `${base}/release-schema.json`);
  ajv.addSchema(
    { ...read(`${folder}/versioned-release-validation-schema.json`), id: undefined },
    `${base}/versioned-release-validation-schema.json`,
  );
  return ajv.compile({ ...read(`${folder}/${schema}`), id: undefined });
}

describe("toRelease and fromRelease", () => {
  it("give the same records back", () => {
    expect(fromRelease(through(release))).toEqual(exampleProcess);
  });

  it("give contracts without tender or award back", () => {
    const money = fc
      .integer({ min: 0, max: 10 ** 12 })
      .map((pence) => `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, "0")}`);
    const day = fc
      .date({ min: new Date("2012-01-01"), max: new Date("2028-01-01"), noInvalidDate: true })
      .map((value) => value.toISOString().slice(0, 10));
    const contract: fc.Arbitrary<Contract> = fc
      .record(
        {
          title: fc.string({ minLength: 1 }),
          supplier: fc.string({ minLength: 1, maxLength: 50 }),
          status: fc.constantFrom("pending", "active", "cancelled", "terminated"),
          value: fc.record({ amount: money, currency: fc.constantFrom("GBP", "EUR", "JPY") }),
          previous: fc.record({ value: fc.record({ amount: money }) }),
          period: fc.constantFrom("FY2016", "2017-07-01/2020-11-30", "2017-06-01/..", "2017"),
          signed: day,
          extensions: fc.array(fc.record({ months: fc.integer({ min: 1, max: 60 }) })),
          smallOrMedium: fc.boolean(),
        },
        { requiredKeys: ["title", "supplier", "status"] },
      )
      .map((fields) =>
        contractSchema().parse({ id: "opcc.1", body: "register/body/opcc", ...fields }),
      );
    fc.assert(
      fc.property(contract, (one) => {
        const process = {
          ...exampleProcess,
          bids: [],
          evaluations: [],
          awards: [],
          contracts: [one],
        };
        const { tender: _, ...alone } = process;
        expect(fromRelease(through(toRelease(alone, { date })))).toEqual(alone);
      }),
    );
  });

  it("read another publisher's release, and say what does not fit", () => {
    const process = fromRelease({
      ocid: "ocds-h6vhtk-000001",
      buyer: { id: "GB-PPON-X", name: "A Council" },
      parties: [{ id: "S-1", name: "Supplier", identifier: { scheme: "GB-COH", id: "123" } }],
      tender: {
        id: "Tender 1",
        title: "Roads",
        status: "complete",
        procurementMethod: "open",
        value: { amount: 1e6, currency: "GBP" },
      },
      awards: [
        {
          id: "A/1",
          status: "active",
          suppliers: [{ id: "S-1" }],
          value: { amount: 0.1, currency: "GBP" },
        },
      ],
      contracts: [
        { id: "C 1", awardID: "A/1", status: "active", dateSigned: "2026-03-31T23:30:00Z" },
      ],
    });
    expect(process.tender).toMatchObject({ id: "tender-1", estimate: { amount: "1000000" } });
    expect(process.awards[0]).toMatchObject({
      id: "a-1",
      supplier: "Supplier",
      supplierIdentifier: "GB-COH-123",
      value: { amount: "0.1" },
    });
    // Half past eleven at night in UTC is the next day in summer time.
    expect(process.contracts[0]).toMatchObject({ id: "c-1", signed: "2026-04-01" });
    expect(() => fromRelease({ ocid: "x", tender: { id: "1", status: "closed" } })).toThrow(
      expect.objectContaining({
        code: "procurement/not-readable-as-ours",
        findings: [expect.objectContaining({ at: { pointer: "/tender" } })],
      }),
    );
  });

  it("mint no ocid under a prefix that is none, or another's", () => {
    const wrong = expect.objectContaining({ code: "procurement/unknown-prefix" });
    expect(release.ocid).toBe("ocds-213czf-opcc.2017-13");
    expect(() => toRelease(exampleProcess, { date, prefix: "ocds-1" })).toThrow(wrong);
    const given = {
      ...exampleProcess,
      tender: { ...(exampleProcess.tender as object), ocid: "ocds-h6vhtk-1" },
    } as typeof exampleProcess;
    expect(() => toRelease(given, { date, prefix: "ocds-abc123" })).toThrow(wrong);
    expect(toRelease(given, { date }).ocid).toBe("ocds-h6vhtk-1");
    expect(fromRelease(through(toRelease(given, { date })))).toEqual(given);
  });
});

describe.skipIf(!official)("packages", () => {
  it.each([false, true])("validate against the official schemas, extended: %s", (extended) => {
    const releases = validator("release-package-schema.json", extended);
    releases(through(releasePackage([release], options)));
    expect(releases.errors ?? []).toEqual([]);
    const records = validator("record-package-schema.json", extended);
    records(through(recordPackage([release], options)));
    expect(records.errors ?? []).toEqual([]);
  });

  it("would not validate if they were wrong", () => {
    const validate = validator("release-package-schema.json", true);
    expect(validate(through(releasePackage([{ ...release, tag: ["x"] }], options)))).toBe(false);
    const bids = { details: [{ id: 1, status: "won" }] };
    expect(validate(through(releasePackage([{ ...release, bids }], options)))).toBe(false);
  });

  it("are merged with the rules that the patched schema gives", () => {
    const [record] = recordPackage(
      [release, { ...release, id: "2", date: "2017-06-01T09:00:00Z" }],
      options,
    ).records as [Json];
    const compiled = record.compiledRelease as Json;
    expect({ ...compiled, id: release.id, date, tag: release.tag }).toEqual(through(release));
  });
});
