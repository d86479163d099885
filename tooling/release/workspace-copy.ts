import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type PublicPackage, publicPackages } from "./packages.ts";
import { type Run, runIn } from "./run.ts";

/** A copy of the workspace that may be versioned, built and published without touching this one. */
export interface WorkspaceCopy {
  readonly root: string;
  readonly packages: () => PublicPackage[];
  readonly run: Run;
}

const left = new Set(["node_modules", ".git", ".turbo", ".toolchain", ".moothall"]);

/**
 * Copies the workspace with what was built in it, and installs its dependencies there without a
 * network: the packages of the first one's store are linked.
 *
 * @param to A folder that is not there yet.
 * @param environment Of the commands that are run in it.
 */
export async function copyWorkspace(
  from: string,
  to: string,
  environment: NodeJS.ProcessEnv,
): Promise<WorkspaceCopy> {
  cpSync(from, to, { recursive: true, filter: (path) => !left.has(basename(path)) });
  const store = await runIn(from, process.env)("pnpm", ["store", "path"]);
  // The lockfile was checked where it comes from, and nothing is installed here later.
  appendFileSync(
    join(to, "pnpm-workspace.yaml"),
    `
storeDir: ${JSON.stringify(dirname(store.stdout.trim()))}
minimumReleaseAge: 0
verifyDepsBeforeRun: false
`,
  );
  const run = runIn(to, environment);
  await run("pnpm", ["install", "--offline", "--frozen-lockfile", "--ignore-scripts"]);
  // Changesets asks git for its base, and publishing leaves a tag for each version.
  await run("git", ["init", "--quiet", "--initial-branch=main"]);
  await run("git", ["config", "user.name", "Release"]);
  await run("git", ["config", "user.email", "release@localhost"]);
  await run("git", ["add", "--all"]);
  await run("git", ["commit", "--quiet", "--no-verify", "--message", "The workspace as copied"]);
  return { root: to, packages: () => publicPackages(to), run };
}

/** The changesets that wait for the next version, as paths. */
export const pendingChangesets = ({ root }: WorkspaceCopy): string[] =>
  readdirSync(join(root, ".changeset"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(root, ".changeset", name));

/** Writes a changeset, as `pnpm changeset` would. */
export function addChangeset(
  { root }: WorkspaceCopy,
  bump: "major" | "minor" | "patch",
  names: readonly string[],
  summary: string,
): void {
  const lines = names.map((name) => `"${name}": ${bump}\n`);
  writeFileSync(
    join(root, ".changeset", "of-the-journey.md"),
    `---\n${lines.join("")}---\n\n${summary}\n`,
  );
}

/** Gives every package the same version, as if it had been published so far. */
export function setVersions(copy: WorkspaceCopy, version: string): void {
  for (const { folder } of copy.packages()) {
    const file = join(copy.root, folder, "package.json");
    const manifest = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, `${JSON.stringify({ ...manifest, version }, undefined, 2)}\n`);
  }
}
