import { createHost, type Host, localCaller } from "@moothall/host";
import { filesAt, openStore } from "./open-store.ts";
import type { GlobalOptions } from "./options.ts";
import type { Loaded } from "./plugins.ts";
import { say, terminalProgress } from "./terminal.ts";

export interface Session {
  readonly host: Host;
  readonly caller: ReturnType<typeof localCaller>;
}

/** A host over these plugins and the store that `--data` names, which is opened on first use. */
export function startSession(
  plugins: readonly Loaded[],
  options: GlobalOptions,
  purpose: "read" | "write",
): Session {
  const host = createHost({
    plugins,
    openStore: () => openStore(options.data, purpose),
    openFiles: () => filesAt(options.data, options.files),
    progress: terminalProgress(),
  });
  return { host, caller: localCaller(options.clearance) };
}

/** Tells of every plugin that was set aside; the rest goes on. */
export function warnOfFaults({ host }: Session): void {
  for (const { from, name, error } of host.registry.faults)
    say(`moothall: plugin ${name ?? from} is set aside: ${error.message}`);
}
