import { readdirSync } from "node:fs";
import { noPostgres, startPostgres } from "@moothall/records-postgres/testing";
import { afterAll, expect, test } from "vitest";
import { commandsOf, shell, useFolder, useProgram } from "./moothall.ts";

useProgram();
const folder = useFolder();
const server = await startPostgres();
afterAll(() => server?.remove());

const commands = commandsOf("docs/operations.md");
const isOfDatabase = (block: string) => block.includes("$DATABASE");

test("the commands of the page on operations work, pasted one after another", async () => {
  const stdout = await shell(
    commands.filter((block) => !isOfDatabase(block)),
    folder.path,
  );
  expect(stdout).toContain("The history holds.");
  expect(stdout).toContain("All files hold.");
  expect(stdout).toContain("Would delete 0 files");
  expect(readdirSync(`${folder.path}/backups`).sort()).toEqual([
    "monday.sqlite",
    "monday.sqlite.key",
  ]);
}, 120_000);

test("and those that move to PostgreSQL", async ({ skip }) => {
  if (server === undefined) return skip(noPostgres);
  const moving = commands.filter(isOfDatabase);
  expect(moving).toHaveLength(1);
  const stdout = await shell(moving, folder.path, { DATABASE: server.url() });
  expect(stdout).toMatch(/^Copied \d+ records, 1 files and 0 tokens/m);
  expect(stdout).toContain("The history holds.");
  expect(stdout).toContain("All files hold.");
}, 120_000);
