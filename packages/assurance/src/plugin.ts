import { definePlugin } from "@moothall/core/plugin";
import * as z from "zod";
import { errors } from "./errors.ts";
import { checks } from "./plugin/checks.ts";
import { exports } from "./plugin/exports.ts";
import { operations } from "./plugin/operations.ts";
import { reports } from "./plugin/reports.ts";
import { resources } from "./plugin/resources.ts";

export default definePlugin({
  name: "assurance",
  summary: "Plans, initiatives, risks, audits, inspections and reviews.",
  settings: z.strictObject({}),
  declare: () => ({ resources, operations, checks, reports, exports, errors }),
});
