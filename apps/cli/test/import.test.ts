import { describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { moothall, useFolder, useProgram } from "./moothall.ts";

useProgram();
const folder = useFolder();
const at = { cwd: folder.path };

const head = "id,title,body,supplier,status,value.amount,value.currency,period";
const good =
  "c-1,Roof repairs,register/body/council,Slates Ltd,active,1200.50,GBP,2026-04-01/2027-03-31";
const importing = (file: string, ...more: string[]) =>
  moothall(["import", "procurement", "contract", file, ...more], at);
const count = async () =>
  JSON.parse(
    (await moothall(["procurement", "contract", "list", "--json"], at)).stdout || '{"items":[]}',
  ).items.length;

describe("moothall import", () => {
  test("takes nothing of a file with bad rows, and says each row, column and reason", async () => {
    const file = folder.write(
      "bad.csv",
      `${head}\n${good}\nC 2,Doors,register/body/council,Hinges Ltd,active,12 pounds,GBP,\nc-3,Lifts,register/body/council,,flying,1.00,GBP,\nc-1,Again,register/body/council,Slates Ltd,active,1.00,GBP,\n`,
    );
    const ran = await importing(file, "--json");
    expect(ran).toMatchObject({ code: 65, stdout: "" });
    const { findings } = JSON.parse(ran.stderr).error;
    expect(
      findings.map(({ at }: { at: { row: number; column: string } }) => [at.row, at.column]),
    ).toEqual(
      expect.arrayContaining([
        [3, "id"],
        [3, "value.amount"],
        [4, "status"],
        [5, "id"],
      ]),
    );
    expect(await count()).toBe(0);
  });

  test("with --partial takes the good rows and still says that not all was well", async () => {
    const file = folder.write(
      "partly.csv",
      `${head}\n${good}\nC 2,Doors,register/body/council,Hinges Ltd,active,1.00,GBP,\n`,
    );
    const ran = await importing(file, "--partial");
    expect(ran.code).toBe(65);
    expect(ran.stdout).toBe("1 created, 0 replaced, 0 unchanged.\n");
    expect(ran.stderr).toContain("row 3");
    expect(await count()).toBe(1);
  });

  test("reads a workbook, exactly to the penny, with dates and a byte-order mark in CSV", async () => {
    const cells = [
      ["id", "title", "body", "supplier", "status", "value.amount", "value.currency", "signed"],
      [
        "c-10",
        "Lifts",
        "register/body/council",
        "Up Ltd",
        "active",
        140093.71,
        "GBP",
        new Date("2026-03-02T00:00:00Z"),
      ],
    ];
    const data = cells.map((row) =>
      row.map((value) =>
        value instanceof Date ? { value, type: Date, format: "yyyy-mm-dd" } : { value },
      ),
    );
    const { stdout, code, stderr } = await importing(
      folder.write(
        "contracts.xlsx",
        await (writeExcelFile as unknown as (data: unknown) => { toBuffer: () => Promise<Buffer> })(
          data,
        ).toBuffer(),
      ),
    );
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: "1 created, 0 replaced, 0 unchanged.\n",
      stderr: "",
    });
    const lift = JSON.parse(
      (await moothall(["procurement", "contract", "get", "c-10", "--json"], at)).stdout,
    );
    expect(lift).toMatchObject({ value: { amount: "140093.71" }, signed: "2026-03-02" });
    expect((await importing(folder.write("bom.csv", `\ufeff${head}\n${good}\n`))).code).toBe(0);
  });

  test.each([
    ["an unknown column", "id,colour\nc-1,red\n", 65, "colour"],
    ["a heading twice", "id,id\nc-1,c-1\n", 65, "twice"],
    ["an empty file", "", 65, "empty"],
    ["cp1252", Buffer.from([0x69, 0x64, 0x0a, 0xa3, 0x0a]), 65, "UTF-8"],
    ["an unclosed quote", 'id,title\n"c-1,roof\n', 65, "CSV"],
  ])("refuses %s", async (_, content, code, words) => {
    const ran = await importing(folder.write("odd.csv", content));
    expect(ran).toMatchObject({ code, stdout: "" });
    expect(ran.stderr).toContain(words);
  });

  test("refuses a workbook that is none, and a format that it does not know", async () => {
    expect((await importing(folder.write("fake.xlsx", "not a zip"))).code).toBe(65);
    expect((await importing(folder.write("contracts.pdf", "x"))).code).toBe(64);
  });

  test("a cell that a spreadsheet would run comes out guarded and goes in as it was", async () => {
    const title = "=HYPERLINK(1)";
    await importing(
      folder.write(
        "formula.json",
        JSON.stringify([
          { id: "c-f", title, body: "register/body/council", supplier: "X", status: "active" },
        ]),
      ),
    );
    const { stdout } = await moothall(["export", "procurement", "contract"], at);
    expect(stdout).toContain("'=HYPERLINK(1)");
    expect(
      JSON.parse((await importing(folder.write("back.csv", stdout), "--json")).stdout),
    ).toMatchObject({ created: 0, replaced: 0 });
  });

  test("says of each bad cell what stands there and what to write, all at once and each once", async () => {
    const file = folder.write(
      "cells.csv",
      `id,title,body,supplier,status,value.amount,signed,smallOrMedium,extensions\nc-50,Roof,council,Slates Ltd,active,"£1,200.50",31/01/2026,perhaps,none\n`,
    );
    const ran = await importing(file);
    expect(ran).toMatchObject({ code: 65, stdout: "" });
    expect(
      ran.stderr
        .split("\n")
        .filter((line) => line.startsWith("  row 2"))
        .sort(),
    ).toEqual([
      "  row 2, column body: 'council' is no reference: write register/body/council",
      "  row 2, column extensions: must hold JSON, since this field is more than one value",
      "  row 2, column signed: '31/01/2026' is no date: write 2026-01-31",
      "  row 2, column smallOrMedium: 'perhaps' is neither yes nor no",
      "  row 2, column value.amount: '£1,200.50' is no amount: write 1200.50, the number alone",
    ]);
  });

  test("a row with a cell that cannot be read is no good row", async () => {
    const file = folder.write(
      "unread.csv",
      "id,title,body,supplier,status,extensions\nc-51,Roof,register/body/council,Slates Ltd,active,none\n",
    );
    const ran = await importing(file, "--partial");
    expect(ran).toMatchObject({ code: 65, stdout: "0 created, 0 replaced, 0 unchanged.\n" });
  });

  test.each([
    ["ID,title,body,supplier,status", "did you mean id?"],
    ["id;title;body;supplier;status", "separated by ';'"],
    ["Contracts of the council", "row 1 holds none of the fields"],
    ["id,title,title,body,supplier,status", "stands twice"],
  ])(
    "of headings such as %s it says what is wrong, and nothing of the rows",
    async (line, words) => {
      const rows = Array.from({ length: 30 }, (_, index) => `c-${index},Roof,,,`).join("\n");
      const ran = await importing(folder.write("headings.csv", `${line}\n${rows}\n`), "--json");
      expect(ran.code).toBe(65);
      const { findings } = JSON.parse(ran.stderr).error;
      expect(findings).toHaveLength(1);
      expect(findings[0].message).toContain(words);
    },
  );

  test("takes moments from text and from a workbook, whose times are those of the office's clock", async () => {
    const head = ["id", "name", "body", "start", "public", "status"];
    const body = "register/body/council";
    const csv = folder.write(
      "meetings.csv",
      `${head.join(",")}\nm-1,Board,${body},2026-12-09T18:30:00Z,yes,planned\nm-2,Board,${body},2026-12-10,No,planned\n`,
    );
    const load = (file: string) => moothall(["import", "meetings", "meeting", file], at);
    expect(await load(csv)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^2 created/) });
    const start = {
      value: new Date("2026-07-09T18:30:00Z"),
      type: Date,
      format: "yyyy-mm-dd hh:mm",
    };
    const row = ["m-3", "Board", body, start, true, "planned"];
    const data = [head, row].map((cells) =>
      cells.map((value) => (typeof value === "object" ? value : { value })),
    );
    const workbook = folder.write(
      "meetings.xlsx",
      await (writeExcelFile as unknown as (data: unknown) => { toBuffer: () => Promise<Buffer> })(
        data,
      ).toBuffer(),
    );
    expect(await load(workbook)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^1 created/),
    });
    const { stdout } = await moothall(["meetings", "meeting", "list", "--json"], at);
    const { items } = JSON.parse(stdout) as {
      items: { id: string; start: string; public: boolean }[];
    };
    expect(items.map(({ id, start, public: open }) => [id, start, open])).toEqual([
      ["m-1", "2026-12-09T18:30:00Z", true],
      ["m-2", "2026-12-10", false],
      ["m-3", "2026-07-09T18:30:00+01:00", true],
    ]);
  });
});
