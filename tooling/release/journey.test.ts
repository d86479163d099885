import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { noBrowser } from "../client/front-end-page.ts";
import { freshEnvironment } from "./environment.ts";
import { buildFrontEnd, visitFrontEnd } from "./front-end.ts";
import { olderNode } from "./older-node.ts";
import { outsidePlugin, useOutsidePlugin, writeOutsidePlugin } from "./outside-plugin.ts";
import { publicPackages } from "./packages.ts";
import { emptyProject, type Project } from "./project.ts";
import { type LocalRegistry, startRegistry } from "./registry.ts";
import { end, runIn } from "./run.ts";
import { type Serving, serving } from "./serving.ts";
import { usePackages } from "./use-packages.ts";
import {
  addChangeset,
  copyWorkspace,
  pendingChangesets,
  setVersions,
  type WorkspaceCopy,
} from "./workspace-copy.ts";

// What each kind of user does, from an empty folder and an empty cache, with a registry of our own
// on this machine: a release is versioned, built and published; a council installs and upgrades.
//
// `pnpm release:journey` builds everything anew, installs every package alone, and takes a plugin
// from its author to a council. The short form, part of `npm test`, takes what is built and installs
// one package alone and then all together.
const isWhole = process.env.MOOTHALL_JOURNEY === "whole";
// Building everything and checking the declarations of every library take minutes.
vi.setConfig({ testTimeout: 1_800_000, hookTimeout: 1_800_000 });

const root = fileURLToPath(new URL("../../", import.meta.url));
const compiler = join(root, "node_modules", "typescript", "lib", "tsc.js");
const packages = publicPackages(root);
const names = packages.map(({ name }) => name);
const domain = "@moothall/procurement";
const alone = isWhole ? packages : packages.filter(({ name }) => name === domain);
const released = isWhole ? names : ["@moothall/core", domain, "moothall"];

const here = runIn(root, process.env);
const outside = (await here("npm", ["config", "get", "registry"])).stdout.trim();
const why = await fetch(`${outside.replace(/\/$/, "")}/zod`, {
  method: "HEAD",
  signal: AbortSignal.timeout(20_000),
}).then(
  ({ ok }) => (ok ? "" : " (skipped: the registry that npm is set to does not answer)"),
  () => " (skipped: the registry that npm is set to cannot be reached)",
);

let folder: string;
let registry: LocalRegistry;
let workspace: WorkspaceCopy;
let before: ReadonlyMap<string, string>;
let after: ReadonlyMap<string, string>;

const versions = (): ReadonlyMap<string, string> =>
  new Map(workspace.packages().map(({ name, manifest }) => [name, manifest.version]));
const project = (name: string): Project => emptyProject(join(folder, name), registry.url, compiler);

/** What a council's own few lines say of two bids: their scores. */
async function scoresOf(council: Project): Promise<unknown> {
  const { stdout } = await council.node(
    "score.mjs",
    `import { score } from "${domain}";
const bids = [
  { bidder: "A", price: "121229.00", quality: "22" },
  { bidder: "B", price: "138788.00", quality: "26" },
];
const { results } = score({ weights: { price: "60", quality: "40" }, bids });
console.log(JSON.stringify(results.map(({ total }) => total)));
`,
  );
  return JSON.parse(stdout);
}

describe.skipIf(why !== "")(`a release${why}`, () => {
  beforeAll(async () => {
    await here("pnpm", ["build", "--output-logs=errors-only"]);
    folder = mkdtempSync(join(tmpdir(), "moothall-release-"));
    registry = await startRegistry(join(folder, "registry"), [...names, outsidePlugin], outside);
    workspace = await copyWorkspace(
      root,
      join(folder, "workspace"),
      freshEnvironment(join(folder, "maintainer"), registry.url),
    );
    before = versions();
  });
  afterAll(async () => {
    await registry?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  test.each([
    // Below 1.0 a minor version may break what depends on it, which takes it up by a patch.
    ["0.5.3", "0.6.0", "0.5.4"],
    ["1.2.3", "1.3.0", undefined],
  ])("a minor version of core %s makes no plugin major", async (version, ofCore, ofOthers) => {
    for (const path of pendingChangesets(workspace)) rmSync(path);
    setVersions(workspace, version);
    addChangeset(workspace, "minor", ["@moothall/core"], "Something new.");
    await workspace.run("pnpm", ["exec", "changeset", "version"]);
    const changed = new Map([...versions()].filter(([, now]) => now !== version));
    await workspace.run("git", ["reset", "--quiet", "--hard"]);
    await workspace.run("git", ["clean", "--quiet", "-d", "--force"]);
    expect(changed.get("@moothall/core")).toBe(ofCore);
    changed.delete("@moothall/core");
    expect([...new Set(changed.values())]).toEqual(ofOthers === undefined ? [] : [ofOthers]);
    expect(changed.has(domain)).toBe(ofOthers !== undefined);
  });

  test("is published: the version before", async () => {
    const { stdout } = await workspace.run("pnpm", ["exec", "changeset", "publish"]);
    for (const [name, version] of before) expect(stdout).toContain(`${name}@${version}`);
    const { stdout: tags } = await workspace.run("git", ["tag"]);
    expect(tags.split("\n")).toEqual(expect.arrayContaining([`${domain}@${before.get(domain)}`]));
  });

  describe("installed", () => {
    let council: Project;
    let office: Project;

    test("by a council: one package and the command, as they were before", async () => {
      council = project("council");
      office = project("office");
      await Promise.all([council.install(domain), office.install("moothall")]);
      expect(await scoresOf(council)).toEqual(["82.00", "77.31"]);
      const loaded = await office.run("npx", ["moothall", "example", "load"]);
      expect(loaded.stdout).toContain("records created");
    });

    test("versioned, built and published again", async () => {
      if (!isWhole) for (const path of pendingChangesets(workspace)) rmSync(path);
      addChangeset(workspace, "patch", released, "Mends something that a user saw.");
      await workspace.run("pnpm", ["run", "version-packages"]);
      after = versions();
      for (const name of released) expect(after.get(name)).not.toBe(before.get(name));
      for (const { name, folder: place } of workspace.packages()) {
        if (!released.includes(name)) continue;
        const changes = readFileSync(join(workspace.root, place, "CHANGELOG.md"), "utf8");
        expect(changes).toContain(`## ${after.get(name)}`);
        expect(changes).toContain("Mends something that a user saw.");
      }
      // The program holds its version, so it is built again; packages hold theirs in their manifest.
      if (isWhole) await workspace.run("pnpm", ["run", "release"]);
      else {
        await workspace.run("pnpm", ["--filter", "moothall", "run", "build"]);
        await workspace.run("pnpm", ["exec", "changeset", "publish"]);
      }
    });

    test("and upgraded", async () => {
      await Promise.all([council.install(`${domain}@latest`), office.install("moothall@latest")]);
      const { version } = JSON.parse(
        readFileSync(join(council.folder, "node_modules", domain, "package.json"), "utf8"),
      );
      expect(version).toBe(after.get(domain));
      expect(existsSync(join(council.folder, "node_modules", domain, "CHANGELOG.md"))).toBe(true);
      expect(await scoresOf(council)).toEqual(["82.00", "77.31"]);
      const { stdout } = await office.run("npx", ["moothall", "--version"]);
      expect(stdout.trim()).toBe(after.get("moothall"));
      // The records of the version before are still there, and nothing of their past was changed.
      const shown = await office.run("npx", [
        "moothall",
        "procurement",
        "contract",
        "get",
        "opcc.2017-13",
        "--json",
      ]);
      expect(JSON.parse(shown.stdout)).toMatchObject({ value: { amount: "121229.00" } });
      await office.run("npx", ["moothall", "verify-history"]);
    });
  });

  test.each(alone)(
    "$name alone is imported, required and typed, without effect where it is pure",
    (each) => usePackages([each], project(each.name.replace("/", "-")), isWhole),
  );

  // What the whole form shows of each one alone.
  test.runIf(!isWhole)("all packages together are imported, required and typed", () =>
    usePackages(packages, project("together"), false),
  );

  // An author's tools are installed as well, which takes longer than the short form may.
  describe.runIf(isWhole)("an outside plugin", () => {
    test("is written, tested and published by its author", () =>
      writeOutsidePlugin(project("author")));

    test("is installed by a council, and is in the command line, HTTP and OpenAPI", () =>
      useOutsidePlugin(project("borough"), project("developer")));
  });

  describe("npx moothall in an empty folder", () => {
    let office: Project;
    let service: Serving;
    beforeAll(() => {
      office = project("npx");
      rmSync(join(office.folder, "package.json"));
    });
    afterAll(() => service?.end("SIGTERM"));

    test("serves the worked example", async () => {
      await office.run("npx", ["--yes", "moothall", "example", "load"]);
      service = await serving(office);
      const contract = await fetch(`${service.url}/v1/procurement/contract/opcc.2017-13`);
      expect(await contract.json()).toMatchObject({ value: { amount: "121229.00" } });
      const description = await fetch(`${service.url}/openapi.json`);
      expect(await description.json()).toMatchObject({ openapi: "3.1.1" });
    });

    describe("to the front end of a developer", () => {
      let site: string;

      test("who installs the client, checks the example of a page and builds it", async () => {
        site = await buildFrontEnd(project("front-end"), service.url);
      });

      test.skipIf(noBrowser !== undefined)(
        `whose visitors see where the money went${noBrowser === undefined ? "" : ` (skipped: ${noBrowser})`}`,
        () => visitFrontEnd(site),
      );
    });

    test("and ends by a signal to npm alone: what it started is not left behind", async () => {
      await service.end("SIGTERM");
      await expect(fetch(`${service.url}/health`)).rejects.toThrow();
    });

    const old = olderNode();
    test.skipIf(old === undefined)(
      `says on an older Node what it needs${old === undefined ? " (skipped: none on PATH)" : ""}`,
      async () => {
        await office.install("moothall");
        const program = join(office.folder, "node_modules", "moothall", "dist", "main.js");
        const ran = await end(old ?? "", [program, "--help"], office.folder, office.environment);
        expect(ran).toMatchObject({ code: 78, stdout: "" });
        expect(ran.stderr).toMatch(/^moothall needs Node [^\n]*\n$/);
      },
    );
  });
});
