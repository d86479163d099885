import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Batch, ResourceModel, Write } from "@moothall/core/store";

export const item = "test/item" as const;

export const itemModel: ResourceModel = {
  kind: item,
  fields: { value: { type: "integer" }, name: { type: "text" } },
};

export const put = (id: string, fields: Record<string, unknown>, of = "public"): Write =>
  ({
    action: "put",
    kind: item,
    id,
    data: { id, ...fields },
    classification: { record: of },
  }) as Write;

export const batch = (...writes: readonly Write[]): Batch => ({
  at: "2026-01-01T12:00:00Z",
  by: "token-1",
  writes,
});

/** A folder that is gone again at the end. */
export class Place {
  readonly folder = mkdtempSync(join(tmpdir(), "moothall-records-"));
  readonly #mounts: string[] = [];

  path(name = "moothall.sqlite"): string {
    return join(this.folder, name);
  }

  /** A file system of its own in memory, or undefined where that is not permitted. */
  mount(name: string, size: string): string | undefined {
    const folder = this.path(name);
    mkdirSync(folder);
    const options = ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder];
    if (spawnSync("mount", options).status !== 0) return undefined;
    this.#mounts.push(folder);
    return folder;
  }

  remove(): void {
    for (const folder of this.#mounts) spawnSync("umount", ["--lazy", folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The code of the error with which something is refused. */
export async function refusal(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (cause) {
    const { name, code } = cause as { name?: string; code?: string };
    if (name === "MoothallError" && code !== undefined) return code;
    throw cause;
  }
  return "nothing was refused";
}

export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of items) all.push(one);
  return all;
}

/** Arguments to run a TypeScript file of the checkout with the Node that runs this. */
export const script = (name: string): string[] => [
  "--conditions=@moothall/source",
  "--disable-warning=ExperimentalWarning",
  join(import.meta.dirname, name),
];
