import { fileURLToPath } from "node:url";
import { reservedInputs } from "@moothall/core/plugin";
import { describe, expect, test } from "vitest";
import { builtInPlugins } from "../src/built-in.generated.ts";
import { findCommand } from "../src/commands/find.ts";
import { globalFlags } from "../src/options.ts";
import { moothall, useFolder, useProgram } from "./moothall.ts";

useProgram();
const folder = useFolder();
const reading = useFolder();
const loaded = useFolder();

describe("the command line", () => {
  test("--version says the version", async () => {
    expect(await moothall(["--version"])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  test("no plugin may give a word of the house to an input of its own", () => {
    for (const flag of [...Object.keys(globalFlags), "file", "format", "table", "output"])
      expect(reservedInputs).toContain(flag);
  });

  test("help says what may be given, in words and values", async () => {
    const help = async (...words: string[]) => (await findCommand(words, words)).help();
    expect(await help("procurement", "score")).toMatch(
      /--tie-rule TEXT +What decides between equals \(one of: none, lower-price, higher-quality; none where left out\)\n/,
    );
    expect(await help("meetings", "clear-days")).toMatch(
      /--days NUMBER +Clear days owed before it \(a whole number from 1 to 366; 5 where left out\)\n/,
    );
    expect(await help("meetings", "clear-days")).toMatch(
      /--meeting DATE +The day of the meeting \(such as 2026-05-01; required\)\n/,
    );
    expect(await help("procurement", "contract", "list")).toMatch(/--signed DATE .*--signed-from/);
    expect(await help("procurement", "contract")).toMatch(/delete ID .+take it out, saying why/);
  });

  test("help says what a file of JSON holds, for an input and for a record", async () => {
    const help = async (...words: string[]) => (await findCommand(words, words)).help();
    expect(await help("meetings", "publish")).toContain("a file of JSON: {circumstances, chair}");
    const contract = await help("procurement", "contract", "create");
    expect(contract).toMatch(/^ {2}title +required$/m);
    expect(contract).toMatch(/^ {2}value +Amount of money.* \(JSON: \{amount, currency\?\}\)$/m);
    expect(contract).toMatch(/^ {2}lightTouch +true or false$/m);
    expect(contract).toMatch(/^ {2}status +one of: pending, active, .*; required$/m);
    expect(await help("procurement", "contract", "get")).not.toContain("Fields of a record");
  });

  test("what exists for a clearance alone says so, in its help and when it is out of sight", async () => {
    const words = ["meetings", "publish", "--what", "agenda", "--meeting", "meetings/meeting/a"];
    expect(await (await findCommand(words, words)).help()).toMatch(/ --as restricted$/m);
    expect(await moothall(words)).toMatchObject({
      code: 64,
      stdout: "",
      stderr: expect.stringContaining("Add --as restricted."),
    });
  });

  test("an input of which nothing is required may be left out", async () => {
    const ran = await moothall(["example", "load"], { cwd: loaded.path });
    expect(ran.code).toBe(0);
    const clock = await moothall(["procurement", "clock", "--json"], { cwd: loaded.path });
    expect(clock).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(clock.stdout)).toHaveProperty("duties");
  });

  test("a filter that is no date says how one is written", async () => {
    const list = ["procurement", "award", "list", "--decided-from", "31/02/2026"];
    const ran = await moothall(list, { cwd: loaded.path });
    expect(ran).toMatchObject({ code: 65, stdout: "" });
    expect(ran.stderr).toContain("yyyy-mm-dd");
  });

  test("--version after a command is a word of that command", async () => {
    const ran = await moothall(["meetings", "paper-version", "list", "--version", "2"], {
      cwd: folder.path,
    });
    expect(ran).toMatchObject({ code: 66, stdout: "" });
    expect((await moothall(["check", "--version"], { cwd: folder.path })).code).toBe(64);
  });

  test("alone it says what is missing", async () => {
    expect(await moothall([])).toMatchObject({ code: 64, stdout: "" });
  });

  test.each([
    [["weather"], 64],
    [["procurement", "guess"], 64],
    [["procurement", "contract", "paint"], 64],
    [["procurement", "contract", "list", "--colour", "red"], 64],
    [["procurement", "contract", "get"], 64],
    [["procurement", "score", "one", "two"], 64],
    [["report", "procurement", "nothing"], 64],
    [["export", "procurement", "nothing"], 64],
    [["check", "--fail-on", "anything"], 64],
    [["procurement", "contract", "list", "--as", "king"], 64],
    [["procurement", "contract", "list"], 66],
    [["check"], 66],
    [["import", "procurement", "contract", "nowhere.csv"], 66],
    [["serve"], 66],
    [["procurement", "contract", "list", "--data", "/dev/null/here"], 66],
    [["example", "load", "--data", "/dev/null/here"], 73],
    [["--config", "nowhere.json", "check"], 78],
  ])("%j ends with %i and writes nothing to standard output", async (words, code) => {
    const ran = await moothall(words, { cwd: folder.path });
    expect(ran).toMatchObject({ code, stdout: "" });
    expect(ran.stderr).toMatch(/^moothall: .+\.\n/);
  });

  test("a reader that has seen enough is no error", async () => {
    const { execFile } = await import("node:child_process");
    const { promisify } = await import("node:util");
    const program = fileURLToPath(new URL("../dist/main.js", import.meta.url));
    const line = `"${process.execPath}" "${program}" example load >/dev/null && { "${process.execPath}" "${program}" export register body; echo "ended with $?" >&2; } | head -1`;
    const { stdout, stderr } = await promisify(execFile)("sh", ["-c", line], {
      cwd: reading.path,
    });
    expect(stdout).toMatch(/^id,name,/);
    expect(stderr).toBe("ended with 0\n");
  });

  test("looking at an empty folder leaves it empty", async () => {
    const { readdirSync } = await import("node:fs");
    await moothall(["procurement", "contract", "list"], { cwd: folder.path });
    expect(readdirSync(folder.path)).toEqual([]);
  });

  test("every action has help with a real example", async () => {
    const commands: string[][] = [
      ["check"],
      ["report"],
      ["export"],
      ["import"],
      ["example"],
      ["search"],
      ["serve"],
      ["token"],
      ["doctor"],
      ["new-plugin"],
    ];
    for (const { name, load } of builtInPlugins) {
      const {
        operations = {},
        resources = {},
        reports = {},
        exports = {},
      } = (await load()).default.declare({} as never);
      commands.push(
        [name],
        ...Object.keys(operations).map((each) => [name, each]),
        ...Object.keys(resources).map((each) => [name, each]),
      );
      commands.push(
        ...Object.keys(reports).map((each) => ["report", name, each]),
        ...Object.keys(exports).map((each) => ["export", name, each]),
      );
      const [resource] = Object.keys(resources);
      if (resource !== undefined)
        commands.push(
          ...["list", "get", "create", "replace", "patch", "delete", "history"].map((verb) => [
            name,
            resource,
            verb,
          ]),
        );
    }
    const failed: string[] = [];
    for (const words of commands) {
      const help = await (await findCommand(words, words)).help();
      if (
        !/^Usage: moothall /.test(help) ||
        !/\nExample:\n {2}moothall /.test(help) ||
        /undefined|\[object/.test(help)
      )
        failed.push(`${words.join(" ")}: ${help}`);
    }
    expect(failed).toEqual([]);
    const [words = []] = commands;
    expect((await moothall([...words, "--help"])).code).toBe(0);
  });
});
