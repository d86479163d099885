import type { Kind } from "@moothall/core";
import type { ExampleRecord } from "./example-record.ts";

type Data = ExampleRecord["data"];

const of =
  (resource: string, fields: object = {}) =>
  (data: Data): ExampleRecord => ({
    kind: `engagement/${resource}` as Kind,
    data: { ...fields, ...data },
  });

export const engagementPlan = of("plan", { status: "adopted" });
export const place = of("place");
export const tour = of("tour");
export const activity = of("activity", { status: "held" });
export const activityLog = of("activity-log");
export const consultation = of("consultation", { kind: "survey", status: "published" });
export const result = of("result");
export const submission = of("submission");
export const categorySet = of("category-set");
export const caseworkTable = of("casework-table");
