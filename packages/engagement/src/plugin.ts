import { definePlugin } from "@moothall/core/plugin";
import { errors } from "./errors.ts";
import { analysisOperations } from "./plugin/analysis-operations.ts";
import { caseworkResources } from "./plugin/casework-resources.ts";
import { checks } from "./plugin/checks.ts";
import { disposeOperation } from "./plugin/dispose-operation.ts";
import { exports } from "./plugin/exports.ts";
import { publishingOperations } from "./plugin/publishing-operations.ts";
import { recordOperations } from "./plugin/record-operations.ts";
import { reports } from "./plugin/reports.ts";
import { responseOperations } from "./plugin/response-operations.ts";
import { settings } from "./plugin/settings.ts";
import { surveyResources } from "./plugin/survey-resources.ts";
import { visitResources } from "./plugin/visit-resources.ts";

export default definePlugin({
  name: "engagement",
  summary: "Who was heard, where, and what came of it: surveys, visits, casework, consultations.",
  settings,
  declare: (chosen) => ({
    resources: { ...visitResources, ...surveyResources, ...caseworkResources },
    operations: {
      ...analysisOperations,
      ...recordOperations(chosen),
      ...responseOperations,
      ...publishingOperations(chosen),
      dispose: disposeOperation(chosen),
    },
    checks: checks(chosen),
    reports,
    exports,
    errors,
  }),
});
