import { pluginContract } from "@moothall/core/testing";
import { describe, it } from "vitest";
import plugin from "./plugin.ts";

describe("the contract of plugins", () => {
  for (const { name, hold } of pluginContract(plugin)) it(name, hold);
});
