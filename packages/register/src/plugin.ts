import { definePlugin } from "@moothall/core/plugin";
import * as z from "zod";
import * as checks from "./plugin/checks.ts";
import * as exports from "./plugin/exports.ts";
import * as operations from "./plugin/operations.ts";
import * as reports from "./plugin/reports.ts";
import * as resources from "./plugin/resources.ts";

export default definePlugin({
  name: "register",
  summary: "Bodies, posts, elected office-holders, areas, and plans with their objectives.",
  settings: z.strictObject({}),
  declare: () => ({
    resources: {
      body: resources.body,
      post: resources.post,
      person: resources.person,
      "office-holding": resources.officeHolding,
      area: resources.area,
      plan: resources.plan,
      objective: resources.objective,
    },
    operations: {
      "parse-identifier": operations.parseIdentifier,
      successors: operations.successors,
      "area-tree": operations.areaTreeOperation,
    },
    checks: {
      areas: checks.areas,
      bodies: checks.bodies,
      posts: checks.posts,
      plans: checks.plans,
    },
    reports: { directory: reports.directory, plan: reports.plan },
    exports: { popolo: exports.popolo },
    errors: {
      "register/bad-identifier": {
        title: "Not an identifier of an organisation",
        status: 422,
        exit: 65,
      },
    },
  }),
});
