import { instant, type Reference } from "@moothall/core";
import { attempt, Clock, type Export, exporter, Records } from "@moothall/core/plugin";
import { stringify } from "csv-stringify/sync";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { recordPackage, releasePackage } from "../ocds/packages.ts";
import type { ContractingProcess } from "../ocds/process.ts";
import { toRelease } from "../ocds/to-release.ts";
import type { Json } from "../ocds/values.ts";
import type { Award } from "../resources/award.ts";
import type { Bid } from "../resources/bid.ts";
import type { Contract } from "../resources/contract.ts";
import type { Evaluation } from "../resources/evaluation.ts";
import type { Tender } from "../resources/tender.ts";
import type { PluginSettings } from "./award-operations.ts";

const packageInput = () =>
  z.strictObject({
    /** Address under which the package is published. */
    uri: z.url().default("https://example.org/ocds.json"),
    /** Reference of the body whose processes are told; all where left out. */
    body: z.string().optional(),
    /** Moment of the releases; now where left out. */
    published: instant().optional(),
  });

export const exports = (settings: PluginSettings): Readonly<Record<string, Export>> => ({
  ocds: exporter({
    summary: "Every process as an OCDS 1.1 release package, of what the caller may see.",
    mediaType: "application/json",
    extension: "json",
    input: packageInput,
    needs: [Records, Clock],
    example: { input: {} },
    build: (input) => packageOf(input, settings, releasePackage),
  }),
  "ocds-records": exporter({
    summary: "Every process as an OCDS 1.1 record package with its compiled release.",
    mediaType: "application/json",
    extension: "json",
    input: packageInput,
    needs: [Records, Clock],
    example: { input: {} },
    build: (input) => packageOf(input, settings, recordPackage),
  }),
  scores: exporter({
    summary: "Scores and ranks of all evaluations as CSV, of what the caller may see.",
    mediaType: "text/csv; charset=utf-8",
    extension: "csv",
    input: () => z.strictObject({}),
    needs: [Records],
    example: { input: {} },
    build: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        const evaluations = yield* records.all<Evaluation>("procurement/evaluation");
        const rows = evaluations.flatMap((evaluation) =>
          (evaluation.results ?? []).map((result) => [
            evaluation.id,
            evaluation.tender,
            evaluation.formula?.id,
            ...[result.bidder, result.priceScore, result.qualityScore, result.total, result.rank],
          ]),
        );
        const heads = [
          "evaluation",
          "tender",
          "formula",
          "bidder",
          "priceScore",
          "qualityScore",
          "total",
          "rank",
        ];
        return stringify([heads, ...rows], { escape_formulas: true });
      }),
  }),
});

type Packaging = (
  releases: readonly Json[],
  options: { readonly uri: string; readonly publisher: string; readonly published: string },
) => Json;

const packageOf = (
  input: z.output<ReturnType<typeof packageInput>>,
  settings: PluginSettings,
  packaging: Packaging,
) =>
  Effect.gen(function* () {
    const published = input.published ?? (yield* Clock).now();
    const processes = yield* processesOf(input.body);
    const publisher = settings.publisher ?? processes[0]?.buyer.name ?? "Not named";
    return yield* attempt(() => {
      const releases = processes.map((process) =>
        toRelease(process, {
          date: published,
          ...(settings.ocidPrefix !== undefined && { prefix: settings.ocidPrefix }),
        }),
      );
      return `${JSON.stringify(packaging(releases, { uri: input.uri, publisher, published }), null, 2)}\n`;
    });
  });

/** The records grouped by process: a tender with what hangs on it; what has no tender, by itself. */
const processesOf = (body: string | undefined) =>
  Effect.gen(function* () {
    const records = yield* Records;
    const where = body === undefined ? [] : [{ field: "body", is: "equals" as const, value: body }];
    const tenders = yield* records.all<Tender>("procurement/tender", { where });
    const awards = yield* records.all<Award>("procurement/award", { where });
    const contracts = yield* records.all<Contract>("procurement/contract", { where });
    const bids = yield* records.all<Bid>("procurement/bid");
    const evaluations = yield* records.all<Evaluation>("procurement/evaluation");
    const known = new Set(tenders.map((tender) => `procurement/tender/${tender.id}`));
    const tenderOf = (contract: Contract): string | undefined =>
      contract.tender ??
      awards.find((award) => contract.award === `procurement/award/${award.id}`)?.tender;
    const processes: ContractingProcess[] = [];
    for (const tender of tenders) {
      const reference = `procurement/tender/${tender.id}`;
      processes.push({
        buyer: yield* buyerOf(tender.body),
        tender,
        bids: bids.filter((each) => each.tender === reference),
        evaluations: evaluations.filter((each) => each.tender === reference),
        awards: awards.filter((each) => each.tender === reference),
        contracts: contracts.filter((each) => tenderOf(each) === reference),
      });
    }
    for (const award of awards.filter(({ tender }) => tender === undefined || !known.has(tender))) {
      const own = contracts.filter((each) => each.award === `procurement/award/${award.id}`);
      processes.push({
        ...noBids,
        buyer: yield* buyerOf(award.body),
        awards: [award],
        contracts: own,
      });
    }
    for (const contract of contracts) {
      const told = processes.some((process) => process.contracts.includes(contract));
      if (told) continue;
      processes.push({ ...noBids, buyer: yield* buyerOf(contract.body), contracts: [contract] });
    }
    return processes;
  });

const noBids = { bids: [], evaluations: [], awards: [], contracts: [] };

/** The body as the register names it; its reference where it may not be seen. */
const buyerOf = (reference: string) =>
  Effect.gen(function* () {
    const records = yield* Records;
    const body = yield* records.find<{ name?: string }>(reference as Reference);
    const id = reference.split("/").slice(2).join("/");
    return { id, name: body?.name ?? id };
  });
