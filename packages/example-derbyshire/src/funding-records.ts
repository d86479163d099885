import type { Kind } from "@moothall/core";
import type { ExampleRecord } from "./example-record.ts";

const of =
  (resource: string) =>
  (data: ExampleRecord["data"]): ExampleRecord => ({
    kind: `funding/${resource}` as Kind,
    data,
  });

export const fund = of("fund");
export const scheme = of("scheme");
export const round = of("round");
export const award = of("award");
export const allocationTable = of("allocation-table");
export const costSplit = of("cost-split");
export const commissionedService = of("commissioned-service");

export const commissioner = "register/body/opcc-derbyshire";
