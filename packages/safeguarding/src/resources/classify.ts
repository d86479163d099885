import type { Classification } from "@moothall/core";
import type { Observation } from "./observation.ts";

/** A count of few people may identify them, so figures stay inside until a public paper prints them. */
export const classifyObservation = ({
  disclosedIn,
}: Pick<Observation, "disclosedIn">): Classification =>
  disclosedIn === undefined ? { record: "confidential" } : { record: "public" };
