import { pluginContract } from "@moothall/core/testing";
import { loadPlugin } from "@moothall/host";
import { describe, expect, test } from "vitest";
import { builtInPlugins } from "../src/built-in.generated.ts";

for (const { name, from, load } of builtInPlugins) {
  const { default: plugin } = await load();
  describe(`the contract of plugins, held by ${name}`, () => {
    for (const each of pluginContract(plugin)) test(each.name, each.hold);

    // The proof that spares the command line to look through it at every start.
    test("it is not set aside where nothing is proven", async () => {
      const unproven = { name, from, summary: "", load };
      expect(await loadPlugin({ from, settings: {} }, [unproven], undefined)).toMatchObject({
        name,
        declarations: expect.anything(),
      });
    });
  });
}
