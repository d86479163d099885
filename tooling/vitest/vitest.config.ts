import { defineConfig } from "vitest/config";
import { CountReporter } from "./count-reporter.ts";

// Workspace packages resolve to their sources, so that tests need no build.
const conditions = ["@moothall/source", "module", "node", "development|production"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "apps/*/src/**/*.test.ts",
      "apps/*/test/**/*.test.ts",
      "tooling/*/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**"],
    // Tests that start the command line or a server are slow on a busy machine of two cores.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    reporters: ["default", new CountReporter()],
  },
});
