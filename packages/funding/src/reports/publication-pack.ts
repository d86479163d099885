import {
  completeDocument,
  exact,
  formatPeriod,
  parsePeriod,
  periodContains,
  type ReportDocument,
  referenceTo,
} from "@moothall/core";
import { total } from "../amount.ts";
import { powerOf } from "../checks/check-law.ts";
import type { FundingRecords } from "../checks/funding-records.ts";
import { counts } from "../decide/position.ts";
import type { NamedBody } from "../giving/to-360giving.ts";
import { legalPowerOf } from "../law/legal-powers.ts";
import { publicationDuties, spendingPublishedAbove } from "../law/publication-duties.ts";
import type { Award } from "../resources/award.ts";
import {
  type Blocks,
  dateCell,
  moneyCell,
  moneyColumn,
  nameOfRecipient,
  referenceCell,
  textCell,
} from "./cells.ts";

type Records = Pick<
  FundingRecords,
  "awards" | "payments" | "rounds" | "schemes" | "funds" | "conditions"
>;

/**
 * What a commissioner publishes of a period under the Specified Information Order: each crime and
 * disorder reduction grant (paragraph 3(f)), and each other item above £500 (paragraph 3(g)).
 */
export function publicationPack(
  records: Records,
  bodies: ReadonlyMap<string, NamedBody>,
  period: string,
): ReportDocument {
  const span = parsePeriod(period);
  const all = records.awards.filter(
    (each) => counts(each) && each.kind === "crime-and-disorder-reduction-grant",
  );
  const grants = all.filter(
    ({ awarded }) => awarded !== undefined && periodContains(span, awarded),
  );
  const undated = all.filter((each) => each.awarded === undefined).length;
  const spending = records.payments.flatMap((payment) => {
    const award = records.awards.find(
      (each) => referenceTo("funding/award", each.id) === payment.award,
    );
    if (
      award === undefined ||
      payment.paidOn === undefined ||
      !periodContains(span, payment.paidOn)
    )
      return [];
    const large = exact(payment.paid ?? "0").compare(exact(spendingPublishedAbove)) > 0;
    return award.kind === "crime-and-disorder-reduction-grant" || !large
      ? []
      : [{ payment, award }];
  });
  return completeDocument({
    title: `Published information on grants and spending, ${formatPeriod(period)}`,
    blocks: [
      {
        type: "paragraph",
        id: "duty",
        text: `${publicationDuties["si-2011-3050-3f"].citation}: ${publicationDuties["si-2011-3050-3f"].demands}`,
      },
      ...tableOfGrants(grants, records, bodies),
      ...(undated === 0
        ? []
        : [
            {
              type: "notice" as const,
              id: "undated",
              severity: "warning" as const,
              text: `Of ${undated} grant(s) it is not recorded when they were awarded, so they are in the list of no period.`,
            },
          ]),
      {
        type: "paragraph",
        id: "duty-spending",
        text: `${publicationDuties["si-2011-3050-3g"].citation}: ${publicationDuties["si-2011-3050-3g"].demands}`,
      },
      ...(spending.length === 0
        ? [
            {
              type: "notice" as const,
              id: "spending",
              text: "No other item above £500 is recorded for this period.",
            },
          ]
        : [
            {
              type: "table" as const,
              id: "spending",
              caption: "Other items above £500",
              columns: [
                { id: "date", heading: "Paid", type: "date" as const },
                { id: "recipient", heading: "Recipient", headsRow: true },
                { id: "purpose", heading: "Purpose" },
                { id: "reason", heading: "Why good value for money" },
                moneyColumn("amount", "Amount"),
              ],
              rows: spending.map(({ payment, award }) => ({
                id: payment.id,
                cells: [
                  dateCell(payment.paidOn),
                  textCell(nameOfRecipient(award.recipient, bodies)),
                  textCell(award.purpose ?? award.title),
                  textCell(payment.reason ?? award.reason),
                  moneyCell(payment.paid, payment.currency),
                ],
              })),
            },
          ]),
    ],
  });
}

function tableOfGrants(
  grants: readonly Award[],
  records: Records,
  bodies: ReadonlyMap<string, NamedBody>,
): Blocks {
  if (grants.length === 0) {
    return [
      {
        type: "notice",
        id: "grants",
        text: "No crime and disorder reduction grant is recorded for this period.",
      },
    ];
  }
  return [
    {
      type: "table",
      id: "grants",
      caption: "Crime and disorder reduction grants",
      columns: [
        { id: "recipient", heading: "Recipient", headsRow: true },
        { id: "purpose", heading: "Purpose" },
        { id: "reason", heading: "Why it reduces crime and disorder" },
        { id: "conditions", heading: "Conditions" },
        { id: "awarded", heading: "Awarded", type: "date" },
        { id: "power", heading: "Legal power" },
        moneyColumn("amount", "Amount"),
      ],
      rows: [
        ...grants.map((each) => ({
          id: each.id,
          cells: [
            referenceCell(
              nameOfRecipient(each.recipient, bodies),
              referenceTo("funding/award", each.id),
            ),
            textCell(each.purpose ?? each.title),
            textCell(each.reason),
            textCell(conditionsOf(each, records)),
            dateCell(each.awarded),
            textCell(citationOf(powerOf(each, records))),
            moneyCell(each.current, each.currency),
          ],
        })),
        {
          id: "total",
          total: true,
          cells: [
            { text: "Total" },
            ...["", "", "", "", ""].map(textCell),
            moneyCell(total(grants.map((each) => each.current))),
          ],
        },
      ],
    },
  ];
}

function conditionsOf(award: Award, { conditions }: Records): string | undefined {
  const own = conditions
    .filter((each) => each.award === referenceTo("funding/award", award.id))
    .map((each) => each.text);
  const all = [...(award.conditions ?? []), ...own];
  if (all.length > 0) return [...new Set(all)].join("; ");
  return award.conditions === undefined ? undefined : "None";
}

const citationOf = (power: string | undefined): string | undefined =>
  power === undefined ? undefined : (legalPowerOf(power)?.citation ?? power);

/** What an English council publishes of a year's grants to the voluntary sector (Transparency Code 2015). */
export function transparencyCode(
  awards: readonly Award[],
  bodies: ReadonlyMap<string, NamedBody>,
  year: string,
): ReportDocument {
  const chosen = awards.filter(
    (each) =>
      counts(each) &&
      each.year === year &&
      (each.recipient.kind === "voluntary" || each.recipient.kind === "community-group"),
  );
  const unsaid = awards.filter(
    (each) => counts(each) && each.year === year && each.recipient.kind === undefined,
  );
  return completeDocument({
    title: `Grants to voluntary, community and social enterprise organisations ${formatPeriod(year)}`,
    blocks: [
      {
        type: "paragraph",
        id: "duty",
        text: `${publicationDuties["transparency-code-2015-grants"].citation}: ${publicationDuties["transparency-code-2015-grants"].demands}`,
      },
      ...(unsaid.length === 0
        ? []
        : [
            {
              type: "notice" as const,
              id: "unsaid",
              severity: "warning" as const,
              text: `Of ${unsaid.length} award(s) it is not recorded what kind of recipient they went to, so they are not in this table.`,
            },
          ]),
      ...(chosen.length === 0
        ? [
            {
              type: "notice" as const,
              id: "grants",
              text: "No such grant is recorded for this year.",
            },
          ]
        : [
            {
              type: "table" as const,
              id: "grants",
              caption: "Grants",
              columns: [
                { id: "awarded", heading: "Date", type: "date" as const },
                { id: "period", heading: "Period" },
                { id: "department", heading: "Department" },
                { id: "beneficiary", heading: "Beneficiary", headsRow: true },
                { id: "number", heading: "Registration number" },
                { id: "purpose", heading: "Purpose" },
                moneyColumn("amount", "Amount"),
              ],
              rows: [
                ...chosen.map((each) => ({
                  id: each.id,
                  cells: [
                    dateCell(each.awarded),
                    textCell(
                      each.starts !== undefined && each.ends !== undefined
                        ? formatPeriod(`${each.starts}/${each.ends}`)
                        : formatPeriod(each.year),
                    ),
                    textCell(each.department),
                    textCell(nameOfRecipient(each.recipient, bodies)),
                    textCell(
                      each.recipient.charityNumber ??
                        each.recipient.companyNumber ??
                        each.recipient.identifier,
                    ),
                    textCell(each.purpose ?? each.title),
                    moneyCell(each.current, each.currency),
                  ],
                })),
                {
                  id: "total",
                  total: true,
                  cells: [
                    { text: "Total" },
                    ...["", "", "", "", ""].map(textCell),
                    moneyCell(total(chosen.map((each) => each.current))),
                  ],
                },
              ],
            },
          ]),
    ],
  });
}
