import type { Finding } from "@moothall/core";
import { dayOf } from "./check-form.ts";
import type { Grant } from "./columns.ts";
import { GrantReport, isText, itemsOf } from "./grant-report.ts";
import type { GrantRule } from "./grant-rules.ts";
import { type GrantPlace, placeOf } from "./grant-step.ts";
import { HashIndex } from "./hash-index.ts";

/** How many different funders and currencies of a file are counted. */
const mostCounted = 1000;

/** Holds the grants of a file against each other, as they go by. */
export class FileCheck {
  private readonly about: string;
  private readonly ids = new HashIndex();
  private readonly doubles = new HashIndex();
  private readonly nameOfId = new HashIndex();
  private readonly idOfName = new HashIndex();
  private readonly pairs = new HashIndex();
  private readonly funders = new Map<string, { count: number; readonly place: GrantPlace }>();
  private readonly currencies = new Map<string, { count: number; readonly place: GrantPlace }>();

  constructor(about: string) {
    this.about = about;
  }

  see(grant: Grant, place: GrantPlace): readonly Finding[] {
    const report = new GrantReport(this.about, place);
    const number = numberOf(place);
    this.seeId(grant, number, report, place);
    this.seeDouble(grant, number, report, place);
    for (const list of ["fundingOrganization", "recipientOrganization"]) {
      for (const [index, each] of itemsOf(grant, list).entries()) {
        this.seeNames(each, `${list}/${index}`, number, report, place);
      }
    }
    for (const funder of itemsOf(grant, "fundingOrganization"))
      count(this.funders, funder.id, place);
    count(this.currencies, grant.currency, place);
    return report.findings;
  }

  /** What can be said only of the file as a whole: each funder and currency but the most frequent. */
  end(): Finding[] {
    return [
      ...this.others(
        this.funders,
        "funding/360-several-funders",
        "fundingOrganization/0/id",
        "funders",
        "Check it, unless the file is meant to hold several.",
      ),
      ...this.others(
        this.currencies,
        "funding/360-mixed-currencies",
        "currency",
        "currencies",
        "Totals of this file have to be made by currency.",
      ),
    ];
  }

  private seeId(grant: Grant, number: number, report: GrantReport, place: GrantPlace): void {
    if (!isText(grant.id)) return;
    const before = this.ids.putIfNew(grant.id, number);
    if (before === undefined) return;
    report.find(
      "error",
      "funding/360-id-twice",
      "id",
      `${nameOf(before, place)} has the same identifier.`,
      "Give each grant an identifier of its own.",
      { first: nameOf(before, place) },
    );
  }

  private seeDouble(grant: Grant, number: number, report: GrantReport, place: GrantPlace): void {
    const [recipient] = itemsOf(grant, "recipientOrganization");
    const day = dayOf(grant.awardDate);
    if (!isText(recipient?.id) || typeof grant.amountAwarded !== "number" || day === undefined)
      return;
    const key = `${recipient.id}\n${grant.amountAwarded} ${String(grant.currency)}\n${day}\n${String(grant.title)}\n${String(grant.description)}`;
    const before = this.doubles.putIfNew(key, number);
    if (before === undefined) return;
    report.find(
      "warning",
      "funding/360-likely-double",
      "id",
      `${nameOf(before, place)} has the same recipient, amount, day, title and description.`,
      "Take one out if they are one grant, and do not count joint or regranted money twice.",
      { first: nameOf(before, place) },
    );
  }

  private seeNames(
    { id, name }: Readonly<Record<string, unknown>>,
    path: string,
    number: number,
    report: GrantReport,
    place: GrantPlace,
  ): void {
    if (!isText(id) || !isText(name)) return;
    const plain = name.trim().toLowerCase();
    // A pair that was met before was looked at then.
    if (this.pairs.putIfNew(`${id}\n${plain}`, number) !== undefined) return;
    const otherName = this.nameOfId.putIfNew(id, number);
    if (otherName !== undefined) {
      report.find(
        "warning",
        "funding/360-id-with-two-names",
        `${path}/name`,
        `${nameOf(otherName, place)} gives this identifier another name.`,
        "Use one name for one organisation.",
        { first: nameOf(otherName, place) },
      );
    }
    const otherId = this.idOfName.putIfNew(plain, number);
    if (otherId !== undefined) {
      report.find(
        "warning",
        "funding/360-name-with-two-ids",
        `${path}/id`,
        `${nameOf(otherId, place)} gives this name another identifier.`,
        "Use one identifier for one organisation.",
        { first: nameOf(otherId, place) },
      );
    }
  }

  private others(
    counted: ReadonlyMap<string, { readonly count: number; readonly place: GrantPlace }>,
    rule: GrantRule,
    path: string,
    what: string,
    fix: string,
  ): Finding[] {
    if (counted.size < 2) return [];
    const [most, ...rest] = [...counted].toSorted(
      ([, left], [, right]) => right.count - left.count,
    );
    return rest.map(([value, { count: times, place }]) => ({
      rule,
      about: this.about,
      severity: "warning" as const,
      message: `The file names ${counted.size} ${what}: besides '${(most?.[0] ?? "").slice(0, 60)}' also '${value.slice(0, 60)}', in ${times} grant(s), first here.`,
      evidence: { grants: times },
      at: placeOf(place, path),
      fix,
    }));
  }
}

function count(
  counted: Map<string, { count: number; readonly place: GrantPlace }>,
  value: unknown,
  place: GrantPlace,
): void {
  if (!isText(value)) return;
  const held = counted.get(value);
  if (held !== undefined) held.count += 1;
  else if (counted.size < mostCounted) counted.set(value, { count: 1, place });
}

/** Above zero: a row of a sheet, or one more than the index in a list. */
const numberOf = ({ row, pointer }: GrantPlace): number =>
  row ?? Number(pointer?.slice(pointer.lastIndexOf("/") + 1)) + 1;

const nameOf = (number: number, { row }: GrantPlace): string =>
  row === undefined ? `/grants/${number - 1}` : `Row ${number}`;
