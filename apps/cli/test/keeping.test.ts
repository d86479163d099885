import { readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { verifyExport } from "@moothall/core/store";
import { expect, test } from "vitest";
import { moothall, useFolder, useProgram } from "./moothall.ts";

useProgram();
const folder = useFolder();
const at = { cwd: folder.path };

test("the history holds, its export verifies, and an altered entry is named", async () => {
  expect((await moothall(["example", "load"], at)).code).toBe(0);
  expect(await moothall(["verify-history"], at)).toMatchObject({
    code: 0,
    stdout: "The history holds.\n",
  });
  const { stdout } = await moothall(["export-history", "--opened"], at);
  const lines = stdout.trimEnd().split("\n");
  expect(lines.length).toBeGreaterThan(100);
  expect((await verifyExport(lines)).faults).toEqual([]);

  expect((await moothall(["backup", "copy.sqlite"], at)).code).toBe(0);
  const database = new DatabaseSync(`${folder.path}/copy.sqlite`);
  database.exec(
    "UPDATE history SET data = replace(data, '106600.00', '100600.00') WHERE data LIKE '%106600.00%'",
  );
  database.close();
  const ran = await moothall(["verify-history", "--data", "sqlite:copy.sqlite"], at);
  expect(ran.code).toBe(1);
  expect(ran.stdout).toMatch(/^procurement\/(?:award|contract)\/opcc\.2017-17, entry 1: altered$/m);
});

test("a backup is restored whole; a damaged one is refused, and so is a place that is taken", async () => {
  expect((await moothall(["backup", "whole.sqlite"], at)).code).toBe(0);
  expect((await moothall(["restore", "whole.sqlite", "--data", "restored"], at)).code).toBe(0);
  const list = async (data: string) =>
    (await moothall(["procurement", "contract", "list", "--json", "--data", data], at)).stdout;
  expect(await list("restored")).toBe(await list(".moothall"));
  expect((await moothall(["restore", "whole.sqlite", "--data", "restored"], at)).code).toBe(65);
  const bytes = readFileSync(`${folder.path}/whole.sqlite`);
  bytes.fill(0xff, 8192, 16384);
  writeFileSync(`${folder.path}/damaged.sqlite`, bytes);
  expect((await moothall(["restore", "damaged.sqlite", "--data", "elsewhere"], at)).code).toBe(74);
});
