import type { MoothallError } from "@moothall/core";
import { Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import type { Body } from "../body.ts";
import type { Offices } from "../check-posts.ts";
import type { OfficeHolding } from "../office-holding.ts";
import type { Person } from "../person.ts";
import type { Post } from "../post.ts";

/** The bodies, posts, persons and holdings that the caller may see. */
export const readOffices: Effect.Effect<Offices, MoothallError, Records> = Effect.gen(function* () {
  const records = yield* Records;
  return {
    bodies: yield* records.all<Body>("register/body"),
    posts: yield* records.all<Post>("register/post"),
    persons: yield* records.all<Person>("register/person"),
    holdings: yield* records.all<OfficeHolding>("register/office-holding"),
  };
});
