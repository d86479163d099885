import { compareInstants, MoothallError, parseInstant } from "@moothall/core";
import type { Condition, ListQuery } from "@moothall/core/store";

const names = ["created_since", "created_until", "modified_since", "modified_until"] as const;

/** The stretch of time for which an external list is asked. */
export type Window = Readonly<Partial<Record<(typeof names)[number], string>>>;

/** @throws MoothallError `core/bad-input` for a value that is no moment. */
export function readWindow(query: URLSearchParams): Window {
  const window: Partial<Record<(typeof names)[number], string>> = {};
  for (const name of names) {
    // A `+` that was not escaped arrives as a space.
    const value = query.get(name)?.replace(/ (?=\d{2}:\d{2}$)/, "+");
    if (value === undefined || value === "") continue;
    try {
      parseInstant(value);
    } catch (cause) {
      throw new MoothallError({
        code: "core/bad-input",
        message: `'${name}' is not a moment.`,
        hint: "Write date, time and offset, such as 2017-05-22T10:00:00+01:00, with the + escaped as %2B.",
        cause,
      });
    }
    window[name] = value;
  }
  return window;
}

const fields = { created: "created", modified: "touched" } as const;

/**
 * A window as a query of records, answered by their indexes: both ends included, to the second, in
 * the order of the time that it asks for.
 */
export function queryOfWindow(window: Window): Required<Pick<ListQuery, "where" | "order">> {
  const where = (["created", "modified"] as const).flatMap((time): Condition[] => {
    const since = window[`${time}_since`];
    const until = window[`${time}_until`];
    const field = fields[time];
    return [
      ...(since === undefined ? [] : [{ field, is: "at-least", value: since } as const]),
      ...(until === undefined
        ? []
        : [{ field, is: "at-most", value: endOfSecond(until) } as const]),
    ];
  });
  const [first] = where.toReversed();
  return { where, order: { field: first?.field ?? "id", direction: "ascending" } };
}

/** OParl tells whole seconds, so what it told for a moment has to find that moment again. */
const endOfSecond = (moment: string): string =>
  parseInstant(moment)
    .round({ smallestUnit: "second", roundingMode: "floor" })
    .add({ milliseconds: 999 })
    .toString();

/** Whether a record was created and modified within the window, both ends included, to the second. */
export function isWithin(
  { created, modified }: { readonly created: string; readonly modified: string },
  window: Window,
): boolean {
  const since = (at: string, limit: string | undefined) =>
    limit === undefined || compareInstants(at, limit) >= 0;
  const until = (at: string, limit: string | undefined) =>
    limit === undefined || compareInstants(at, limit) <= 0;
  return (
    since(created, window.created_since) &&
    until(wholeSecond(created), window.created_until) &&
    since(modified, window.modified_since) &&
    until(wholeSecond(modified), window.modified_until)
  );
}

const wholeSecond = (moment: string): string =>
  parseInstant(moment).round({ smallestUnit: "second", roundingMode: "floor" }).toString();

/** The query of a window, as it is kept in the links of its pages. */
export const windowQuery = (window: Window): URLSearchParams =>
  new URLSearchParams(
    names.flatMap((name) =>
      window[name] === undefined ? [] : [[name, window[name]] as [string, string]],
    ),
  );
