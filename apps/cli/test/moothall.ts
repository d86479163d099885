import { execFile, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const program = fileURLToPath(new URL("../dist/main.js", import.meta.url));

/** Before the tests of a file: the program as it is published, built from the sources as they are. */
export function useProgram(): void {
  beforeAll(async () => {
    const bootstrap = fileURLToPath(new URL("../../../tooling/bootstrap/run.mjs", import.meta.url));
    await promisify(execFile)(process.execPath, [bootstrap, "moothall", "--version"]);
  }, 300_000);
}

/** A folder for the tests of a file, gone when they are done. */
export function useFolder(): {
  readonly path: string;
  readonly write: (name: string, content: string | Uint8Array) => string;
} {
  const path = mkdtempSync(join(tmpdir(), "moothall-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    write: (name, content) => {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
  };
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program as a user would, to its end. Standard input is empty unless given. */
export function moothall(
  args: readonly string[],
  {
    cwd,
    input = "",
    environment = {},
  }: { cwd?: string; input?: string; environment?: Record<string, string> } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env: { ...process.env, ...environment },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.stdin.on("error", () => {
      // A program that needs no input may end before it is written.
    });
    child.stdin.end(input);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** Starts the program and answers when it has said that it serves, with its address. */
export function startServing(
  args: readonly string[],
  cwd: string,
): Promise<{
  readonly url: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env: process.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const closed = new Promise<number | null>((done) => child.on("close", (code) => done(code)));
    let stdout = "";
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
      const url = /Serving on (\S+)/.exec(stdout)?.[1];
      if (url !== undefined) {
        resolve({
          url,
          stdout: () => stdout,
          stderr: () => stderr,
          end: (signal) => {
            child.kill(signal);
            return closed;
          },
        });
      }
    });
    void closed.then((code) =>
      reject(new Error(`ended with ${code} before it served:\n${stdout}${stderr}`)),
    );
  });
}

/** The shell commands of a page of the repository, pasted one after another. */
export function commandsOf(page: string): readonly string[] {
  const text = readFileSync(`${root}${page}`, "utf8");
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block as string);
}

/** Runs shell commands in a folder, with the program as `moothall`; fails where one does. */
export async function shell(
  commands: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  const command = join(bin, "moothall");
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(command, 0o755);
  const { stdout } = await promisify(execFile)("sh", ["-eu", "-c", commands.join("")], {
    cwd: folder,
    env: { ...process.env, ...environment, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
  return stdout;
}
