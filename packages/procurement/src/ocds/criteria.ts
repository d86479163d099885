import { exact, toExactText } from "@moothall/core";
import type * as z from "zod";
import type { notice } from "../resources/terms.ts";
import type { Method } from "../scoring/method.ts";
import { leavesOf } from "../scoring/quality.ts";
import { type Json, told, toMoment } from "./values.ts";

/** Weights of price and quality as award criteria, each quality criterion with its weight and minimum. */
export function awardCriteria(method: Method): Json {
  const leaves = leavesOf(method.criteria ?? []);
  const quality = leaves.map(({ id, title, weight, minimum }) => ({
    type: "quality",
    name: title ?? id,
    numbers: [
      { number: Number(weight), weight: "percentageExact" },
      ...(minimum === undefined ? [] : [{ number: Number(minimum), threshold: "minimumScore" }]),
    ],
  }));
  return {
    weightingDescription: `Price by the formula '${method.formula}'; quality as weighted.`,
    criteria: [
      ...(exact(method.weights.price).n === 0n ? [] : [criterion("price", method.weights.price)]),
      ...(quality.length > 0
        ? quality
        : exact(method.weights.quality).n === 0n
          ? []
          : [criterion("quality", method.weights.quality)]),
    ],
  };
}

const criterion = (type: "price" | "quality", weight: string): Json => ({
  type,
  name: type === "price" ? "Price" : "Quality",
  numbers: [{ number: Number(toExactText(exact(weight))), weight: "percentageExact" }],
});

/** Qualifying questions as requirements that have to be answered with yes. */
export function qualifyingCriteria(method: Method | undefined): Json[] | undefined {
  return method?.questions?.map(({ id, title }) =>
    told({
      id: `question-${id}`,
      title,
      relatesToTenderer: true,
      requirementGroups: [
        {
          id: `question-${id}-group`,
          requirements: [told({ id, title, dataType: "boolean", expectedValue: true })],
        },
      ],
    }),
  );
}

/** Notices as documents with the United Kingdom's notice types. */
export const documentsOf = (
  notices: readonly z.output<ReturnType<typeof notice>>[] | undefined,
): Json[] | undefined =>
  notices?.map(({ type, published, url }, index) =>
    told({
      id: `notice-${index + 1}`,
      documentType: documentTypes[type] ?? "notice",
      noticeType: type,
      datePublished: toMoment(published),
      url,
    }),
  );

const documentTypes: Readonly<Record<string, string>> = {
  UK2: "marketEngagementNotice",
  UK3: "plannedProcurementNotice",
  UK4: "tenderNotice",
  UK6: "awardNotice",
  UK7: "contractNotice",
};
