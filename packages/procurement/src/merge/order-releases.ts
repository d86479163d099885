import { parseInstant } from "@moothall/core";
import { fault } from "../errors.ts";

/** An OCDS release as parsed from JSON. */
export type Release = Readonly<Record<string, unknown>>;

export interface OrderedRelease {
  readonly release: Release;
  readonly date: string;
}

/** The releases by date: as text, as the reference does, or in strict mode as moments. */
export function orderReleases(releases: readonly Release[], strict: boolean): OrderedRelease[] {
  if (!Array.isArray(releases) || releases.length === 0) throw notReleases();
  const dated = releases.map((release, index): OrderedRelease => {
    if (typeof release !== "object" || release === null || Array.isArray(release)) {
      throw notReleases(`/${index}`);
    }
    if (typeof release.date !== "string") {
      throw fault(
        "procurement/date-missing",
        "A release has no date, so its place in the order is not known.",
        "Give every release the moment of its publication.",
        { pointer: `/${index}/date` },
      );
    }
    return { release, date: release.date };
  });
  if (!strict) {
    return dated.sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
  }
  checkStrictly(dated);
  const moments = new Map(dated.map((each, index) => [each, momentOf(each.date, index)]));
  return dated.sort((one, other) => {
    const left = moments.get(one) as bigint;
    const right = moments.get(other) as bigint;
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

function momentOf(date: string, index: number): bigint {
  try {
    return parseInstant(date).epochNanoseconds;
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw fault(
      "procurement/date-without-zone",
      `The release date '${date}' is no moment: it has no zone, or is not a date and time.`,
      "Write date, time and zone, such as 2026-03-02T09:00:00Z.",
      { pointer: `/${index}/date` },
    );
  }
}

function checkStrictly(dated: readonly OrderedRelease[]): void {
  const ids = new Set<unknown>();
  for (const [index, { release }] of dated.entries()) {
    if (release.ocid !== dated[0]?.release.ocid || release.ocid === undefined) {
      throw fault(
        "procurement/mixed-ocids",
        "The releases are not all of one process.",
        "Group releases by their ocid before merging.",
        { pointer: `/${index}/ocid` },
      );
    }
    if (release.id === undefined) continue;
    if (ids.has(release.id)) {
      throw fault(
        "procurement/repeated-release-id",
        "Two releases have the same id.",
        "Leave out the one that was read twice, or give the later one an id of its own.",
        { pointer: `/${index}/id` },
      );
    }
    ids.add(release.id);
  }
}

const notReleases = (pointer = "") =>
  fault(
    "procurement/not-a-release",
    "This is not a list of releases of one process.",
    "Give an array of release objects, one array a line.",
    { pointer },
  );
