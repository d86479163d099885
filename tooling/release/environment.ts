import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The environment of someone who has just sat down: nothing that npm, pnpm, a test runner or Node
 * was told here, a home and a cache that are empty, and one registry.
 *
 * @param home An empty folder.
 * @param registry Where packages come from and are published to.
 */
export function freshEnvironment(home: string, registry: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_|pnpm_|vitest|vite|node_(?!extra_ca_certs)|turbo_|moothall_|init_cwd|test$|dev$|prod$|ssr$|home$|port$)/i.test(
        name,
      ),
  );
  mkdirSync(home, { recursive: true });
  const settings = join(home, ".npmrc");
  writeFileSync(
    settings,
    // npm sends nothing to publish without a token; this registry lets anyone.
    `registry=${registry}\n${registry.replace(/^https?:/, "")}:_authToken=anyone\n`,
  );
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    USERPROFILE: home,
    XDG_CACHE_HOME: join(home, "cache"),
    XDG_DATA_HOME: join(home, "data"),
    XDG_CONFIG_HOME: join(home, "config"),
    NPM_CONFIG_USERCONFIG: settings,
    NPM_CONFIG_CACHE: join(home, "npm-cache"),
    NPM_CONFIG_AUDIT: "false",
    NPM_CONFIG_FUND: "false",
    NPM_CONFIG_UPDATE_NOTIFIER: "false",
    NPM_CONFIG_REGISTRY: registry,
    CI: "true",
    NO_COLOR: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
  };
}
