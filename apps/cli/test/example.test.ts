import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkPrintedFigures, referenceTo } from "@moothall/core";
import type { Resource } from "@moothall/core/plugin";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { builtInPlugins, example as exampleModule } from "../src/built-in.generated.ts";
import { moothall, useFolder, useProgram } from "./moothall.ts";

useProgram();
const folder = useFolder();
const { example } = await exampleModule.load();
const resources: ReadonlyMap<string, Resource> = new Map<string, Resource>(
  (
    await Promise.all(
      builtInPlugins.map(async ({ name, load }) => {
        const { default: plugin } = await load();
        const { resources = {} } = plugin.declare(plugin.settings.parse({}) as never);
        return Object.entries(resources).map(
          ([resource, declaration]) => [`${name}/${resource}`, declaration] as const,
        );
      }),
    )
  ).flat(),
);

describe("the worked example", () => {
  test.each(
    example.records.map(({ kind, data }) => [referenceTo(kind, data.id), kind, data] as const),
  )("%s is accepted by its schema", (_, kind, data) => {
    const parsed = resources.get(kind)?.schema.safeParse(data);
    expect(parsed?.error?.issues ?? (parsed === undefined ? "no such kind" : [])).toEqual([]);
  });

  test("prints two facts of procurement twice, each time otherwise", () => {
    const ofProcurement = example.records.filter(({ kind }) => kind.startsWith("procurement/"));
    const findings = ofProcurement.flatMap(({ kind, data }) =>
      checkPrintedFigures(referenceTo(kind, data.id), data),
    );
    expect(findings.map(({ about, rule }) => [about, rule])).toEqual([
      ["procurement/contract/opcc.2017-17", "core/printed-twice"],
      ["procurement/contract/opcc.2017-18", "core/printed-twice"],
    ]);
  });
});

describe("moothall over the worked example", () => {
  const at = { cwd: folder.path };

  test("loads it once, and a second time changes nothing", async () => {
    const first = await moothall(["example", "load", "--json"], at);
    expect(first.code).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({
      created: example.records.length,
      replaced: 0,
      unchanged: 0,
    });
    const again = await moothall(["example", "load", "--json"], at);
    expect(JSON.parse(again.stdout)).toMatchObject({
      created: 0,
      replaced: 0,
      unchanged: example.records.length,
    });
  });

  test("traces an award to its report and meeting, and an objective back to what serves it", async () => {
    const award = await moothall(["trace", "procurement/award/opcc.2017-13", "--json"], at);
    expect(award.code).toBe(0);
    const { refersTo, referredToBy } = JSON.parse(award.stdout);
    for (const reference of [
      "meetings/decision/opcc.2017-13",
      "meetings/paper/opcc.2017-13",
      "meetings/meeting/sgb.2017-05-22",
    ])
      expect(JSON.stringify(refersTo)).toContain(`"${reference}"`);
    expect(JSON.stringify(referredToBy)).toContain('"procurement/contract/opcc.2017-13"');
    const objective = await moothall(["trace", "register/objective/opcc-derbyshire.2016.4"], at);
    expect(objective.stdout).toContain("→ meetings/paper/opcc.2017-19");
    expect(objective.stdout).toContain("→ → meetings/decision/opcc.2017-19");
    expect((await moothall(["trace", "meetings/paper/none"], at)).stderr).toContain(
      "core/not-found",
    );
    expect((await moothall(["trace"], at)).code).toBe(64);
  });

  test("check finds the two amounts of decision 17/17", async () => {
    const { code, stdout } = await moothall(["check", "--json", "--fail-on", "error"], at);
    expect(code).toBe(1);
    const { findings } = JSON.parse(stdout);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: "core/printed-twice",
        about: "procurement/contract/opcc.2017-17",
        severity: "error",
        evidence: { "printed-1": "£100,600", "printed-2": "£106,600.00" },
      }),
    );
  });

  test("writes a pack as DOCX to a file, whole or not at all", async () => {
    const pack = ["report", "meetings", "pack", "--meeting", "meetings/meeting/sgb.2017-05-22"];
    const docx = (path: string) => moothall([...pack, "--format", "docx", "--output", path], at);
    expect(await docx("pack.docx")).toEqual({ code: 0, stdout: "", stderr: "" });
    const files = unzipSync(readFileSync(join(folder.path, "pack.docx")));
    const text = strFromU8(files["word/document.xml"] ?? new Uint8Array());
    expect(text).toContain("Domestic abuse partners report");
    expect(text).toContain("22 May 2017");
    const refused = await docx(join("no-such-folder", "pack.docx"));
    expect(refused.stderr).toContain("core/cannot-write");
    expect(refused.code).not.toBe(0);
    expect(readdirSync(folder.path).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("lists contracts as JSON, filtered, ordered and page by page", async () => {
    const first = JSON.parse(
      (
        await moothall(
          ["procurement", "contract", "list", "--order=-title", "--limit", "2", "--json"],
          at,
        )
      ).stdout,
    );
    expect(first.items).toHaveLength(2);
    const second = JSON.parse(
      (
        await moothall(
          [
            "procurement",
            "contract",
            "list",
            "--order=-title",
            "--limit",
            "5",
            "--cursor",
            first.next,
            "--json",
          ],
          at,
        )
      ).stdout,
    );
    const titles = [...first.items, ...second.items].map(({ title }: { title: string }) => title);
    expect(titles).toHaveLength(5);
    expect(titles).toEqual(titles.toSorted().toReversed());
    expect(second.next).toBeNull();
  });

  test.each([
    ["text", /^Contract register\n/],
    ["markdown", /^# Contract register\n/],
    ["html", /^<!doctype html>/],
    ["csv", /^[^\n]*Supplier[^\n]*\n/],
    ["json", /^\{\n {2}"title": "Contract register"/],
  ])("the register comes as %s, with the value of 13/2017", async (format, start) => {
    const { code, stdout } = await moothall(
      ["report", "procurement", "register", "--format", format],
      at,
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(start);
    expect(stdout).toMatch(/121,?229\.00/);
  });

  test("the fund of 2017–18 shows what is printed beside what it comes to", async () => {
    const { code, stdout } = await moothall(
      [
        "report",
        "funding",
        "allocation-table",
        "--allocation-table",
        "opcc-derbyshire.community-safety.2017",
      ],
      at,
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/Grand total +£794,735\.00 \[\d\] +£786,630\.00/);
  });

  test("what is exported comes back unchanged", async () => {
    for (const format of ["csv", "json"]) {
      const { stdout } = await moothall(
        ["export", "procurement", "contract", "--format", format],
        at,
      );
      const file = folder.write(`contracts.${format}`, stdout);
      const back = await moothall(["import", "procurement", "contract", file, "--json"], at);
      expect(JSON.parse(back.stdout)).toEqual({
        created: 0,
        replaced: 0,
        unchanged: 5,
        findings: [],
      });
    }
  });

  test("search finds a record by its words, and what is restricted only for those who may see it", async () => {
    const restricted = {
      id: "planted",
      title: "Xylophone tender",
      body: "register/body/opcc-derbyshire",
      status: "planning",
      procedure: "open",
    };
    const file = folder.write("tender.json", JSON.stringify(restricted));
    expect(await moothall(["procurement", "tender", "create", "--file", file], at)).toMatchObject({
      code: 77,
    });
    expect(
      await moothall(["procurement", "tender", "create", "--file", file, "--as", "restricted"], at),
    ).toMatchObject({ code: 0 });
    const found = async (...as: string[]) =>
      JSON.parse((await moothall(["search", "xylophone", "--json", ...as], at)).stdout).items
        .length;
    expect(await found()).toBe(0);
    expect(await found("--as", "restricted")).toBe(1);
    expect(await moothall(["procurement", "tender", "get", "planted"], at)).toMatchObject({
      code: 66,
      stdout: "",
    });
    expect(
      await moothall(
        ["procurement", "tender", "delete", "planted", "--reason", "test", "--as", "restricted"],
        at,
      ),
    ).toMatchObject({ code: 0 });
  });

  test("a stale version is refused", async () => {
    const patch = folder.write("patch.json", JSON.stringify({ title: "Refurbishment of Block B" }));
    const words = [
      "procurement",
      "contract",
      "patch",
      "opcc.2017-13",
      "--file",
      patch,
      "--if-version",
      "1",
    ];
    expect((await moothall(words, at)).code).toBe(0);
    expect(await moothall(words, at)).toMatchObject({ code: 75, stdout: "" });
    const history = JSON.parse(
      (await moothall(["procurement", "contract", "history", "opcc.2017-13", "--json"], at)).stdout,
    );
    expect(history.items.map(({ action }: { action: string }) => action)).toEqual([
      "created",
      "replaced",
    ]);
  });
});
