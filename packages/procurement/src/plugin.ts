import { nation } from "@moothall/core/calendar";
import { definePlugin, type Plugin } from "@moothall/core/plugin";
import * as z from "zod";
import { errors } from "./errors.ts";
import { awardOperations } from "./plugin/award-operations.ts";
import { checks } from "./plugin/checks.ts";
import { exports } from "./plugin/exports.ts";
import { releaseOperations } from "./plugin/release-operations.ts";
import { reports } from "./plugin/reports.ts";
import { resources } from "./plugin/resources.ts";
import { scoringOperations } from "./plugin/scoring-operations.ts";
import { tenderOperations } from "./plugin/tender-operations.ts";
import type { ScoringOptions } from "./scoring/score.ts";

const settings = z.strictObject({
  /** Whose bank holidays count. */
  nation: nation().default("england"),
  /** The publisher's registered OCID prefix; the standard's example prefix where left out. */
  ocidPrefix: z
    .string()
    .regex(/^ocds-[a-z0-9]{6}$/, "must be ocds- and six characters, as registered")
    .optional(),
  /** Name of the publisher of OCDS packages. */
  publisher: z.string().min(1).optional(),
});

/**
 * The procurement plugin. A council with a formula of its own makes its plugin from this:
 * `export default procurement({ formulas: [ours] })`.
 */
export const procurement = (options: ScoringOptions = {}): Plugin =>
  definePlugin({
    name: "procurement",
    summary: "Tenders, bids, evaluation, awards and contracts.",
    settings,
    declare: (chosen) => ({
      resources,
      operations: {
        ...scoringOperations(options),
        ...tenderOperations(options),
        ...awardOperations(chosen),
        ...releaseOperations,
      },
      checks: checks(options, chosen),
      reports: reports(options),
      exports: exports(chosen),
      errors,
    }),
  });

export default procurement();
