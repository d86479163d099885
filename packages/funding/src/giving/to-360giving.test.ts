import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { total } from "../amount.ts";
import { reconcile } from "../decide/reconcile.ts";
import { type Award, award } from "../resources/award.ts";
import { payment } from "../resources/payment.ts";
import { check360Giving } from "./check-360giving.ts";
import { convert360Giving } from "./convert-360giving.ts";
import { to360Giving } from "./to-360giving.ts";
import { write360GivingCsv, write360GivingJson } from "./write-360giving.ts";

const body = "register/body/opcc-example";
const make = (id: string, more: object = {}): Award =>
  award().parse({
    id,
    body,
    recipient: {
      name: "A Community Association",
      kind: "voluntary",
      identifier: "GB-CHC-1000000",
      postalCode: "DE5 3QE",
    },
    title: "Youth evenings",
    purpose: "Sessions on Friday evenings",
    amount: "2400.10",
    current: "2400.10",
    year: "FY2024",
    awarded: "2024-07-01",
    starts: "2024-07-01",
    ends: "2025-06-30",
    location: { name: "Chesterfield", code: "E07000034", codeType: "NMD" },
    round: "funding/round/opcc.2024-1",
    openCall: true,
    regrant: "FRG030",
    locationScope: "GLS050",
    ...more,
  });
const awards = [
  make("hall"),
  make("person", {
    recipient: { name: "Somebody Real", kind: "individual", contact: "their address" },
  }),
  make("refuge", { sensitivity: "refuge", title: "=1+1" }),
  make("gone", { withdrawn: { date: "2024-08-01", reason: "Closed" } }),
  make("more", {
    current: "2500.30",
    variations: [{ id: "1", date: "2024-09-01", change: "100.20", reason: "Larger hall" }],
  }),
];
const bodies = new Map([
  ["opcc-example", { id: "opcc-example", name: "A Commissioner", identifiers: [] }],
]);
const payments = [
  payment().parse({
    id: "p1",
    award: "funding/award/hall",
    amount: "1000",
    status: "paid",
    released: "1000",
    paid: "1000.10",
    paidOn: "2024-08-01",
  }),
];
const grants = to360Giving(awards, {
  prefix: "360G-example",
  bodies,
  payments,
  modified: new Map([["hall", "2024-07-02T10:00:00.000Z"]]),
});
const textOf = async (pieces: AsyncIterable<string>) => {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
};
const json = () =>
  textOf(
    write360GivingJson(grants, {
      title: "Grants",
      issued: "2024-07-02",
      publisher: { name: "A Commissioner" },
    }),
  );

const folder = join(import.meta.dirname, "../../../../../shared/standards/360giving/schema");
const schemas = existsSync(folder);
if (!schemas)
  console.warn("The official 360Giving schema is not beside the repository: its test is skipped.");

describe("to360Giving", () => {
  it("writes the current amount, and leaves out what was withdrawn", () => {
    expect(grants.map((each) => [each.id, each.amountAwarded])).toEqual([
      ["360G-example-hall", 2400.1],
      ["360G-example-person", 2400.1],
      ["360G-example-refuge", 2400.1],
      ["360G-example-more", 2500.3],
    ]);
  });

  it("names no individual, and nothing that locates a refuge", () => {
    const text = JSON.stringify(grants);
    expect(text).not.toContain("Somebody");
    expect(text).not.toContain("their address");
    expect(grants[1]).toMatchObject({ recipientIndividual: { name: "Individual Recipient" } });
    expect(JSON.stringify(grants[2])).not.toMatch(/DE5|Chesterfield|E07000034/);
  });

  it("passes its own check without an error or a warning but for the funder without a register", () => {
    const findings = check360Giving({ grants }, { today: "2026-11-22" }).filter(
      (each) => each.severity !== "note",
    );
    expect(findings.map((each) => each.rule)).toEqual([]);
  });

  it.skipIf(!schemas)("is valid by the official schema", async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const read = (name: string) =>
      JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, unknown>;
    const grant = read("360-giving-schema.json");
    // The package refers to the grants of the version before.
    const whole = JSON.parse(
      JSON.stringify(read("360-giving-package-schema.json")).replace("/1.4.2/", "/1.4.3/"),
    ) as Record<string, unknown>;
    const dialect = "https://json-schema.org/draft/2020-12/schema";
    ajv.addSchema({ ...grant, $schema: dialect });
    const validate = ajv.compile({ ...whole, $schema: dialect });
    const ours = JSON.parse(await json()) as { grants: unknown[] };
    validate(ours);
    expect(validate.errors ?? []).toEqual([]);
    expect(
      validate({ ...ours, grants: [{ ...(ours.grants[0] as object), awardDate: "1 July" }] }),
    ).toBe(false);
  });

  it("comes back from CSV as it went, and a spreadsheet carries nothing out", async () => {
    const csv = await textOf(write360GivingCsv(grants));
    expect(csv).toContain("'=1+1");
    async function* bytes() {
      yield new TextEncoder().encode(csv.replace("'=1+1", "Youth evenings"));
    }
    const back = [];
    for await (const each of convert360Giving(bytes())) back.push(each);
    expect(back).toEqual(
      grants.map((each) =>
        each.id === "360G-example-refuge" ? { ...each, title: "Youth evenings" } : each,
      ),
    );
  });

  it("comes to one total on ledger, page, CSV and JSON, and says which published one differs", async () => {
    const published = [{ where: "annual report", amount: "9700.59" }];
    const result = await reconcile(awards, { prefix: "360G-example", bodies, published });
    const sum = total(awards.filter((each) => each.id !== "gone").map((each) => each.current));
    expect(result.figures.slice(0, 4)).toEqual(
      ["ledger", "page", "csv", "json"].map((where) => ({ where, count: 4, amount: sum })),
    );
    expect(result.differences.map((each) => each.where)).toEqual(["annual report"]);
  });
});
