import { type Finding, formatDate, type Kind, parsePeriod } from "@moothall/core";

export const dateRules = {
  "engagement/impossible-dates": "Two dates of a record are in an order that cannot be.",
} as const;

/** What comes first, and what cannot come before it, in words. */
const order = {
  plan: [["validFrom", "validTo", "It ends before it starts"]],
  place: [["validFrom", "validTo", "It ends before it starts"]],
  "category-set": [["validFrom", "validTo", "It ends before it starts"]],
  matter: [
    ["raised", "answered", "It was answered before it was raised"],
    ["raised", "due", "An answer was due before it was raised"],
    ["raised", "acted", "It was acted on before it was raised"],
    ["raised", "concluded", "It was concluded before it was raised"],
    ["answered", "published", "It was published before it was answered"],
  ],
  submission: [
    ["opened", "closes", "The consultation closes before it opens"],
    ["opened", "submitted", "The answer was sent before the consultation opened"],
    ["submitted", "closes", "The answer was sent after the close"],
  ],
  consultation: [
    ["opens", "reportedOn", "Its results were reported before it opened"],
    ["opens", "decided", "The decision was taken before it opened"],
  ],
} as const satisfies Readonly<
  Record<string, readonly (readonly [earlier: string, later: string, message: string])[]>
>;

type Dated = { readonly id: string };

export const checkDates = (
  records: Readonly<Record<keyof typeof order, readonly Dated[]>>,
): Finding[] =>
  (Object.keys(order) as (keyof typeof order)[]).flatMap((resource) =>
    records[resource].flatMap((each) =>
      order[resource].flatMap(([earlier, later, message]): Finding[] => {
        const first = daysOf(each, earlier);
        const second = daysOf(each, later);
        if (first === undefined || second === undefined || first.start <= second.end) return [];
        return [
          {
            rule: "engagement/impossible-dates",
            about: `${`engagement/${resource}` as Kind}/${each.id}`,
            severity: "error",
            message: `${message}: ${formatDate(first.start)} and ${formatDate(second.end)}.`,
            evidence: { [earlier]: first.start, [later]: second.end },
            at: { pointer: `/${later}` },
            fix: "Correct the dates.",
          },
        ];
      }),
    ),
  );

/** The days between which a date lies: of a day, itself; of a period, its first and last. */
function daysOf(
  record: Dated,
  field: string,
): { readonly start: string; readonly end: string } | undefined {
  const value = (record as unknown as Readonly<Record<string, unknown>>)[field];
  if (typeof value !== "string") return undefined;
  if (value.length === 10) return { start: value, end: value };
  const { start, end } = parsePeriod(value);
  return { start, end: end ?? "9999-12-31" };
}
