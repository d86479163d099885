import { fault } from "../errors.ts";

/**
 * What the release schema says of the fields of an object when releases are merged: `omit` leaves a
 * field out (`omitWhenMerged`), `replace` takes it as a whole (`wholeListMerge`, arrays of other
 * things than objects, arrays of objects that have no `id`), a table goes on inside. A field that is
 * not named is unknown to the schema: objects are merged, arrays of objects by their ids.
 */
export type MergeRules = ReadonlyMap<string, "omit" | "replace" | MergeRules>;

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The fields of OCDS 1.1.5 that matter to merging, by definition: `=` is replaced as a whole, `-`
 * left out, any other word goes on in that definition. Facts of release-schema.json, 1__1__5.
 */
const release115: Table = {
  Release: {
    id: "-",
    date: "-",
    tag: "-",
    parties: "Organization",
    buyer: "OrganizationReference",
    planning: "Planning",
    tender: "Tender",
    awards: "Award",
    contracts: "Contract",
    relatedProcesses: "RelatedProcess",
  },
  Planning: { budget: "Budget", documents: "Document", milestones: "Milestone" },
  Budget: { amount: "Value" },
  Tender: {
    procuringEntity: "OrganizationReference",
    items: "Item",
    value: "Value",
    minValue: "Value",
    additionalProcurementCategories: "=",
    submissionMethod: "=",
    tenderPeriod: "Period",
    enquiryPeriod: "Period",
    awardPeriod: "Period",
    contractPeriod: "Period",
    tenderers: "OrganizationReference",
    documents: "Document",
    milestones: "Milestone",
    amendments: "Amendment",
    amendment: "Amendment",
  },
  Award: {
    value: "Value",
    suppliers: "OrganizationReference",
    items: "Item",
    contractPeriod: "Period",
    documents: "Document",
    amendments: "Amendment",
    amendment: "Amendment",
  },
  Contract: {
    period: "Period",
    value: "Value",
    items: "Item",
    documents: "Document",
    implementation: "Implementation",
    relatedProcesses: "RelatedProcess",
    milestones: "Milestone",
    amendments: "Amendment",
    amendment: "Amendment",
  },
  Implementation: {
    transactions: "Transaction",
    milestones: "Milestone",
    documents: "Document",
  },
  Milestone: { documents: "Document" },
  Transaction: {
    value: "Value",
    payer: "OrganizationReference",
    payee: "OrganizationReference",
    amount: "Value",
    providerOrganization: "Identifier",
    receiverOrganization: "Identifier",
  },
  OrganizationReference: {
    identifier: "Identifier",
    address: "Address",
    additionalIdentifiers: "=",
    contactPoint: "ContactPoint",
  },
  Organization: {
    identifier: "Identifier",
    additionalIdentifiers: "=",
    address: "Address",
    contactPoint: "ContactPoint",
    roles: "=",
  },
  Item: { classification: "Classification", additionalClassifications: "=", unit: "Unit" },
  Unit: { value: "Value" },
  Amendment: { changes: "=" },
  RelatedProcess: { relationship: "=" },
};

/**
 * What the extensions add that this package writes and reads: lots, award criteria, bids,
 * requirements, the United Kingdom's, and our own for scores.
 */
const extensions: Table = {
  Release: { bids: "Bids" },
  Bids: { statistics: "Statistic", details: "Bid", evaluations: "Evaluation" },
  Evaluation: { results: "=", excluded: "=" },
  Bid: {
    identifiers: "=",
    items: "Item",
    tenderers: "OrganizationReference",
    value: "Value",
    validityPeriod: "Period",
    documents: "Document",
    relatedLots: "=",
    countriesOfOrigin: "=",
    requirementResponses: "RequirementResponse",
    unmapped: "=",
  },
  RequirementResponse: { period: "Period" },
  Tender: {
    lots: "Lot",
    lotGroups: "LotGroup",
    criteria: "Criterion",
    specialRegime: "=",
    scoring: "Scoring",
    unmapped: "=",
  },
  Scoring: { method: "=", declared: "=" },
  Lot: {
    identifiers: "=",
    value: "Value",
    contractPeriod: "Period",
    awardCriteria: "AwardCriteria",
    documents: "Document",
    milestones: "Milestone",
  },
  LotGroup: { identifiers: "=", relatedLots: "=", awardCriteria: "AwardCriteria" },
  AwardCriteria: { criteria: "=" },
  Criterion: { relatedLots: "=", requirementGroups: "RequirementGroup" },
  RequirementGroup: { requirements: "Requirement" },
  Requirement: { period: "Period" },
  Document: { relatedLots: "=" },
  Milestone: { relatedLots: "=" },
  Award: {
    relatedLots: "=",
    relatedBids: "=",
    standstillPeriod: "Period",
    additionalProcurementCategories: "=",
    unmapped: "=",
  },
  Contract: { relatedBids: "=", unmapped: "=" },
  Amendment: {
    relatedLots: "=",
    rationaleClassifications: "=",
    period: "Period",
    value: "Value",
    suppliersAdded: "OrganizationReference",
    suppliersRemoved: "OrganizationReference",
  },
  RelatedProcess: { relatedLots: "=" },
};

function fromTables(...tables: readonly Table[]): MergeRules {
  const nodes = new Map<string, Map<string, "omit" | "replace" | MergeRules>>();
  const node = (name: string): MergeRules => {
    const known = nodes.get(name);
    if (known !== undefined) return known;
    const rules = new Map<string, "omit" | "replace" | MergeRules>();
    nodes.set(name, rules);
    for (const table of tables) {
      for (const [field, says] of Object.entries(table[name] ?? {})) {
        rules.set(field, says === "-" ? "omit" : says === "=" ? "replace" : node(says));
      }
    }
    return rules;
  };
  return node("Release");
}

/** The rules of OCDS 1.1.5 itself. */
export const coreMergeRules: MergeRules = fromTables(release115);

/** The rules of OCDS 1.1.5 with the extensions in use here, which `strict` merging goes by. */
export const extendedMergeRules: MergeRules = fromTables(release115, extensions);

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly omitWhenMerged?: boolean;
  readonly wholeListMerge?: boolean;
  /** OCDS 1.0 said the same in other words. */
  readonly mergeStrategy?: string;
}

/**
 * The rules of a release schema, such as one that is patched with extensions. References inside the
 * document (`#/definitions/…`) are followed; others are refused.
 * @throws MoothallError `procurement/bad-schema`.
 */
export function rulesFromSchema(schema: unknown): MergeRules {
  if (!isSchema(schema) || schema.properties === undefined) {
    throw badSchema("It has no properties.");
  }
  const known = new Map<Schema, Map<string, "omit" | "replace" | MergeRules>>();
  const follow = (value: unknown): Schema => {
    let found = value;
    for (let steps = 0; isSchema(found) && found.$ref !== undefined; steps += 1) {
      if (steps > 20) throw badSchema(`The reference ${found.$ref} goes in a circle.`);
      found = resolve(schema, found.$ref);
    }
    if (!isSchema(found)) throw badSchema("A field is described by no object.");
    return found;
  };
  const rulesOf = (of: Schema): MergeRules => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const rules = new Map<string, "omit" | "replace" | MergeRules>();
    known.set(of, rules);
    for (const [field, described] of Object.entries(of.properties ?? {})) {
      const says = ruleOf(follow(described), follow, rulesOf);
      if (says !== undefined) rules.set(field, says);
    }
    return rules;
  };
  return rulesOf(schema);
}

function ruleOf(
  field: Schema,
  follow: (value: unknown) => Schema,
  rulesOf: (of: Schema) => MergeRules,
): "omit" | "replace" | MergeRules | undefined {
  if (field.omitWhenMerged === true || field.mergeStrategy === "ocdsOmit") return "omit";
  const types = typesOf(field);
  const array = types.includes("array");
  if (array && (field.wholeListMerge === true || field.mergeStrategy === "ocdsVersion")) {
    return "replace";
  }
  if (types.includes("object") && field.properties !== undefined) return rulesOf(field);
  if (!array || field.items === undefined) return undefined;
  const items = follow(field.items);
  const itemTypes = typesOf(items);
  if (itemTypes.some((type) => type !== "object")) return "replace";
  if (!itemTypes.includes("object") || items.properties === undefined) return undefined;
  return items.properties.id === undefined ? "replace" : rulesOf(items);
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const typesOf = ({ type }: Schema): readonly string[] =>
  type === undefined ? [] : typeof type === "string" ? [type] : type;

function resolve(schema: Schema, reference: string): unknown {
  if (!reference.startsWith("#/")) throw badSchema(`It refers to ${reference}, outside itself.`);
  let found: unknown = schema;
  for (const segment of reference.slice(2).split("/")) {
    if (typeof found !== "object" || found === null) break;
    const name = decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~");
    found = (found as Record<string, unknown>)[name];
  }
  if (found === undefined) throw badSchema(`It refers to ${reference}, which is not there.`);
  return found;
}

const badSchema = (message: string) =>
  fault(
    "procurement/bad-schema",
    `The release schema cannot be used. ${message}`,
    "Give a release schema of OCDS 1.1, patched with its extensions and without outside references.",
  );
