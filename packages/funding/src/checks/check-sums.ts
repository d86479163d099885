import { exact, type Finding, referenceTo } from "@moothall/core";
import { compareAmounts, toPenny, total } from "../amount.ts";
import type { FundingRecords } from "./funding-records.ts";
import { finding, unequal } from "./ledger-rules.ts";

type Records = Pick<
  FundingRecords,
  "applications" | "services" | "budgets" | "precepts" | "tables"
>;

/** Holds sums and products within one record against each other: requests, services, budgets, allocations. */
export const checkSums = (records: Records): Finding[] => [
  ...checkApplications(records),
  ...checkServices(records),
  ...checkBudgets(records),
  ...checkCells(records),
];

const checkApplications = ({ applications }: Records): Finding[] =>
  applications.flatMap((each) => {
    const about = referenceTo("funding/application", each.id);
    const parts = [
      each.asked,
      each.own ?? "0",
      each.inKind ?? "0",
      ...(each.match ?? []).map((one) => one.amount),
      ...(each.partners ?? []).map((one) => one.amount),
    ];
    const lines = each.lines ?? [];
    return [
      ...(each.projectCost === undefined
        ? []
        : unequal(
            "funding/project-cost",
            about,
            "What is asked, own, match, in kind and partners",
            total(parts),
            each.projectCost,
            "/projectCost",
          )),
      ...(lines.length === 0
        ? []
        : unequal(
            "funding/lines-are-not-request",
            about,
            "The lines",
            total(lines.map((one) => one.amount)),
            each.asked,
            "/lines",
          )),
      ...(each.years === undefined
        ? []
        : unequal(
            "funding/lines-are-not-request",
            about,
            "The years",
            total(each.years.map((one) => one.amount)),
            each.asked,
            "/years",
          )),
    ];
  });

const checkServices = ({ services }: Records): Finding[] =>
  services.flatMap((each) => {
    const about = referenceTo("funding/commissioned-service", each.id);
    const charges = (each.charges ?? []).flatMap(({ quantity, rate, amount }, index): Finding[] => {
      if (quantity === undefined || rate === undefined || amount === undefined) return [];
      const product = toPenny(exact(quantity).mul(exact(rate)));
      return compareAmounts(product, amount) === 0
        ? []
        : [
            finding(
              "funding/charge",
              about,
              `${quantity} × £${rate} is £${product}, not £${amount}.`,
              `/charges/${index}/amount`,
              { product, amount },
            ),
          ];
    });
    if (each.value === undefined || each.years === undefined) return charges;
    return [
      ...charges,
      ...unequal(
        "funding/service-value",
        about,
        "The years",
        total(each.years.map((one) => one.amount)),
        each.value,
        "/value",
      ),
    ];
  });

const checkBudgets = ({ budgets, precepts }: Records): Finding[] =>
  budgets.flatMap((each) => {
    const about = referenceTo("funding/budget", each.id);
    const findings: Finding[] = [];
    if (each.revenue !== undefined) {
      findings.push(
        ...unequal(
          "funding/budget-revenue",
          about,
          "The sources of revenue",
          total(each.revenue.map((one) => one.amount)),
          each.total,
          "/total",
        ),
      );
    }
    if (each.expenditure !== undefined) {
      findings.push(
        ...unequal(
          "funding/budget-expenditure",
          about,
          "The lines of expenditure",
          total(each.expenditure.map((one) => one.amount)),
          each.total,
          "/total",
        ),
      );
    }
    const inBudget = (each.revenue ?? []).filter((one) => one.kind === "precept");
    const issued = precepts.find((one) => one.body === each.body && one.year === each.year);
    if (issued !== undefined && inBudget.length > 0) {
      const sum = total(inBudget.map((one) => one.amount));
      findings.push(
        ...unequal(
          "funding/precept-differs",
          about,
          "The sources that are precept",
          sum,
          issued.amount,
          "/revenue",
        ),
      );
    }
    return findings;
  });

const checkCells = ({ tables }: Records): Finding[] =>
  tables.flatMap((table) => {
    const about = referenceTo("funding/allocation-table", table.id);
    return table.cells.flatMap((cell, index): Finding[] => {
      const findings: Finding[] = [];
      if (cell.count !== undefined && cell.each !== undefined) {
        const product = toPenny(exact(cell.each).mul(BigInt(cell.count)));
        if (compareAmounts(product, cell.amount) !== 0) {
          findings.push(
            finding(
              "funding/cell-count",
              about,
              `${cell.count} × £${cell.each} is £${product}, not £${cell.amount}.`,
              `/cells/${index}/amount`,
              { product, amount: cell.amount },
            ),
          );
        }
      }
      const strange = !table.programmes.some((each) => each.id === cell.programme)
        ? cell.programme
        : cell.partner !== undefined && !table.partners.some((each) => each.id === cell.partner)
          ? cell.partner
          : undefined;
      if (strange !== undefined) {
        findings.push(
          finding(
            "funding/cell-of-nothing",
            about,
            `The table has no '${strange}'.`,
            `/cells/${index}`,
            { names: strange },
          ),
        );
      }
      return findings;
    });
  });
