import { createHost, createToken, type Host, loadPlugin } from "@moothall/host";
import { type Served, serve } from "@moothall/http";
import { openSqlite } from "@moothall/records-sqlite";
import { builtInPlugins, example } from "../../apps/cli/src/built-in.generated.ts";

export interface ExampleService extends Served {
  readonly host: Host;
  /** A token that may do everything. */
  readonly token: string;
}

/** The worked example, served over HTTP from memory, as `moothall serve --example` does it. */
export async function exampleService(): Promise<ExampleService> {
  const plugins = await Promise.all(
    builtInPlugins.map(({ from }) => loadPlugin({ from, settings: {} }, builtInPlugins, undefined)),
  );
  const host = createHost({ plugins, openStore: () => openSqlite({ path: ":memory:" }) });
  const all = { clearance: "confidential", bodies: ["*"], permissions: ["*"] } as const;
  const { example: content } = await example.load();
  await host.put(content.records, { ...all, id: "example", authenticated: true });
  const { token } = await createToken(
    await host.store(),
    { ...all, expires: "2099-01-01T00:00:00Z" },
    host.clock.now(),
  );
  const served = await serve(host, { port: 0 });
  return {
    ...served,
    host,
    token,
    close: async () => {
      await served.close();
      await host.close();
    },
  };
}
