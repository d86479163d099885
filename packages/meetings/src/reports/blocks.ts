import {
  type Cell,
  formatDate,
  isCalendarDate,
  officeZone,
  parseInstant,
  type ReportDocumentInput,
} from "@moothall/core";
import type { MeetingRecords } from "../agenda/meeting-records.ts";
import { formatGround } from "../law/grounds.ts";
import type { SeenItem } from "../resources/agenda-item.ts";
import type { Limb, Paragraph } from "../resources/terms.ts";

export type Blocks = ReportDocumentInput["blocks"];

/** An id of a record as part of the id of a block, which knows no `_`. */
export const anchor = (...parts: readonly (string | number)[]): string =>
  parts
    .map((part) =>
      String(part)
        .toLowerCase()
        .replaceAll("_", "-")
        .replace(/[^a-z0-9.-]/g, ""),
    )
    .filter((part) => part !== "")
    .join(".");

/** An empty cell has nothing to tell, which is not the same as an unknown value. */
export const textCell = (text: string | undefined): Cell => ({ text: text ?? "" });

export const dateCell = (date: string | undefined): Cell =>
  date === undefined ? { text: "" } : { text: formatDate(date), value: date };

/** `22 May 2017, 10:00`, in the office's zone; of a day alone no hour. */
export function formatMoment(moment: string): string {
  if (isCalendarDate(moment)) return formatDate(moment);
  const at = parseInstant(moment).toZonedDateTimeISO(officeZone);
  const time = `${String(at.hour).padStart(2, "0")}:${String(at.minute).padStart(2, "0")}`;
  return `${formatDate(at.toPlainDate().toString())}, ${time}`;
}

/** The names of posts, persons and bodies; one that the register does not know is left out. */
export const namesOf = (
  names: MeetingRecords["names"],
  references: readonly string[] = [],
): string => references.flatMap((each) => names.get(each) ?? []).join(", ");

/** What an item is called: of a withheld one its ground, which is all that is said of it. */
export function itemTitle(item: Pick<SeenItem, "title" | "withheld" | "session">): string {
  if (item.title !== undefined) return item.title;
  if (item.withheld !== undefined)
    return item.withheld.summary ?? `Not for publication: ${formatGround(item.withheld.ground)}`;
  return item.session === "closed" ? "Closed session" : "Not for publication";
}

export const paragraphBlocks = (prefix: string, paragraphs: readonly Paragraph[] = []): Blocks =>
  paragraphs.flatMap((each, index) => {
    const id = anchor(prefix, each.number ?? `p${index + 1}`);
    return [
      ...(each.heading === undefined
        ? []
        : [{ type: "heading" as const, id: `${id}.heading`, level: 4, text: each.heading }]),
      {
        type: "paragraph" as const,
        id: `${id}.text`,
        text: each.text,
        ...(each.number !== undefined && { number: each.number }),
      },
    ];
  });

/** The limbs of a resolution or recommendation, each a paragraph with its number. */
export const limbBlocks = (prefix: string, limbs: readonly Limb[] = []): Blocks =>
  limbs.flatMap((each, index) => {
    const id = anchor(prefix, `limb-${index + 1}`);
    return [
      limbBlock(id, each),
      ...(each.limbs ?? []).map((inner, place) => limbBlock(anchor(id, place + 1), inner)),
    ];
  });

const limbBlock = (id: string, { number, text, outcome }: Limb): Blocks[number] => ({
  type: "paragraph",
  id,
  text: outcome === undefined ? text : `${text} [${outcome}]`,
  ...(number !== undefined && { number }),
});
