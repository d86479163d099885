import * as z from "zod";
import { schemaName } from "../schema-name.ts";
import { shared } from "../shared-schema.ts";
import { changeRelation } from "./change.ts";
import { claimRelation } from "./claim.ts";
import { comparableRelation } from "./comparable.ts";
import { countRelation } from "./count.ts";
import { dateOrderRelation } from "./date-order.ts";
import { derivedRelation } from "./derived.ts";
import { periodRelation } from "./period-heads.ts";
import { rankRelation } from "./rank.ts";
import { percentageRelation, ratioRelation } from "./ratio.ts";
import { sameRelation } from "./same.ts";
import { totalRelation } from "./total.ts";

/** How printed figures hang together, so that each can be held against the others. */
export const relation = shared(() =>
  z
    .discriminatedUnion("kind", [
      totalRelation(),
      percentageRelation(),
      ratioRelation(),
      changeRelation(),
      sameRelation(),
      rankRelation(),
      derivedRelation(),
      dateOrderRelation(),
      countRelation(),
      claimRelation(),
      periodRelation(),
      comparableRelation(),
    ])
    .meta({
      ...schemaName("PublishedFigureRelation"),
      description: "How printed figures hang together",
    }),
);

export type Relation = z.output<ReturnType<typeof relation>>;
