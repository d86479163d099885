import { mkdirSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { runServer } from "verdaccio";

export interface LocalRegistry {
  /** With a slash at the end, as npm writes it. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * A registry on the loopback address, empty at the start. It keeps what is published to it under
 * the given names and takes everything else from another registry.
 *
 * @param folder An empty folder, which it fills.
 * @param names Packages that come from here alone, so that a test never runs a published one.
 * @param outside The address of the other registry.
 */
export async function startRegistry(
  folder: string,
  names: readonly string[],
  outside: string,
): Promise<LocalRegistry> {
  mkdirSync(folder, { recursive: true });
  const everyone = { access: "$all", publish: "$all", unpublish: "$all" };
  // JSON is YAML as well.
  const file = join(folder, "config.yaml");
  writeFileSync(
    file,
    JSON.stringify({
      storage: join(folder, "storage"),
      uplinks: { outside: { url: outside, timeout: "60s", max_fails: 10 } },
      packages: {
        ...Object.fromEntries(names.map((name) => [name, everyone])),
        "**": { access: "$all", proxy: "outside" },
      },
      auth: { htpasswd: { file: join(folder, "htpasswd") } },
      log: { type: "file", path: join(folder, "registry.log"), level: "warn" },
      web: { enable: false },
      max_body_size: "100mb",
    }),
  );
  const server = (await runServer(file)) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
