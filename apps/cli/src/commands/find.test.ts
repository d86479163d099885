import { reservedPlugins } from "@moothall/core/plugin";
import { expect, it } from "vitest";
import { ownCommandNames } from "./find.ts";

it("no plugin may be called like a command, which would hide it", () => {
  expect(ownCommandNames.filter((name) => !reservedPlugins.has(name))).toEqual([]);
});
