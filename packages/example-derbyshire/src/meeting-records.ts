import type { Kind, Source } from "@moothall/core";
import type { ExampleRecord } from "./example-record.ts";

type Data = ExampleRecord["data"];

const of =
  (resource: string, fields: object = {}) =>
  (data: Data): ExampleRecord => ({
    kind: `meetings/${resource}` as Kind,
    data: { ...fields, ...data },
  });

/** All that the packs hold was open to the public. */
const out = { publication: "published" };

export const standingOrders = of("standing-orders");
export const membership = of("membership");
export const meeting = of("meeting");
export const forwardPlanEntry = of("forward-plan-entry");
export const minutes = of("minutes");
export const agenda = of("agenda", out);
export const agendaItem = of("agenda-item", out);
export const paper = of("paper", out);
export const attendance = of("attendance", out);
export const declarationOfInterest = of("declaration-of-interest", out);
export const resolution = of("resolution", out);
export const action = of("action", out);
export const decision = of("decision", out);

interface Paragraph {
  readonly number?: string;
  readonly text: string;
}

interface Limb {
  readonly number?: string;
  readonly text: string;
  readonly outcome?: string;
}

/** One matter of a meeting: the item, what was said of it and what was resolved. */
export interface Matter {
  readonly id: string;
  readonly title: string;
  /** As the minutes number it. */
  readonly minute?: string;
  /** Further fields of the agenda item. */
  readonly item?: object;
  readonly paragraphs?: readonly (string | Paragraph)[];
  readonly resolved?: readonly Limb[];
  /** Further fields of the resolution. */
  readonly resolution?: object;
}

interface Minuted {
  readonly items: readonly ExampleRecord[];
  readonly resolutions: readonly ExampleRecord[];
  /** The minutes' own list, in the order in which the matters were taken. */
  readonly list: readonly object[];
}

/**
 * The items, resolutions and minutes of a meeting that was held.
 * @param matters in the order of the agenda.
 * @param taken their ids in the order in which they were taken, where that is another.
 */
export function minuted(
  id: string,
  source: (place: Omit<Source, "document" | "record">) => Source,
  matters: readonly Matter[],
  taken: readonly string[] = matters.map((each) => each.id),
): Minuted {
  const reference = (each: Matter) => `${id}.${each.id}`;
  const sourcesOf = (each: Matter) => [source({ paragraph: each.minute ?? each.title })];
  return {
    items: matters.map((each, order) =>
      agendaItem({
        id: reference(each),
        meeting: `meetings/meeting/${id}`,
        title: each.title,
        order,
        taken: taken.indexOf(each.id),
        ...each.item,
        sources: sourcesOf(each),
      }),
    ),
    resolutions: matters.flatMap((each) =>
      each.resolved === undefined
        ? []
        : resolution({
            id: reference(each),
            meeting: `meetings/meeting/${id}`,
            item: `meetings/agenda-item/${reference(each)}`,
            ...(each.minute !== undefined && { number: each.minute }),
            limbs: each.resolved,
            ...each.resolution,
            sources: sourcesOf(each),
          }),
    ),
    list: taken.flatMap((name) =>
      matters
        .filter((each) => each.id === name)
        .map((each) => ({
          id: each.id,
          ...(each.minute !== undefined && { number: each.minute }),
          heading: each.title,
          item: `meetings/agenda-item/${reference(each)}`,
          paragraphs: (each.paragraphs ?? []).map((text) =>
            typeof text === "string" ? { text } : text,
          ),
          ...(each.resolved !== undefined && {
            resolutions: [`meetings/resolution/${reference(each)}`],
          }),
        })),
    ),
  };
}
