import { definePlugin } from "@moothall/core/plugin";
import * as z from "zod";
import { errors } from "./errors.ts";
import { checks } from "./plugin/checks.ts";
import { comparisonOperations } from "./plugin/comparison-operations.ts";
import { exports } from "./plugin/exports.ts";
import { recordOperations } from "./plugin/record-operations.ts";
import { reports } from "./plugin/reports.ts";
import { resources } from "./plugin/resources.ts";
import { statisticsOperations } from "./plugin/statistics-operations.ts";

export default definePlugin({
  name: "safeguarding",
  summary: "Indicators and figures of safeguarding: comparable, judged, and safe to publish.",
  settings: z.strictObject({}),
  declare: () => ({
    resources,
    operations: { ...statisticsOperations, ...comparisonOperations, ...recordOperations },
    checks,
    reports,
    exports,
    errors,
  }),
});
