import { pluginContract } from "@moothall/core/testing";
import { describe, test } from "vitest";
import { builtInPlugins } from "../src/built-in.generated.ts";

for (const { name, load } of builtInPlugins) {
  const { default: plugin } = await load();
  describe(`the contract of plugins, held by ${name}`, () => {
    for (const each of pluginContract(plugin)) test(each.name, each.hold);
  });
}
