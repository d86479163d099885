import { fault } from "../errors.ts";
import { latestVintage, type Observation } from "./observation.ts";

/** Which figures of an indicator are meant; `breakdown` left out means the total. */
export interface Slice {
  readonly area?: string | undefined;
  readonly body?: string | undefined;
  readonly breakdown?: string | undefined;
}

/** The figures of one area and one body, or those among which a reader has to choose. */
export type ChosenSeries =
  | { readonly figures: readonly Observation[] }
  | { readonly several: "area" | "body"; readonly among: readonly string[] };

/**
 * The latest vintage of the one series that a slice means. Where it names no area, figures without one
 * stand for the whole; of several areas none is taken for the whole, so that the reader must choose.
 * The same holds of bodies.
 */
export function chooseSeries(observations: readonly Observation[], slice: Slice): ChosenSeries {
  let figures = latestVintage(observations).filter(
    ({ breakdown }) => breakdown === slice.breakdown,
  );
  for (const by of ["area", "body"] as const) {
    // Those that are named, or those of the whole where none is.
    const own = figures.filter((each) => each[by] === slice[by]);
    const among = [...new Set(figures.flatMap((each) => each[by] ?? []))].sort();
    if (own.length > 0 || slice[by] !== undefined) figures = own;
    else if (among.length > 1) return { several: by, among };
  }
  return { figures };
}

/** @throws MoothallError `safeguarding/several-series` */
export function oneSeries(
  observations: readonly Observation[],
  slice: Slice,
): readonly Observation[] {
  const chosen = chooseSeries(observations, slice);
  if ("figures" in chosen) return chosen.figures;
  throw fault(
    "safeguarding/several-series",
    `There are figures of ${chosen.among.length} ${chosen.several === "area" ? "areas" : "bodies"}, and none for all of them together.`,
    `Choose one: ${chosen.among.join(", ")}.`,
  );
}
