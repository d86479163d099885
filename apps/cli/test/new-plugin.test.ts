import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { pluginContract } from "@moothall/core/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { moothall, type Ran, useFolder, useProgram } from "./moothall.ts";

useProgram();
const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = useFolder();

test("the example of an outside plugin is what the command writes", async () => {
  const to = join(folder.path, "as-example");
  const ran = await moothall(["new-plugin", "noise-complaints", "--folder", to, "--json"]);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  const { files } = JSON.parse(ran.stdout);
  expect(readdirSync(to, { recursive: true })).toEqual(expect.arrayContaining(files));
  for (const file of files) {
    const wanted = readFileSync(join(root, "docs/examples/outside-plugin", file), "utf8");
    expect(readFileSync(join(to, file), "utf8"), file).toBe(wanted);
  }
});

describe("a new plugin", () => {
  // Inside this package, so that it finds the libraries that its author would have installed.
  const place = mkdtempSync(fileURLToPath(new URL("../.plugin-", import.meta.url)));
  const plugin = join(place, "street-lights");
  let made: Ran;
  beforeAll(async () => {
    made = await moothall(["new-plugin", "street-lights"], { cwd: place });
  });
  afterAll(() => rmSync(place, { recursive: true }));

  test("has a name of its own everywhere, and says what comes next", () => {
    expect(made).toMatchObject({ code: 0, stderr: "" });
    expect(made.stdout).toContain("  cd street-lights\n  npm install\n  npm test\n");
    expect(JSON.parse(readFileSync(join(plugin, "package.json"), "utf8"))).toMatchObject({
      name: "moothall-street-lights",
      type: "module",
      description: "Street lights, as a plugin of Moothall.",
    });
    for (const entry of readdirSync(plugin, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      expect(readFileSync(join(entry.parentPath, entry.name), "utf8")).not.toMatch(/noise/i);
    }
  });

  test("is typed by the contract", () => {
    const compiler = join(root, "node_modules", "typescript", "lib", "tsc.js");
    const asHere = ["--noEmit", "--rootDir", root, "--types", "node"];
    const ran = spawnSync(
      process.execPath,
      [compiler, "--project", plugin, ...asHere, "--customConditions", "@moothall/source"],
      { encoding: "utf8" },
    );
    expect(ran.stdout).toBe("");
    expect(ran.status).toBe(0);
  });

  test("holds to the contract", async () => {
    const loaded = await import(pathToFileURL(join(plugin, "src", "plugin.ts")).href);
    const cases = pluginContract(loaded.default);
    expect(cases.length).toBeGreaterThan(5);
    for (const { hold } of cases) await hold();
  });
});

describe("is refused, and nothing is written:", () => {
  test.each([
    ["Street Lights", "cannot be the name"],
    ["../elsewhere", "cannot be the name"],
    ["a".repeat(61), "cannot be the name"],
    ["check", "is a word of Moothall"],
    ["backup", "is a word of Moothall"],
    ["new-plugin", "is a word of Moothall"],
    ["core", "is a word of Moothall"],
    ["v1", "is a word of Moothall"],
    ["procurement", "is a word of Moothall"],
  ])("the name %s", async (name, words) => {
    const cwd = join(folder.path, "names");
    mkdirSync(cwd, { recursive: true });
    const ran = await moothall(["new-plugin", name], { cwd });
    expect(ran).toMatchObject({ code: 64, stdout: "" });
    expect(ran.stderr).toContain(words);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test.each([[[]], [["one", "two"]]])("the words %j", async (words) => {
    const cwd = join(folder.path, "words");
    mkdirSync(cwd, { recursive: true });
    expect(await moothall(["new-plugin", ...words], { cwd })).toMatchObject({ code: 64 });
    expect(readdirSync(cwd)).toEqual([]);
  });

  test("a folder that holds something", async () => {
    mkdirSync(join(folder.path, "full"));
    folder.write("full/package.json", "mine");
    const to = join(folder.path, "full");
    const ran = await moothall(["new-plugin", "street-lights", "--folder", to]);
    expect(ran).toMatchObject({ code: 65, stdout: "" });
    expect(ran.stderr).toContain("holds something already");
    expect(readdirSync(to)).toEqual(["package.json"]);
    expect(readFileSync(join(to, "package.json"), "utf8")).toBe("mine");
  });

  test("a folder under a file", async () => {
    const file = folder.write("a-file", "mine");
    for (const to of [file, join(file, "below")]) {
      const ran = await moothall(["new-plugin", "street-lights", "--folder", to]);
      expect(ran).toMatchObject({ code: 73, stdout: "" });
    }
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  test("but an empty folder is taken", async () => {
    const to = join(folder.path, "empty");
    mkdirSync(to);
    const ran = await moothall(["new-plugin", "street-lights", "--folder", "."], { cwd: to });
    expect(ran.code).toBe(0);
    expect(existsSync(join(to, "src", "plugin.ts"))).toBe(true);
  });
});
