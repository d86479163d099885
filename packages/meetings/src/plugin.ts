import { nation } from "@moothall/core/calendar";
import { definePlugin } from "@moothall/core/plugin";
import * as z from "zod";
import { errors } from "./errors.ts";
import { checks } from "./plugin/checks.ts";
import { exports } from "./plugin/exports.ts";
import { oparl } from "./plugin/oparl.ts";
import { operations } from "./plugin/operations.ts";
import { reports } from "./plugin/reports.ts";
import { resources } from "./plugin/resources.ts";

export default definePlugin({
  name: "meetings",
  summary: "Meetings, agendas, papers, minutes, decisions and actions.",
  settings: z.strictObject({
    /** Whose bank holidays count where neither the body nor its standing orders say. */
    nation: nation().default("england"),
    /** The licence under which the open data may be used, as a URL. */
    license: z.url().optional(),
  }),
  declare: ({ nation, license }) => ({
    resources,
    operations: operations(nation),
    checks: checks(nation),
    reports: reports(nation),
    exports: exports(license),
    feeds: { oparl: oparl(license) },
    errors,
  }),
});
