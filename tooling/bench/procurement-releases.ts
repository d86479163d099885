/**
 * Invented OCDS processes, the same on every run: plans, tenders with items and documents, awards,
 * contracts, with values that change, are taken back (null) and are republished, lists that are
 * replaced as a whole, and fields that the standard does not know.
 */

export interface ReleaseOptions {
  readonly releases: number;
  /** Adds what generated data seldom has: unknown lists without ids, empty lists and objects. */
  readonly odd?: boolean;
}

/** A generator of numbers below 1 (mulberry32), so that a run can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function processReleases(number: number, options: ReleaseOptions): unknown[] {
  const random = randomFrom(number * 2654435761);
  const ocid = `ocds-abc123-${String(number).padStart(6, "0")}`;
  return Array.from({ length: options.releases }, (_, index) =>
    releaseOf(ocid, index, random, options.odd === true),
  );
}

const stages = [["planning"], ["tender"], ["tenderUpdate"], ["award"], ["contract"]] as const;
const pick = <Item>(items: readonly Item[], random: () => number): Item =>
  items[Math.floor(random() * items.length)] as Item;

function releaseOf(ocid: string, index: number, random: () => number, odd: boolean): unknown {
  const maybe = <Value>(chance: number, value: () => Value) =>
    random() < chance ? value() : undefined;
  const orNull = <Value>(value: Value): Value | null => (random() < 0.1 ? null : value);
  const amount = () => ({ amount: Math.round(random() * 1e8) / 100, currency: "GBP" });
  const day = (offset: number) =>
    `2026-${String(1 + ((index * 2 + offset) % 12)).padStart(2, "0")}-15T09:00:00Z`;
  const documents = (count: number) =>
    Array.from({ length: count }, (_, each) => ({
      id: `doc-${Math.floor(random() * 6)}-${each}`,
      documentType: pick(["tenderNotice", "awardNotice", "contractNotice"], random),
      title: orNull(`Document ${each} of stage ${index}`),
      url: `https://example.org/${ocid}/${each}`,
      datePublished: day(each),
    }));
  const items = (count: number) =>
    Array.from({ length: count }, (_, each) => ({
      id: random() < 0.5 ? `item-${each}` : each,
      description: orNull(`Item ${each}, as described in release ${index}`),
      classification: { scheme: "CPV", id: pick(["45000000", "79800000", "85100000"], random) },
      additionalClassifications: [{ scheme: "CPV", id: pick(["45210000", "45300000"], random) }],
      quantity: Math.floor(random() * 100),
      unit: { name: "each", value: amount() },
    }));
  const organisation = (id: string) => ({
    id,
    name: orNull(`Organisation ${id}`),
    identifier: { scheme: "GB-COH", id: `0${Math.floor(random() * 1e7)}` },
    address: { locality: orNull("Ripley"), countryName: "United Kingdom" },
    roles: [pick(["buyer", "supplier", "tenderer"], random)],
  });
  return JSON.parse(
    JSON.stringify({
      ocid,
      id: `${ocid}-${index}`,
      date: `2026-0${1 + index}-01T09:00:00Z`,
      tag: stages[index % stages.length],
      initiationType: "tender",
      language: "en",
      parties: ["GB-PCC-1", "GB-COH-2", `GB-COH-${Math.floor(random() * 5)}`].map(organisation),
      buyer: { id: "GB-PCC-1", name: "Office of the Commissioner" },
      planning: maybe(0.5, () => ({
        rationale: orNull("The current contract ends"),
        budget: { amount: amount(), project: orNull("Estate") },
      })),
      tender: {
        id: ocid,
        title: orNull(`Works, as amended in release ${index}`),
        status: pick(["planned", "active", "complete"], random),
        value: amount(),
        submissionMethod: random() < 0.5 ? ["electronicSubmission"] : ["inPerson", "written"],
        tenderPeriod: { startDate: day(0), endDate: orNull(day(1)) },
        items: items(2),
        documents: documents(2),
        tenderers: maybe(0.6, () => [{ id: "GB-COH-2", name: "Organisation GB-COH-2" }]),
        ...(odd && {
          lots: [{ id: "1", title: "Lot", awardCriteria: { criteria: [{ name: "Price" }] } }],
          milestones: [],
          amendment: {},
        }),
      },
      awards: maybe(0.6, () => [
        {
          id: `award-${Math.floor(random() * 2)}`,
          status: pick(["pending", "active"], random),
          value: amount(),
          suppliers: [{ id: "GB-COH-2", name: "Organisation GB-COH-2" }],
          documents: documents(1),
        },
      ]),
      contracts: maybe(0.5, () => [
        {
          id: "contract-1",
          awardID: "award-0",
          status: "active",
          value: amount(),
          period: { startDate: day(0), endDate: day(3) },
          implementation: {
            transactions: [{ id: `t-${index}`, value: amount(), date: day(0) }],
          },
        },
      ]),
      ...(odd && { unknown: { list: ["a", random() < 0.5 ? "b" : "c"], deep: { value: index } } }),
    }),
  );
}
