import { parsePeriod, periodContains, periodsOverlap } from "@moothall/core";
import {
  auditNested,
  type DisclosurePolicy,
  isWithheld,
  protectTable,
} from "@moothall/core/disclosure";
import { fault } from "../errors.ts";
import {
  type CaseworkTable,
  emittedOf,
  type tableDimensions,
} from "../resources/casework-table.ts";
import { channels, routes } from "../resources/casework-terms.ts";
import type { CategorySet } from "../resources/category-set.ts";
import type { Contact } from "../resources/contact.ts";

export interface CaseworkPublication {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly period: string;
  readonly dimension: (typeof tableDimensions)[number];
  /** Reference of the category set, and the set. */
  readonly categories: string;
  readonly set: CategorySet;
  readonly policy: DisclosurePolicy;
  readonly today: string;
}

export type Published<Table> =
  | { readonly withheld: false; readonly table: Table }
  | { readonly withheld: true; readonly reason: string };

const notKnown = "not-known";

/**
 * Counts contacts of a period by one dimension and protects the counts for publication. A contact
 * that repeats another is not counted. Nothing is published twice: tables of one dimension whose
 * periods overlap would give each other's hidden counts away.
 *
 * @throws MoothallError `engagement/already-published`, `engagement/unknown-category`
 */
export function publishCasework(
  publication: CaseworkPublication,
  contacts: readonly Contact[],
  earlier: readonly CaseworkTable[],
): Published<CaseworkTable> {
  const { body, dimension, policy, today } = publication;
  const period = parsePeriod(publication.period);
  const own = earlier.filter((each) => each.body === body);
  requireNew(publication, own);
  const counted = contacts.filter(
    (each) =>
      each.body === body && each.repeatOf === undefined && periodContains(period, each.received),
  );
  const rows = rowsOf(publication, counted);
  const names = rows.map(({ category, parent }) =>
    parent === undefined ? category : `${parent}/${category}`,
  );
  const made = protectTable(
    { rows: names, columns: ["contacts"], counts: rows.map(({ count }) => [count]) },
    policy,
    { today },
  );
  if (isWithheld(made)) return { withheld: true, reason: made.reason };
  const table: CaseworkTable = {
    id: publication.id,
    title: publication.title,
    body,
    dimension,
    period: publication.period,
    categories: publication.categories,
    rows: rows.map((row, index) => ({ ...row, count: made.cells[index]?.[0] ?? null })),
    total: made.total ?? null,
    policy,
    published: today,
  };
  return isSafeBeside(table, own)
    ? { withheld: false, table }
    : {
        withheld: true,
        reason: "Together with what is published already, it would give hidden counts away.",
      };
}

function requireNew(
  { dimension, period }: CaseworkPublication,
  own: readonly CaseworkTable[],
): void {
  const overlapping = own.find(
    (each) =>
      each.dimension === dimension && periodsOverlap(parsePeriod(each.period), parsePeriod(period)),
  );
  if (overlapping === undefined) return;
  throw fault(
    "engagement/already-published",
    `The table '${overlapping.id}' counts casework by ${dimension} of a period that overlaps this one.`,
    "Publish periods that follow each other; two that overlap give each other's hidden counts away.",
    { pointer: "/period" },
  );
}

interface Row {
  readonly category: string;
  readonly title?: string;
  readonly parent?: string;
  readonly count: number;
}

function rowsOf({ dimension, set }: CaseworkPublication, contacts: readonly Contact[]): Row[] {
  const rows = emptyRows(dimension, set, contacts);
  const counts = new Map<string, number>();
  for (const contact of contacts) {
    const key = keyOf(dimension, contact);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const found = rows.map((row) => {
    const key = row.parent === undefined ? row.category : `${row.parent}/${row.category}`;
    return { ...row, count: counts.get(key) ?? 0 };
  });
  const listed = found.reduce((sum, { count }) => sum + count, 0);
  if (listed < contacts.length) {
    throw fault(
      "engagement/unknown-category",
      `Some contacts have a ${dimension} that the set of categories does not have.`,
      "Run the checks, which name the contacts; correct them, or name the set they are recorded by.",
      { pointer: "/categories" },
    );
  }
  return found;
}

function keyOf(dimension: CaseworkPublication["dimension"], contact: Contact): string {
  switch (dimension) {
    case "nature":
      return contact.nature;
    case "subject":
      return contact.subject;
    case "sub-category":
      return `${contact.subject}/${contact.subCategory ?? notKnown}`;
    case "route":
      return contact.route ?? notKnown;
    case "channel":
      return contact.channel ?? notKnown;
    case "area":
      return contact.area ?? notKnown;
  }
}

type EmptyRow = Omit<Row, "count">;

function emptyRows(
  dimension: CaseworkPublication["dimension"],
  { categories }: CategorySet,
  contacts: readonly Contact[],
): readonly EmptyRow[] {
  const plain = (ids: readonly string[]) => [...ids, notKnown].map((category) => ({ category }));
  switch (dimension) {
    case "nature":
    case "subject":
      return categories
        .filter((each) => each.dimension === dimension && each.parent === undefined)
        .map(({ id, title }) => ({ category: id, title }));
    case "sub-category": {
      const subjects = categories.filter(
        (each) => each.dimension === "subject" && each.parent === undefined,
      );
      return subjects.flatMap((subject) => [
        ...categories
          .filter(({ parent }) => parent === subject.id)
          .map(({ id, title }) => ({ category: id, title, parent: subject.id })),
        { category: notKnown, parent: subject.id },
      ]);
    }
    case "route":
      return plain(routes);
    case "channel":
      return plain(channels);
    case "area":
      return plain([...new Set(contacts.flatMap(({ area }) => area ?? []))].sort());
  }
}

/** Subjects and sub-categories of one period are one count, told twice: they are attacked together. */
function isSafeBeside(table: CaseworkTable, own: readonly CaseworkTable[]): boolean {
  const other = own.find(
    (each) =>
      each.period === table.period &&
      [table.dimension, each.dimension].toSorted().join() === "sub-category,subject",
  );
  if (other === undefined || table.policy === undefined) return true;
  const [fine, coarse] = table.dimension === "subject" ? [other, table] : [table, other];
  const groups = fine.rows.map(({ parent }) =>
    coarse.rows.findIndex(({ category }) => category === parent),
  );
  const tables = { fine: emittedOf(fine), coarse: emittedOf(coarse), groups };
  return auditNested(tables, table.policy).safe;
}
