import { definePlugin } from "@moothall/core/plugin";
import * as z from "zod";
import { errors } from "./errors.ts";
import {
  check360Giving,
  clawBack,
  convert360GivingFile,
  shareCost,
  split,
} from "./plugin/arithmetic-operations.ts";
import { assess, awardRound, vary } from "./plugin/award-operations.ts";
import { checks } from "./plugin/checks.ts";
import { exports } from "./plugin/exports.ts";
import { import360Giving } from "./plugin/import-operation.ts";
import { reconcile } from "./plugin/reconcile-operation.ts";
import { release } from "./plugin/release-operation.ts";
import { reports } from "./plugin/reports.ts";
import { resources } from "./plugin/resources.ts";

export default definePlugin({
  name: "funding",
  summary: "Funds, grant rounds, awards, payments and returns.",
  settings: z.strictObject({
    /** The publisher's prefix as 360Giving gave it. */
    prefix: z
      .string()
      .regex(/^360G-[A-Za-z0-9_]+$/, "must be 360G- and the publisher's own code")
      .default("360G-unregistered"),
    publisher: z.string().min(1).default("Unnamed publisher"),
    dataSource: z.url().optional(),
  }),
  declare: (settings) => ({
    resources,
    operations: {
      split,
      "share-cost": shareCost,
      assess,
      "award-round": awardRound,
      release,
      "claw-back": clawBack,
      vary,
      reconcile: reconcile(settings.prefix),
      "check-360giving": check360Giving,
      "convert-360giving": convert360GivingFile,
      "import-360giving": import360Giving,
    },
    checks: checks(settings.prefix),
    reports,
    exports: exports(settings),
    errors,
  }),
});
