import { isMoothallError } from "@moothall/core";
import {
  auditTable,
  type DisclosurePolicy,
  deriveProtected,
  isProtected,
  isWithheld,
  type Protected,
  type ProtectedTable,
  protectTable,
} from "@moothall/core/disclosure";
import type { Indicator } from "../resources/indicator.ts";
import type { Observation } from "../resources/observation.ts";
import type { PublishedTable } from "../resources/published-table.ts";
import { emittedOf } from "../resources/published-table.ts";
import { auditWithEarlier } from "./audit-with-earlier.ts";
import {
  type BuiltTable,
  countTableOf,
  type TableSpecification,
  withPrintedFigures,
} from "./count-table.ts";

export type Derived = NonNullable<PublishedTable["derived"]>[number]["kind"];

export interface Publication extends TableSpecification {
  readonly id: string;
  readonly title: string;
  readonly derive: readonly Derived[];
  readonly policy: DisclosurePolicy;
  readonly policyRecord?: string | undefined;
  /** Places of shares. */
  readonly places: number;
  readonly today: string;
}

export interface Sources {
  readonly indicator: Indicator;
  readonly observations: readonly Observation[];
  /** Tables of the indicator that are out already. */
  readonly earlier: readonly PublishedTable[];
}

export type Published =
  | {
      readonly withheld: false;
      readonly table: PublishedTable;
      /** The cells as they came out of the protection, for an output that shows them. */
      readonly cells: ProtectedTable["cells"];
    }
  | { readonly withheld: true; readonly reason: string };

/**
 * Makes the record of a table that may be published: counts put together, protected, everything
 * derived worked out from what is shown alone, and the whole attacked together with what is out
 * already. A table that cannot be made safe is withheld.
 *
 * @throws MoothallError as `countTableOf` and `protectTable`
 */
export function publishTable(publication: Publication, sources: Sources): Published {
  const built = countTableOf(publication, sources.indicator, sources.observations);
  const made = protectTable(built, publication.policy, { today: publication.today });
  if (isWithheld(made)) return { withheld: true, reason: made.reason };
  const table = recordOf(publication, built, made);
  const found = auditWithEarlier(table, sources.earlier, publication.policy);
  if (!found.safe || !isSafeWithPapers(publication, table, sources.observations)) {
    return {
      withheld: true,
      reason: "Together with what is published already, it would give hidden counts away.",
    };
  }
  return {
    withheld: false,
    cells: made.cells,
    table: {
      ...table,
      ...(found.with.length > 0 && {
        auditedWith: found.with.map((id) => `safeguarding/published-table/${id}`),
      }),
    },
  };
}

/** Whether what public papers printed gives away what the table hides, beyond what they printed itself. */
function isSafeWithPapers(
  publication: Publication,
  table: PublishedTable,
  observations: readonly Observation[],
): boolean {
  const { table: known, printed } = withPrintedFigures(publication, emittedOf(table), observations);
  if (printed.size === 0) return true;
  try {
    return auditTable(known, publication.policy).cells.every(
      ({ row, column, unsafe }) => !unsafe || printed.has(`${row ?? ""}/${column ?? ""}`),
    );
  } catch (error) {
    // The papers' figures are of other counts than these, so they say nothing of them.
    if (isMoothallError(error) && error.code === "core/inconsistent-table") return true;
    throw error;
  }
}

/** The only way from counts to a record that may be published leads through the protected type. */
function recordOf(
  publication: Publication,
  built: BuiltTable,
  made: Protected & ProtectedTable,
): PublishedTable {
  if (!isProtected(made)) throw new Error("A table that was not protected is not published.");
  const { policy, policyRecord, period, area } = publication;
  const method = [
    built.withoutTotals && `No totals: ${built.withoutTotals}`,
    made.roundedTo !== undefined && `Figures are rounded to ${made.roundedTo}.`,
  ].filter((part) => typeof part === "string");
  return {
    id: publication.id,
    title: publication.title,
    indicator: publication.indicator,
    definition: publication.definition,
    ...(period !== undefined && { period }),
    ...(area !== undefined && { area }),
    rows: publication.rows,
    columns: publication.columns,
    cells: made.cells.map((line) => [...line]),
    ...(made.rowTotals !== undefined && { rowTotals: [...made.rowTotals] }),
    ...(made.columnTotals !== undefined && { columnTotals: [...made.columnTotals] }),
    ...(made.total !== undefined && { total: made.total }),
    ...(made.roundedTo !== undefined && { roundedTo: made.roundedTo }),
    ...(publication.derive.length > 0 && {
      derived: publication.derive.map((kind) => ({
        kind,
        values: derive(made, kind, publication.places),
      })),
    }),
    policy,
    ...(policyRecord !== undefined && { policyRecord }),
    published: publication.today,
    ...(built.system !== undefined && { system: built.system }),
    ...(method.length > 0 && { method: method.join(" ") }),
  };
}

const derive = (made: ProtectedTable, kind: Derived, places: number): (string | null)[][] =>
  deriveProtected(
    made,
    kind === "rank"
      ? { kind }
      : { kind: "share", of: kind.slice("share-of-".length) as "row" | "column" | "total", places },
  ).map((line) => [...line]);
