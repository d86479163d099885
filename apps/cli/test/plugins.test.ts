import { mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { moothall, useFolder, useProgram } from "./moothall.ts";

useProgram();
const folder = useFolder();

/** A plugin as an outside author's file, with its own copy of effect and none of ours. */
const plugin = (name: string, declarations: string, contract = 1) =>
  folder.write(
    `${name}.mjs`,
    `import * as Effect from ${JSON.stringify(import.meta.resolve("effect/Effect"))};
     import * as z from ${JSON.stringify(import.meta.resolve("zod"))};
     export default { marker: "moothall-plugin", contract: ${contract}, name: "${name}", summary: "A plugin for a test.",
       settings: z.strictObject({}), declare: () => (${declarations}) };`,
  );

/** Declarations of one operation, `act`, with this handler. */
const acting = (handler: string, more = "") =>
  `{ operations: { act: { summary: "Acts.", input: z.strictObject({}), output: z.literal("well"), mode: "read", needs: [], example: { input: {} }, ${more} handler: ${handler} } } }`;

const configuration = (name: string, ...from: readonly string[]) =>
  folder.write(
    `${name}.config.json`,
    JSON.stringify({ plugins: from.map((each) => ({ from: each })) }),
  );

plugin("throwing", '(() => { throw new Error("cannot start"); })()');
plugin("newer", "{}", 99);
plugin("nameless", `{ operations: { check: {} } }`);
folder.write("not-a-plugin.mjs", "export default { name: 'x' };");

describe("a configuration", () => {
  test("leaving a plugin out removes its commands and nothing else", async () => {
    const config = configuration("only-register", "@moothall/register");
    expect(await moothall(["procurement", "score", "--config", config])).toMatchObject({
      code: 64,
      stdout: "",
    });
    expect((await moothall(["register", "--help", "--config", config])).code).toBe(0);
    expect((await moothall(["--help", "--config", config])).stdout).not.toMatch(
      /^ {2}procurement/m,
    );
  });

  test("the nearest file upward is used", async () => {
    const inner = `${folder.path}/a/b`;
    mkdirSync(inner, { recursive: true });
    folder.write(
      "a/moothall.config.json",
      JSON.stringify({ plugins: [{ from: "@moothall/register" }] }),
    );
    expect((await moothall(["procurement", "score"], { cwd: inner })).code).toBe(64);
  });

  test.each([
    ["throwing", "./throwing.mjs"],
    ["newer", "./newer.mjs"],
    ["nameless", "./nameless.mjs"],
    ["not-a-plugin", "./not-a-plugin.mjs"],
    ["absent", "@someone/absent"],
  ])("a faulty plugin (%s) is set aside and the rest runs", async (name, from) => {
    const config = configuration(
      `faulty-${name}`,
      from,
      "@moothall/procurement",
      "@moothall/register",
    );
    const data = `${folder.path}/data-${name}`;
    const loaded = await moothall(["example", "load", "--config", config, "--data", data]);
    expect(loaded.code).toBe(0);
    expect(loaded.stderr).toContain("is set aside");
    expect(
      (
        await moothall([
          "procurement",
          "contract",
          "list",
          "--json",
          "--config",
          config,
          "--data",
          data,
        ])
      ).code,
    ).toBe(0);
    const doctor = await moothall(["doctor", "--json", "--config", config, "--data", data]);
    expect(doctor.code).toBe(78);
    expect(JSON.parse(doctor.stdout).well).toBe(false);
  });

  test.each(["throwing", "newer", "nameless"])(
    "the commands of a faulty plugin (%s) exit 78",
    async (name) => {
      const config = configuration(`own-${name}`, `./${name}.mjs`, "@moothall/register");
      expect((await moothall([name, "act", "--config", config])).code).toBe(78);
    },
  );

  test("settings that a plugin refuses are said", async () => {
    const config = folder.write(
      "settings.json",
      JSON.stringify({ plugins: [{ from: "@moothall/procurement", settings: { nowhere: 1 } }] }),
    );
    const ran = await moothall(["procurement", "score", "--config", config]);
    expect(ran.code).toBe(78);
    expect(ran.stderr).toContain("nowhere");
  });
});

describe("an outside plugin", () => {
  const act = (name: string, handler: string, more?: string) => {
    plugin(name, acting(handler, more));
    return moothall([name, "act", "--json", "--config", configuration(name, `./${name}.mjs`)]);
  };

  test("that answers is answered", async () => {
    expect(await act("answering", '() => Effect.succeed("well")')).toMatchObject({
      code: 0,
      stdout: '"well"\n',
    });
  });

  test("that lies about its output is not passed on", async () => {
    const ran = await act("lying", '() => Effect.succeed("secret words")');
    expect(ran).toMatchObject({ code: 70, stdout: "" });
    expect(ran.stderr).toContain("core/bad-output");
  });

  test("whose handler never settles is cut off", async () => {
    expect(
      await act("waiting", "() => Effect.promise(() => new Promise(() => {}))", "timeLimit: 50,"),
    ).toMatchObject({ code: 75, stdout: "" });
  });

  test("whose handler throws is told from one that fails", async () => {
    expect(await act("breaking", '() => { throw new Error("broken"); }')).toMatchObject({
      code: 70,
      stdout: "",
    });
  });
});
