import { expect, test } from "vitest";
import { commandsOf, shell, useFolder, useProgram } from "./moothall.ts";

useProgram();
const folder = useFolder();

test("the commands of the README work, pasted one after another", async () => {
  const commands = commandsOf("README.md");
  expect(commands.join("")).toContain("moothall example load");
  const stdout = await shell(commands, folder.path);
  expect(stdout).toContain("82.00");
  expect(stdout).toContain("£106,600.00");
});
