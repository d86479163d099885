import { type Finding, isIdentifier, MoothallError } from "@moothall/core";
import type * as z from "zod";
import { awardSchema } from "../resources/award.ts";
import { bidSchema } from "../resources/bid.ts";
import { contractSchema } from "../resources/contract.ts";
import { evaluationSchema } from "../resources/evaluation.ts";
import { tenderSchema } from "../resources/tender.ts";
import { organisationIn } from "./parties.ts";
import type { ContractingProcess } from "./process.ts";
import {
  fromMoment,
  fromPeriod,
  fromValue,
  isObject,
  type Json,
  objectsOf,
  slug,
  told,
} from "./values.ts";

/**
 * Reads a release into records. A release that `toRelease` wrote gives the records it was made of;
 * of another publisher's, what our records have a place for. Ids that our records cannot have are
 * made into ones that they can.
 * @throws MoothallError `procurement/not-readable-as-ours` with a finding for every field that does
 * not fit.
 */
export function fromRelease(release: Json): ContractingProcess {
  const findings: Finding[] = [];
  const read = <Schema extends z.ZodType>(
    schema: Schema,
    kind: string,
    fields: Json,
    pointer: string,
  ): z.output<Schema>[] => {
    const parsed = schema.safeParse(told(fields));
    if (parsed.success) return [parsed.data];
    for (const issue of parsed.error.issues) {
      findings.push({
        rule: "procurement/not-readable-as-ours",
        about: String(release.ocid),
        severity: "error",
        message: `${kind}: ${issue.path.join("/") || "it"} ${issue.message}.`,
        evidence: {},
        at: { pointer },
      });
    }
    return [];
  };
  const buyer = buyerOf(release);
  const context: Context = {
    release,
    body: `register/body/${idFor(buyer.id)}`,
    tender: isObject(release.tender) ? `procurement/tender/${idFor(release.tender.id)}` : undefined,
  };
  const bids = isObject(release.bids) ? release.bids : {};
  const tenders = isObject(release.tender)
    ? read(tenderSchema(), "tender", readTender(release.tender, context), "/tender")
    : [];
  const process: ContractingProcess = {
    buyer,
    ...(tenders[0] !== undefined && { tender: tenders[0] }),
    bids: objectsOf(bids.details)
      .filter(({ submissionType }) => submissionType !== "expressionOfInterest")
      .flatMap((bid, index) =>
        read(bidSchema(), "bid", readBid(bid, context), `/bids/details/${index}`),
      ),
    evaluations: objectsOf(bids.evaluations).flatMap((each, index) =>
      read(evaluationSchema(), "evaluation", each, `/bids/evaluations/${index}`),
    ),
    awards: objectsOf(release.awards)
      .filter(({ derivedFromContract }) => derivedFromContract !== true)
      .flatMap((award, index) =>
        read(awardSchema(), "award", readAward(award, context), `/awards/${index}`),
      ),
    contracts: objectsOf(release.contracts).flatMap((contract, index) =>
      read(contractSchema(), "contract", readContract(contract, context), `/contracts/${index}`),
    ),
  };
  if (findings.length > 0) {
    throw new MoothallError({
      code: "procurement/not-readable-as-ours",
      message: `The release ${String(release.ocid)} cannot be read into records: ${findings[0]?.message}`,
      hint: "Correct the fields named, or take the process in by hand.",
      findings,
    });
  }
  return process;
}

interface Context {
  readonly release: Json;
  readonly body: string;
  readonly tender: string | undefined;
}

const idFor = (id: unknown): string => {
  const text = String(id ?? "unnamed");
  return isIdentifier(text) ? text : slug(text);
};

function buyerOf({ buyer, tender }: Json): ContractingProcess["buyer"] {
  const found = isObject(buyer) ? buyer : isObject(tender) ? tender.procuringEntity : undefined;
  if (!isObject(found)) return { id: "unnamed", name: "Not named" };
  return { id: String(found.id ?? slug(String(found.name))), name: String(found.name ?? found.id) };
}

const ours = (fields: Json): Json => (isObject(fields.unmapped) ? fields.unmapped : {});

const texts = (fields: Json, names: Readonly<Record<string, string>>): Json =>
  Object.fromEntries(
    Object.entries(names)
      .filter(([, from]) => fields[from] !== undefined && fields[from] !== null)
      .map(([name, from]) => [name, fields[from]]),
  );

function readTender(tender: Json, { release, body }: Context): Json {
  const period = isObject(tender.tenderPeriod) ? tender.tenderPeriod : {};
  const scoring = isObject(tender.scoring) ? tender.scoring : {};
  const budget = isObject(release.planning) ? release.planning.budget : undefined;
  const lots = objectsOf(tender.lots).filter((lot) => lot.id !== tender.id);
  return {
    id: idFor(tender.id),
    title: String(tender.title ?? tender.id),
    status: "complete",
    procedure: "open",
    body,
    ocid: release.ocid,
    notices: noticesOf(tender.documents),
    ...texts(tender, {
      description: "description",
      status: "status",
      procedure: "procurementMethod",
      procedureDetails: "procurementMethodDetails",
      category: "mainProcurementCategory",
      aboveThreshold: "aboveThreshold",
      bidsReceived: "numberOfTenderers",
    }),
    estimate: fromValue(tender.value),
    published: fromMoment(period.startDate),
    deadline: period.endDate ?? undefined,
    contractPeriod: fromPeriod(tender.contractPeriod),
    budgetCeiling: isObject(budget) ? fromValue(budget.amount) : undefined,
    ...(lots.length > 0 && {
      lots: lots.map((lot) =>
        told({
          id: String(lot.id),
          title: String(lot.title ?? lot.id),
          estimate: fromValue(lot.value),
        }),
      ),
    }),
    ...texts(scoring, { method: "method", declared: "declared", opened: "opened" }),
    ...withoutGuesses(tender, ["ocid", "notices"]),
  };
}

/** Where our own extension is there, it holds all that has no place elsewhere: nothing is guessed beside it. */
function withoutGuesses(fields: Json, guessed: readonly string[]): Json {
  if (!isObject(fields.unmapped)) return {};
  const known = fields.unmapped;
  return { ...Object.fromEntries(guessed.map((name) => [name, undefined])), ...known };
}

function noticesOf(documents: unknown): Json[] | undefined {
  const notices = objectsOf(documents)
    .filter(
      ({ noticeType, datePublished }) => noticeType !== undefined && datePublished !== undefined,
    )
    .map(({ noticeType, datePublished, url }) =>
      told({ type: noticeType, published: fromMoment(datePublished), url: url ?? undefined }),
    );
  return notices.length === 0 ? undefined : notices;
}

function readBid(bid: Json, { release, tender }: Context): Json {
  const organisation = organisationIn(bid.tenderers, release.parties);
  const responses = objectsOf(bid.requirementResponses).flatMap(({ requirement, value }) =>
    isObject(requirement) && typeof value === "boolean" ? [[String(requirement.id), value]] : [],
  );
  return {
    id: idFor(bid.id),
    tender,
    bidder: organisation?.name,
    bidderIdentifier: organisation?.identifier,
    submitted: bid.date ?? undefined,
    price: fromValue(bid.value),
    status: bid.status ?? "pending",
    ...(bid.status === "disqualified" && { statusReason: "not told" }),
    lot: Array.isArray(bid.relatedLots) ? bid.relatedLots[0] : undefined,
    ...(responses.length > 0 && { answers: Object.fromEntries(responses) }),
    ...ours(bid),
  };
}

function readAward(award: Json, { release, body, tender }: Context): Json {
  const organisation = organisationIn(award.suppliers, release.parties);
  return {
    id: idFor(award.id),
    title: String(award.title ?? award.id),
    body,
    tender,
    status: award.status ?? "active",
    supplier: organisation?.name,
    supplierIdentifier: organisation?.identifier,
    value: fromValue(award.value),
    contractPeriod: fromPeriod(award.contractPeriod),
    rationale: award.description ?? undefined,
    decided: fromMoment(award.date),
    lot: Array.isArray(award.relatedLots) ? award.relatedLots[0] : undefined,
    bid: award.relatedBid === undefined ? undefined : `procurement/bid/${idFor(award.relatedBid)}`,
    summariesSent: award.assessmentSummariesDateSent ?? undefined,
    ...withoutGuesses(award, ["tender", "body"]),
  };
}

function readContract(contract: Json, { release, body, tender }: Context): Json {
  const award = objectsOf(release.awards).find(({ id }) => id === contract.awardID);
  const organisation = organisationIn(award?.suppliers, release.parties);
  const value = isObject(contract.value) ? contract.value : {};
  const gross = fromValue({ amount: value.amountGross, currency: value.currency });
  return {
    id: idFor(contract.id),
    title: String(contract.title ?? award?.title ?? contract.id),
    body,
    tender,
    award: award === undefined ? undefined : `procurement/award/${idFor(award.id)}`,
    supplier: organisation?.name,
    supplierIdentifier: organisation?.identifier,
    valueGross: gross,
    notices: noticesOf(contract.documents),
    ...texts(contract, {
      description: "description",
      status: "status",
      aboveThreshold: "aboveThreshold",
    }),
    ...(contract.status === undefined && { status: "active" }),
    value: fromValue(contract.value),
    period: fromPeriod(contract.period),
    signed: fromMoment(contract.dateSigned),
    ...withoutGuesses(contract, [
      ...["tender", "award", "supplierIdentifier", "valueGross", "notices", "body"],
    ]),
  };
}
