import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExampleService, exampleService } from "./example-service.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = join(root, "packages", "client", "src", "client-types.ts");
const folder = mkdtempSync(join(tmpdir(), "moothall-client-types-"));
const file = join(folder, "service-api.ts");

let service: ExampleService;
beforeAll(async () => {
  service = await exampleService();
});
afterAll(async () => {
  await service?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program as its user does; the service answers meanwhile from this process. */
function clientTypes(args: readonly string[], token?: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: { ...process.env, ...(token !== undefined && { MOOTHALL_TOKEN: token }) },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** What TypeScript says of a front end that uses the file. */
function typecheck(text: string): string {
  writeFileSync(join(folder, "page.ts"), text);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        target: "es2023",
        lib: ["es2023", "dom"],
        types: [],
        module: "esnext",
        moduleResolution: "bundler",
        customConditions: ["@moothall/source"],
        allowImportingTsExtensions: true,
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        paths: { "@moothall/client": [join(root, "packages/client/src/index.ts")] },
      },
      files: ["page.ts"],
    }),
  );
  const compiler = join(root, "node_modules", "typescript", "lib", "tsc.js");
  return String(spawnSync(process.execPath, [compiler, "--project", folder]).stdout);
}

describe("the types that are written for a front end", () => {
  it("let it read what is public, and say that it may write nothing", async () => {
    expect(await clientTypes([service.url, "--output", file])).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    const page = `import { createClient } from "@moothall/client";
import type { ServiceApi } from "./service-api.ts";

const council = createClient<ServiceApi>({ url: "https://records.example.gov.uk" });
export const { value } = await council.get("procurement/contract", "opcc.2017-13");
export const title: string = value.title;
export const amount: string | undefined = value.value?.amount;
export const scores = await council.run("procurement/score", {
  weights: { price: "60", quality: "40" },
  bids: [{ bidder: "A", price: "1.00", quality: "5" }],
});
// @ts-expect-error There is no such kind of record.
await council.get("procurement/nothing", "a");
// @ts-expect-error The public may write nothing.
await council.create("procurement/contract", {});
`;
    expect(typecheck(page)).toBe("");
  });

  it("are those of the client itself, with a token that may do all", async () => {
    const { stdout } = await clientTypes([service.url], service.token);
    const ours = readFileSync(join(root, "packages/client/src/api.generated.ts"), "utf8");
    const tables = (text: string) =>
      text.slice(text.indexOf("/** Kinds of record"), text.indexOf("/** Exports, by"));
    expect(tables(stdout)).toBe(tables(ours));
  });

  it("are checked for being what would be written", async () => {
    const document = join(folder, "openapi.json");
    writeFileSync(document, await (await fetch(`${service.url}/openapi.json`)).text());
    expect(await clientTypes([document, "--output", file, "--check"])).toMatchObject({ code: 0 });
    writeFileSync(file, "export {};\n");
    expect(await clientTypes([document, "--output", file, "--check"])).toMatchObject({ code: 1 });
    expect(readFileSync(file, "utf8")).toBe("export {};\n");
  });

  it.each([
    ["nothing", [], 64, "Say which service"],
    ["two services", ["a", "b"], 64, "One service or file"],
    ["a check of nothing", ["a", "--check"], 64, "--check with --output"],
    ["an unknown option", ["a", "--out", "b"], 64, "--out"],
    ["no address", ["https://"], 64, "is not an address"],
    ["a file that is not there", ["nowhere.json"], 66, "cannot be read"],
    ["a service that is not there", ["http://127.0.0.1:9"], 69, "does not answer"],
  ])("refuses %s, with what to do", async (_, args, code, words) => {
    const ran = await clientTypes(args);
    expect(ran).toMatchObject({ code, stdout: "" });
    expect(ran.stderr).toMatch(/^moothall-client-types: [^\n]+\n {2}[^\n]+\n$/);
    expect(ran.stderr).toContain(words);
  });

  it("refuses what is no document of a service, an unknown token, and a token in the open", async () => {
    const other = join(folder, "other.json");
    writeFileSync(other, '{"openapi":"3.1.1","paths":{}}');
    expect(await clientTypes([other])).toMatchObject({ code: 65, stdout: "" });
    expect(await clientTypes([`${service.url}/v1/nothing`])).toMatchObject({
      code: 69,
      stdout: "",
    });
    const unknown = await clientTypes([service.url], "moothall_nobody");
    expect(unknown).toMatchObject({ code: 77, stdout: "" });
    const open = await clientTypes(["http://records.example.gov.uk"], "moothall_secret");
    expect(open).toMatchObject({ code: 64, stdout: "" });
    for (const { stderr } of [unknown, open])
      expect(stderr).not.toMatch(/moothall_(?:nobody|secret)/);
  });

  it("leaves nothing behind where it cannot write", async () => {
    const there = readdirSync(folder);
    const nowhere = join(folder, "nowhere", "api.ts");
    expect(await clientTypes([service.url, "--output", nowhere])).toMatchObject({ code: 73 });
    expect(await clientTypes([service.url, "--output", folder])).toMatchObject({ code: 73 });
    expect(readdirSync(folder)).toEqual(there);
    expect(existsSync(nowhere)).toBe(false);
  });
});
