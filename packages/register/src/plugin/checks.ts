import { Clock, check, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import type { Area } from "../area.ts";
import type { Body } from "../body.ts";
import { areaRules, checkAreas } from "../check-areas.ts";
import { bodyRules, checkBodies } from "../check-bodies.ts";
import { checkPlans, planRules } from "../check-plans.ts";
import { checkPosts, postRules } from "../check-posts.ts";
import type { Objective } from "../objective.ts";
import type { Plan } from "../plan.ts";
import { readOffices } from "./read-offices.ts";

export const areas = check({
  summary: "Areas against their parents, codes and successors.",
  rules: areaRules,
  needs: [Records],
  run: () =>
    Effect.gen(function* () {
      const records = yield* Records;
      return checkAreas(yield* records.all<Area>("register/area"));
    }),
});

export const bodies = check({
  summary: "Bodies against each other: identifiers, legal profiles, successors.",
  rules: bodyRules,
  needs: [Records],
  run: () =>
    Effect.gen(function* () {
      const records = yield* Records;
      return checkBodies(yield* records.all<Body>("register/body"));
    }),
});

export const posts = check({
  summary: "Posts against their bodies, and persons against the posts that they hold.",
  rules: postRules,
  needs: [Records],
  run: () => Effect.map(readOffices, checkPosts),
});

export const plans = check({
  summary: "Plans against their objectives and their review.",
  rules: planRules,
  needs: [Records, Clock],
  run: () =>
    Effect.gen(function* () {
      const records = yield* Records;
      const clock = yield* Clock;
      return checkPlans(
        yield* records.all<Plan>("register/plan"),
        yield* records.all<Objective>("register/objective"),
        clock.today(),
      );
    }),
});
