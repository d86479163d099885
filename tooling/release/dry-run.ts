// Shows what the next release would publish, and publishes nothing: each package with the version
// that the changesets give it, what is packed of it, and what its users would read.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publicPackages } from "./packages.ts";
import { filesIn, pack } from "./packed.ts";

interface Planned {
  readonly changesets: readonly { readonly id: string; readonly summary: string }[];
  readonly releases: readonly {
    readonly name: string;
    readonly type: string;
    readonly newVersion: string;
    readonly changesets: readonly string[];
  }[];
}

const root = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "moothall-dry-run-"));
try {
  pnpm("build", "--output-logs=errors-only");
  const plan = planned();
  const summaries = new Map(plan.changesets.map(({ id, summary }) => [id, summary]));
  for (const each of publicPackages(root)) {
    const next = plan.releases.find(({ name, type }) => name === each.name && type !== "none");
    const { tarball, folder: unpacked } = await pack(root, each, join(folder, each.name));
    const contents = `${Math.ceil(tarball.byteLength / 1000)} kB packed, ${filesIn(unpacked).length} files`;
    console.log(
      next === undefined
        ? `${each.name} ${each.manifest.version}: unchanged (${contents})`
        : `${each.name} ${each.manifest.version} → ${next.newVersion}, ${next.type} (${contents})`,
    );
    for (const id of next?.changesets ?? []) console.log(`    ${summaries.get(id) ?? id}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What the changesets come to. They say nothing of it on standard output, so it goes through a file. */
function planned(): Planned {
  const file = join(folder, "planned.json");
  pnpm("exec", "changeset", "status", `--output=${file}`);
  return JSON.parse(readFileSync(file, "utf8"));
}

function pnpm(...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync("pnpm", args, {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`pnpm ${args.join(" ")} failed:\n${stdout}${stderr}`);
}
