import { record } from "@moothall/core";
import {
  type Declarations,
  definePlugin,
  exporter,
  feed,
  operation,
  report,
  resource,
} from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { createHost } from "./host.ts";
import { loadPlugin } from "./load.ts";

const load = (name: string, declarations: Declarations) =>
  loadPlugin(
    { from: name, settings: {} },
    [
      {
        name,
        summary: "",
        from: name,
        load: async () => ({
          default: definePlugin({
            name,
            summary: "Lamps.",
            settings: z.strictObject({}),
            declare: () => declarations,
          }),
        }),
      },
    ],
    undefined,
  );

const refusal = async (declarations: Declarations): Promise<string | undefined> => {
  const loaded = await load("lamps", declarations);
  return "error" in loaded ? loaded.error.message : undefined;
};

const answering = feed({
  summary: "A feed.",
  needs: [],
  handle: () => Effect.succeed({ status: 200, mediaType: "text/plain", body: "" }),
});

const input = (word: string) => z.strictObject({ [word]: z.string().optional() });

const withInput = (word: string): Declarations[] => [
  {
    operations: {
      shine: operation({
        summary: "Shines.",
        input: input(word),
        output: z.object({}),
        mode: "read",
        needs: [],
        example: { input: {} },
        handler: () => Effect.succeed({}),
      }),
    },
  },
  {
    reports: {
      glow: report({
        summary: "Glows.",
        input: input(word),
        needs: [],
        example: { input: {} },
        build: () => Effect.succeed({ title: "Glow", blocks: [] }),
      }),
    },
  },
  {
    exports: {
      beam: exporter({
        summary: "Beams.",
        mediaType: "text/plain",
        extension: "txt",
        input: input(word),
        needs: [],
        example: { input: {} },
        build: () => Effect.succeed(""),
      }),
    },
  },
];

describe("a plugin is refused before any of it is used", () => {
  it.each(["v1", "health", "errors", "openapi.json", "favicon.ico"])(
    "when a feed of it would stand at /%s",
    async (prefix) => {
      expect(await refusal({ feeds: { [prefix]: answering } })).toContain(`'${prefix}'`);
    },
  );

  it.each(["as", "config", "data", "file", "files", "format", "help", "json", "output", "table"])(
    "when an input or an indexed field of it is named '%s', a word of the apps",
    async (word) => {
      for (const declarations of withInput(word))
        expect(await refusal(declarations)).toContain(`input '${word}'`);
      const lamp = resource({
        summary: "A lamp.",
        schema: record({ [word]: z.string() }),
        fields: { [word]: { type: "text" } },
        example: { id: "a", [word]: "b" },
      });
      expect(await refusal({ resources: { lamp } })).toContain(`field '${word}'`);
    },
  );

  it("when it is called like something of the apps, which would hide it", async () => {
    for (const name of ["backup", "checks", "core", "trace"]) {
      const loaded = await load(name, {});
      expect("error" in loaded ? loaded.error.message : undefined).toContain(`is called '${name}'`);
    }
  });

  it("and not when it has words of its own", async () => {
    expect(await refusal({ feeds: { lux: answering } })).toBeUndefined();
    for (const declarations of withInput("colour"))
      expect(await refusal(declarations)).toBeUndefined();
  });

  it("when another before it has a feed of that prefix", async () => {
    const plugins = await Promise.all(
      ["lamps", "lights"].map((name) => load(name, { feeds: { lux: answering } })),
    );
    const host = createHost({
      plugins,
      openStore: () => Promise.reject(new Error("There is no store here.")),
    });
    expect(host.registry.feeds.map(({ plugin }) => plugin)).toEqual(["lamps"]);
    expect(host.registry.faults.map(({ error }) => error.message)).toEqual([
      "Two plugins have a feed at '/lux'; the one from 'lights' is set aside.",
    ]);
  });
});
