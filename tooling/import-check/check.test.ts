import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { checkImports } from "./check.ts";

const roots: string[] = [];

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

const dependencies = {
  "@moothall/core": "1",
  "@moothall/host": "1",
  "@moothall/meetings": "1",
  "@moothall/funding": "1",
  "@moothall/example-derbyshire": "1",
  effect: "4",
  zod: "4",
};

/** A workspace whose packages depend on everything unless a test gives them a package.json. */
const manifests = {
  "packages/core/package.json": {
    name: "@moothall/core",
    exports: {
      ".": { "@moothall/source": "./src/index.ts" },
      "./plugin": { "@moothall/source": "./src/plugin/index.ts" },
    },
    dependencies,
  },
  "packages/host/package.json": { name: "@moothall/host", dependencies },
  "packages/meetings/package.json": { name: "@moothall/meetings", dependencies },
  "packages/funding/package.json": { name: "@moothall/funding", dependencies },
  "packages/example-derbyshire/package.json": {
    name: "@moothall/example-derbyshire",
    dependencies,
  },
  "apps/cli/package.json": { name: "moothall", bin: {}, devDependencies: dependencies },
};

/** Messages of a workspace that has these files, each after its place. */
function check(files: Readonly<Record<string, string>>): string[] {
  const root = mkdtempSync(join(tmpdir(), "import check "));
  roots.push(root);
  const texts: Record<string, string> = {};
  for (const [path, manifest] of Object.entries(manifests)) texts[path] = JSON.stringify(manifest);
  for (const [path, text] of Object.entries({ ...texts, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return checkImports(root).map(({ file, line, message }) => `${file}:${line} ${message}`);
}

describe("what is allowed", () => {
  test("a domain imports core, libraries and its own files", () => {
    expect(
      check({
        "packages/meetings/src/index.ts": `
          import { readFileSync } from "node:fs";
          import type { Money } from "@moothall/core";
          import * as z from "zod";
          export * from "./notice.ts";`,
        "packages/meetings/src/plugin.ts": `
          import * as Effect from "effect/Effect";
          import { definePlugin } from "@moothall/core/plugin";
          import { notice } from "./index.ts";`,
      }),
    ).toEqual([]);
  });

  test("an app reaches the domains through the generated list", () => {
    expect(
      check({
        "apps/cli/src/built-in.generated.ts": `
          export const load = () => import("@moothall/meetings/plugin");
          export const example = () => import("@moothall/example-derbyshire");`,
        "apps/cli/src/main.ts": `
          import { invoke } from "@moothall/host";
          import * as Effect from "effect/Effect";`,
      }),
    ).toEqual([]);
  });

  test("an example shows its own package by name", () => {
    expect(
      check({ "packages/meetings/example.ts": `import { notice } from "@moothall/meetings";` }),
    ).toEqual([]);
  });

  test("names in comments and text are not imports", () => {
    expect(
      check({
        "packages/meetings/src/index.ts": `// import "effect"\nconst a = 'import "effect"';`,
      }),
    ).toEqual([]);
  });
});

describe("who may import whom", () => {
  test.each([
    ["packages/meetings", "@moothall/funding", "packages/funding"],
    ["packages/meetings", "@moothall/host", "packages/host"],
    ["packages/host", "@moothall/meetings", "packages/meetings"],
    ["packages/example-derbyshire", "@moothall/meetings", "packages/meetings"],
  ])("%s does not import %s", (folder, specifier, target) => {
    expect(check({ [`${folder}/src/index.ts`]: `import type { A } from "${specifier}";` })).toEqual(
      [`${folder}/src/index.ts:1 ${folder} imports core at most, not ${target}`],
    );
  });

  test("core imports no other package", () => {
    expect(check({ "packages/core/src/index.ts": `import "@moothall/host";` })).toEqual([
      "packages/core/src/index.ts:1 core imports no other package of the workspace",
    ]);
  });

  test("an app reaches a domain nowhere else, and never eagerly", () => {
    expect(
      check({
        "apps/cli/src/main.ts": `import("@moothall/meetings");`,
        "apps/cli/src/built-in.generated.ts": `import meetings from "@moothall/meetings/plugin";`,
      }),
    ).toEqual([
      "apps/cli/src/built-in.generated.ts:1 packages/meetings is to be loaded when it is used, by import()",
      "apps/cli/src/main.ts:1 apps reach packages/meetings only through apps/cli/src/built-in.generated.ts",
    ]);
  });

  test("a relative import stays in its package", () => {
    expect(
      check({ "packages/meetings/src/index.ts": `import "../../core/src/money.ts";` }),
    ).toEqual([
      'packages/meetings/src/index.ts:1 "../../core/src/money.ts" leaves the package: import the other package by its name',
    ]);
  });
});

describe("effect and zod", () => {
  test("effect stays out of ordinary files", () => {
    expect(
      check({
        "packages/meetings/src/notice.ts": `\nimport type { Effect } from "effect/Effect";`,
      }),
    ).toEqual([
      "packages/meetings/src/notice.ts:2 effect belongs in plugin.ts, src/plugin/ and src/testing/, in host and in apps",
    ]);
  });

  test("effect is imported by module and zod as a namespace", () => {
    expect(
      check({
        "packages/meetings/src/plugin.ts": `import { Effect } from "effect";\nimport { z } from "zod";`,
      }),
    ).toEqual([
      'packages/meetings/src/plugin.ts:1 "effect" is the whole library: import the module, such as "effect/Effect"',
      'packages/meetings/src/plugin.ts:2 zod is imported as `import * as z from "zod"`, or a bundler keeps all of it',
    ]);
  });

  test("a pure entry does not reach effect through a type of another package", () => {
    expect(
      check({
        "packages/core/src/plugin/index.ts": `import type { Effect } from "effect/Effect";`,
        "packages/meetings/src/index.ts": `export * from "./notice.ts";`,
        "packages/meetings/src/notice.ts": `export type A = import("@moothall/core/plugin").Plugin;`,
      }),
    ).toEqual([
      "packages/meetings/src/index.ts:1 the pure entry reaches effect: packages/meetings/src/index.ts → packages/meetings/src/notice.ts → packages/core/src/plugin/index.ts → effect/Effect",
    ]);
  });
});

describe("declared dependencies", () => {
  const manifest = JSON.stringify({
    name: "@moothall/meetings",
    devDependencies: { "fast-check": "4" },
  });

  test("what is shipped needs a dependency", () => {
    expect(
      check({
        "packages/meetings/package.json": manifest,
        "packages/meetings/src/index.ts": `import "fast-check";\nimport "@scope/name/part";`,
      }),
    ).toEqual([
      "packages/meetings/src/index.ts:1 fast-check is not among the dependencies in packages/meetings/package.json",
      "packages/meetings/src/index.ts:2 @scope/name is not among the dependencies in packages/meetings/package.json",
    ]);
  });

  test("a test may use what only developers have", () => {
    expect(
      check({
        "packages/meetings/package.json": manifest,
        "packages/meetings/src/index.test.ts": `import "fast-check";`,
      }),
    ).toEqual([]);
  });
});
