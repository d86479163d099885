import type { Finding } from "../finding.ts";
import { formatSource } from "../source.ts";
import { checkChange } from "./change.ts";
import { checkClaim } from "./claim.ts";
import { checkComparable } from "./comparable.ts";
import { checkCount } from "./count.ts";
import { checkDateOrder } from "./date-order.ts";
import { checkDerived } from "./derived.ts";
import { type FactReader, makeFactReader } from "./fact.ts";
import { checkPeriod } from "./period-heads.ts";
import { checkRank } from "./rank.ts";
import { checkPercentage, checkRatio } from "./ratio.ts";
import type { Relation } from "./relation.ts";
import { checkSame } from "./same.ts";
import { checkTotal } from "./total.ts";
import type { Verdict } from "./verdict.ts";

/** The rules under which relations between printed figures speak, by their kind. */
export const relationRules = {
  "core/total": "A printed total is not the sum of its parts.",
  "core/percentage": "A printed percentage is not that of its part and base.",
  "core/ratio": "A printed ratio is not that of its part and base.",
  "core/change": "A printed change is not that of its two figures.",
  "core/same": "One fact is printed otherwise in another place.",
  "core/rank": "A figure does not have the place in its list that is said.",
  "core/derived": "A printed figure does not follow from those that it is made of.",
  "core/order": "Dates stand in an order that cannot be.",
  "core/count": "A list has more or fewer than it is said to have.",
  "core/claim": "Words say something else than the figures beside them.",
  "core/period": "A printed period or column head cannot be right.",
  "core/comparable": "Figures are compared across a break.",
  "core/relation-unread": "A relation names a figure that is not there.",
} as const;

/**
 * Holds the figures of one record against each other as its relations say.
 * @param documents the other records that its relations name (`namedRecords`), as the reader may see them
 */
export function checkRelations(
  about: string,
  record: Readonly<Record<string, unknown>>,
  documents: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): Finding[] {
  const relations = (record.relations ?? []) as readonly Relation[];
  return relations.flatMap((relation, index): Finding[] => {
    const reader = makeFactReader(about, record, documents);
    const verdicts = checkRelation(relation, reader);
    const at = { pointer: `/relations/${index}` };
    if (reader.missing.length > 0 && !reader.withheld) {
      return [
        {
          rule: "core/relation-unread",
          about,
          severity: "warning",
          message: `A relation (${relation.kind}) names ${reader.missing.map((name) => `'${name}'`).join(", ")}, which no printed figure states, so it cannot be checked.`,
          evidence: { kind: relation.kind },
          at,
          fix: "Add the figure to `printed`, or correct the name.",
        },
      ];
    }
    return verdicts.map(({ severity, message, evidence = {}, fix }) => ({
      rule: `core/${relation.kind}`,
      about,
      severity,
      message: [
        message,
        ...(relation.because === undefined ? [] : [relation.because]),
        ...(relation.source === undefined ? [] : [`Said in ${formatSource(relation.source)}.`]),
      ].join(" "),
      evidence,
      at,
      ...(fix !== undefined && { fix }),
    }));
  });
}

function checkRelation(relation: Relation, reader: FactReader): readonly Verdict[] {
  switch (relation.kind) {
    case "total":
      return checkTotal(relation, reader);
    case "percentage":
      return checkPercentage(relation, reader);
    case "ratio":
      return checkRatio(relation, reader);
    case "change":
      return checkChange(relation, reader);
    case "same":
      return checkSame(relation, reader);
    case "rank":
      return checkRank(relation, reader);
    case "count":
      return checkCount(relation, reader);
    case "derived":
      return checkDerived(relation, reader);
    case "order":
      return checkDateOrder(relation, reader);
    case "claim":
      return checkClaim(relation, reader);
    case "period":
      return checkPeriod(relation, reader);
    case "comparable":
      return checkComparable(relation, reader);
  }
}
