import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { moothall, useFolder, useProgram } from "./moothall.ts";

useProgram();
const folder = useFolder();

const json = (text: string) => JSON.parse(text);

describe("two officers at once", () => {
  const at = { cwd: folder.path };
  const body = "register/body/opcc-example";
  const amounts = ["2500", "2499.99", "2400.01", "1999.50", "1500", "1250.25"];

  const write = async (kind: string, data: object) => {
    const file = folder.write("record.json", JSON.stringify(data));
    expect(
      await moothall(["funding", kind, "create", "--file", file, "--as", "confidential"], at),
    ).toMatchObject({ code: 0 });
  };

  test("never take a ceiling together, to the penny", async () => {
    await write("fund", {
      id: "purse",
      title: "Purse",
      body,
      source: "police-grant",
      legalPower: "prsra-2011-s9",
      years: [{ year: "FY2024", budget: "5000.00" }],
    });
    await write("round", {
      id: "first",
      title: "First round",
      body,
      fund: "funding/fund/purse",
      year: "FY2024",
      closes: "2024-06-01",
      cutRule: "part",
    });
    for (const [index, asked] of amounts.entries()) {
      await write("application", {
        id: `a${index}`,
        round: "funding/round/first",
        applicant: { name: `Group ${index}`, kind: "voluntary" },
        title: `Evenings ${index}`,
        asked,
        received: "2024-05-01",
        agreedScore: "5",
      });
    }
    // Each process knows of one application only: what keeps them apart is the store.
    const officers = await Promise.all(
      amounts.map((_, index) => {
        const input = folder.write(
          `officer-${index}.json`,
          JSON.stringify({ round: "first", applications: [`a${index}`], date: "2024-07-01" }),
        );
        return moothall(
          ["funding", "award-round", "--file", input, "--as", "confidential", "--json"],
          at,
        );
      }),
    );
    for (const { code, stderr } of officers)
      expect([code, stderr]).toSatisfy(
        ([ended, said]) => ended === 0 || (ended === 75 && String(said).includes("core/")),
      );
    const { items } = json((await moothall(["funding", "award", "list", "--json"], at)).stdout);
    const pence = items.map(({ current }: { current: string }) =>
      Math.round(Number(current) * 100),
    );
    const given = pence.reduce((sum: number, each: number) => sum + each, 0);
    const said = officers
      .filter(({ code }) => code === 0)
      .flatMap(({ stdout }) => json(stdout).awards);
    expect(said).toHaveLength(items.length);
    expect(given).toBeLessThanOrEqual(500_000);
    // More than the purse holds was asked for, so that somebody was refused or got a part.
    expect(given).toBe(500_000);
    const { findings } = json((await moothall(["check", "funding", "--json"], at)).stdout);
    expect(
      findings.filter(({ rule }: { rule: string }) => rule === "funding/over-ceiling"),
    ).toEqual([]);
  });
});

describe("what only an operation may do", () => {
  test("is refused by hand: nobody releases a payment alone", async () => {
    const payment = { id: "p", award: "funding/award/a0", amount: "1", status: "released" };
    const file = folder.write("payment.json", JSON.stringify(payment));
    const words = ["funding", "payment", "create", "--file", file, "--as", "confidential"];
    const ran = await moothall([...words, "--json"], { cwd: folder.path });
    expect(ran).toMatchObject({ code: 65, stdout: "" });
    expect(json(ran.stderr).error.code).toBe("funding/by-operation-only");
  });
});

describe("a file of grants", () => {
  const titles = [
    "Identifier",
    "Title",
    "Description",
    "Currency",
    "Amount Awarded",
    "Award Date",
    "Funding Org:Identifier",
    "Funding Org:Name",
    "Recipient Org:Identifier",
    "Recipient Org:Name",
  ];
  const good = [
    "360G-example-1",
    "Evenings",
    "Sessions for young people",
    "GBP",
    "2500",
    "2024-07-01",
    "GB-LAE-DBY",
    "A council",
    "GB-CHC-1000000",
    "A hall",
  ];
  const file = (name: string, ...rows: readonly (readonly string[])[]) =>
    folder.write(
      name,
      `${[titles, ...rows]
        .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
        .join("\n")}\n`,
    );
  const check = async (path: string) => {
    const ran = await moothall(["funding", "check-360giving", "--file", path, "--json"]);
    return { code: ran.code, findings: json(ran.stdout).findings as { severity: string }[] };
  };

  test("without an error ends with 0, whatever else is said of it", async () => {
    const { code, findings } = await check(file("good.csv", good));
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(findings.length).toBeGreaterThan(0);
    expect(code).toBe(0);
  });

  test("with an error ends with 1, and names its cell", async () => {
    const { code, findings } = await check(file("bad.csv", good, good.with(4, "£1,000.50")));
    expect(findings).toContainEqual(
      expect.objectContaining({
        severity: "error",
        at: expect.objectContaining({ row: 3, column: "Amount Awarded" }),
      }),
    );
    expect(code).toBe(1);
  });
});

describe("the worked example as 360Giving data", () => {
  const schemas = fileURLToPath(
    new URL("../../../../shared/standards/360giving/schema", import.meta.url),
  );
  const there = existsSync(schemas);
  if (!there)
    console.warn(
      "The official 360Giving schema is not beside the repository: its test is skipped.",
    );

  const words = (...args: readonly string[]) => [...args, "--data", `${folder.path}/example`];

  test.skipIf(!there)("is what the official schema asks for", async () => {
    expect(await moothall(words("example", "load"))).toMatchObject({ code: 0 });
    const { code, stdout } = await moothall(words("export", "funding", "360giving"));
    expect(code).toBe(0);
    const read = (name: string) => json(readFileSync(`${schemas}/${name}`, "utf8"));
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const dialect = { $schema: "https://json-schema.org/draft/2020-12/schema" };
    ajv.addSchema({ ...read("360-giving-schema.json"), ...dialect });
    // The package refers to the grants of the version before.
    const whole = JSON.stringify(read("360-giving-package-schema.json"));
    const valid = ajv.compile({ ...json(whole.replace("/1.4.2/", "/1.4.3/")), ...dialect });
    const ours = json(stdout);
    valid(ours);
    expect(valid.errors ?? []).toEqual([]);
    const { grants } = ours;
    // Twelve small grants and the second grant for counselling; of the first no day is known.
    expect(grants).toHaveLength(13);
    const file = folder.write("example.json", stdout);
    const checked = json(
      (await moothall(["funding", "check-360giving", "--file", file, "--json"])).stdout,
    );
    expect(
      checked.findings.filter(({ severity }: { severity: string }) => severity === "error"),
    ).toEqual([]);
  });
});
