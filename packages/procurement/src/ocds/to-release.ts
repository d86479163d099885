import { exact, least, toDecimal } from "@moothall/core";
import { fault } from "../errors.ts";
import { standstill } from "../law/standstill.ts";
import type { Award } from "../resources/award.ts";
import type { Bid } from "../resources/bid.ts";
import type { Contract } from "../resources/contract.ts";
import { awardCriteria, documentsOf, qualifyingCriteria } from "./criteria.ts";
import { partiesOf, partyReference } from "./parties.ts";
import { type ContractingProcess, examplePrefix } from "./process.ts";
import { idOfReference, type Json, told, toMoment, toPeriod, toValue, unmapped } from "./values.ts";

export interface ReleaseOptions {
  /** The publisher's registered prefix, `ocds-` and six characters. */
  readonly prefix?: string;
  /** Moment of the release, with zone. */
  readonly date: string;
}

/**
 * A process as an OCDS 1.1.5 release with the extensions for lots, award criteria, requirements,
 * bids, the United Kingdom, and our own. Give it records as the reader may see them: what is
 * withheld is not in it.
 * @throws MoothallError `procurement/unknown-prefix` when the prefix is not of the right form, or an
 * ocid is already given under another one.
 */
export function toRelease(process: ContractingProcess, options: ReleaseOptions): Json {
  const ocid = ocidOf(process, options.prefix);
  const stages = [
    ...(process.tender === undefined ? [] : [stageOf(process.tender.status)]),
    ...(process.awards.length > 0 ? ["award"] : []),
    ...(process.contracts.length > 0 ? ["contract"] : []),
  ];
  const awards = [...process.awards.map((award) => toAward(award)), ...awardsOfContracts(process)];
  return told({
    ocid,
    id: `${ocid}-${options.date}`,
    date: options.date,
    tag: stages.length > 0 ? stages : ["planning"],
    initiationType: "tender",
    language: "en",
    parties: partiesOf(process),
    buyer: { id: process.buyer.id, name: process.buyer.name },
    planning:
      process.tender?.budgetCeiling === undefined
        ? undefined
        : { budget: { amount: toValue(process.tender.budgetCeiling) } },
    tender: process.tender === undefined ? undefined : toTender(process),
    bids: toBids(process),
    awards: awards.length > 0 ? awards : undefined,
    contracts: process.contracts.length > 0 ? process.contracts.map(toContract) : undefined,
  });
}

export function ocidOf({ tender, contracts, awards }: ContractingProcess, prefix = examplePrefix) {
  if (!/^ocds-[a-z0-9]{6}$/.test(prefix)) {
    throw fault(
      "procurement/unknown-prefix",
      `'${prefix}' is not the form of an OCID prefix.`,
      "Register a prefix with the Open Contracting Partnership: ocds- and six characters.",
    );
  }
  if (tender?.ocid !== undefined) {
    if (prefix !== examplePrefix && !tender.ocid.startsWith(`${prefix}-`)) {
      throw fault(
        "procurement/unknown-prefix",
        `The tender has the ocid ${tender.ocid}, which is not under the prefix ${prefix}.`,
        "Leave an ocid as its publisher gave it; publish it under the publisher's own prefix only.",
      );
    }
    return tender.ocid;
  }
  const id = tender?.id ?? contracts[0]?.id ?? awards[0]?.id ?? "unnamed";
  return `${prefix}-${id}`;
}

const stageOf = (status: string): string =>
  status === "planning" ? "planning" : status === "cancelled" ? "tenderCancellation" : "tender";

function toTender(process: ContractingProcess): Json {
  const tender = process.tender as NonNullable<ContractingProcess["tender"]>;
  const { method } = tender;
  return told({
    id: tender.id,
    title: tender.title,
    description: tender.description,
    status: tender.status,
    procurementMethod: tender.procedure,
    procurementMethodDetails: tender.procedureDetails,
    mainProcurementCategory: tender.category,
    aboveThreshold: tender.aboveThreshold,
    value: toValue(tender.estimate),
    tenderPeriod:
      tender.deadline === undefined && tender.published === undefined
        ? undefined
        : told({ startDate: toMoment(tender.published), endDate: tender.deadline }),
    contractPeriod: toPeriod(tender.contractPeriod),
    awardCriteria: method === undefined ? undefined : criteriaCode(method.weights),
    numberOfTenderers: tender.bidsReceived,
    tenderers: process.bids.length > 0 ? tenderersOf(process.bids) : undefined,
    procuringEntity: { id: process.buyer.id, name: process.buyer.name },
    lots: lotsOf(tender),
    criteria: qualifyingCriteria(method),
    documents: documentsOf(tender.notices),
    scoring:
      method === undefined && tender.opened === undefined && tender.declared === undefined
        ? undefined
        : told({ method, declared: tender.declared, opened: tender.opened }),
    unmapped: unmapped(tender, [
      ...(["id", "title", "description", "status", "procedure", "procedureDetails"] as const),
      ...(["category", "aboveThreshold", "estimate", "published", "deadline"] as const),
      ...(["contractPeriod", "bidsReceived", "lots", "budgetCeiling"] as const),
      ...(["method", "declared", "opened"] as const),
    ]),
  });
}

const tenderersOf = (bids: readonly Bid[]): Json[] => [
  ...new Map(
    bids
      .map(({ bidder, bidderIdentifier }) =>
        partyReference({ name: bidder, identifier: bidderIdentifier }),
      )
      .map((reference) => [reference.id, reference]),
  ).values(),
];

const criteriaCode = ({ price, quality }: { readonly price: string; readonly quality: string }) =>
  Number(quality) === 0 ? "priceOnly" : Number(price) === 0 ? "qualityOnly" : "ratedCriteria";

/** Award criteria hang on lots: a tender without lots is one lot, which has the tender's own id. */
function lotsOf(tender: NonNullable<ContractingProcess["tender"]>): Json[] | undefined {
  const criteria = tender.method === undefined ? undefined : awardCriteria(tender.method);
  if (tender.lots === undefined) {
    return criteria === undefined ? undefined : [{ id: tender.id, awardCriteria: criteria }];
  }
  return tender.lots.map(({ id, title, estimate }) =>
    told({ id, title, value: toValue(estimate), awardCriteria: criteria }),
  );
}

function toBids({ bids, evaluations }: ContractingProcess): Json | undefined {
  if (bids.length === 0 && evaluations.length === 0) return undefined;
  return told({
    statistics: bids.length === 0 ? undefined : statisticsOf(bids),
    details: bids.length === 0 ? undefined : bids.map(toBid),
    evaluations:
      evaluations.length === 0 ? undefined : evaluations.map((each) => unmapped(each, [])),
  });
}

/** Counts and the lowest price of the bids that the release tells. */
function statisticsOf(bids: readonly Bid[]): Json[] {
  const received = bids.filter(({ status }) => status !== "invited");
  const valid = received.filter(({ status }) => status === "valid");
  const count = (measure: string, value: number) => ({ id: measure, measure, value });
  const prices = valid.flatMap(({ price }) => price ?? []);
  const [first] = prices;
  const comparable =
    first !== undefined && prices.every(({ currency }) => currency === first.currency);
  return [
    count("bids", received.length),
    count("validBids", valid.length),
    count("disqualifiedBids", received.filter(({ status }) => status === "disqualified").length),
    ...(comparable
      ? [
          {
            ...count(
              "lowestValidBidValue",
              Number(toDecimal(least(prices.map(({ amount }) => exact(amount))), 2)),
            ),
            currency: first.currency,
          },
        ]
      : []),
  ];
}

function toBid(bid: Bid): Json {
  const answers = Object.entries(bid.answers ?? {});
  return told({
    id: bid.id,
    date: bid.submitted,
    status: bid.status,
    tenderers: [partyReference({ name: bid.bidder, identifier: bid.bidderIdentifier })],
    value: toValue(bid.price),
    relatedLots: bid.lot === undefined ? undefined : [bid.lot],
    requirementResponses:
      answers.length === 0
        ? undefined
        : answers.map(([id, value]) => ({ id: `${bid.id}-${id}`, value, requirement: { id } })),
    unmapped: unmapped(bid, [
      ...(["id", "submitted", "status", "bidder", "bidderIdentifier", "price", "lot"] as const),
      ...(answers.length === 0 ? [] : (["answers"] as const)),
    ]),
  });
}

function toAward(award: Award): Json {
  return told({
    id: award.id,
    title: award.title,
    description: award.rationale,
    status: award.status,
    date: toMoment(award.decided),
    value: toValue(award.value),
    suppliers: [partyReference({ name: award.supplier, identifier: award.supplierIdentifier })],
    contractPeriod: toPeriod(award.contractPeriod),
    relatedLots: award.lot === undefined ? undefined : [award.lot],
    relatedBid: award.bid === undefined ? undefined : idOfReference(award.bid),
    assessmentSummariesDateSent: award.summariesSent,
    standstillPeriod: standstillOf(award),
    unmapped: unmapped(award, [
      ...(["id", "title", "rationale", "status", "decided", "value", "supplier"] as const),
      ...(["supplierIdentifier", "contractPeriod", "lot", "bid", "summariesSent"] as const),
    ]),
  });
}

/** Standstill is told for awards that sent assessment summaries, which only the Act of 2023 asks for. */
function standstillOf({ published, summariesSent }: Award): Json | undefined {
  if (published === undefined || summariesSent === undefined) return undefined;
  const { begins, ends } = standstill({ published });
  return { startDate: toMoment(begins), endDate: toMoment(ends) };
}

/** A contract must name an award: for one that has no award of ours, an award is told that says so. */
const awardsOfContracts = ({ contracts, awards }: ContractingProcess): Json[] =>
  contracts
    .filter(({ award }) => !awards.some((each) => award === `procurement/award/${each.id}`))
    .map((contract) =>
      told({
        id: awardIdOf(contract),
        status: "active",
        suppliers: [
          partyReference({ name: contract.supplier, identifier: contract.supplierIdentifier }),
        ],
        value: toValue(contract.value),
        derivedFromContract: true,
      }),
    );

const awardIdOf = ({ award, id }: Contract): string =>
  award === undefined ? `${id}-award` : idOfReference(award);

function toContract(contract: Contract): Json {
  return told({
    id: contract.id,
    awardID: awardIdOf(contract),
    title: contract.title,
    description: contract.description,
    status: contract.status,
    value: toContractValue(contract),
    period: toPeriod(contract.period),
    dateSigned: toMoment(contract.signed),
    aboveThreshold: contract.aboveThreshold,
    documents: documentsOf(contract.notices),
    unmapped: unmapped(contract, [
      ...(["id", "title", "description", "status", "value", "period", "signed"] as const),
      ...(["aboveThreshold"] as const),
    ]),
  });
}

function toContractValue({ value, valueGross }: Contract): Json | undefined {
  const net = toValue(value);
  if (net === undefined || valueGross === undefined) return net;
  return valueGross.currency === value?.currency
    ? { ...net, amountGross: Number(valueGross.amount) }
    : net;
}
