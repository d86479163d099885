import type { ContractingProcess } from "./process.ts";
import { isObject, type Json, objectsOf, slug } from "./values.ts";

interface Organisation {
  readonly name: string;
  readonly identifier?: string | undefined;
}

/** The id of an organisation within a release: its org-id identifier, or one made of its name. */
export const partyId = ({ name, identifier }: Organisation): string => identifier ?? slug(name);

export const partyReference = (of: Organisation): Json => ({ id: partyId(of), name: of.name });

/** Buyer, tenderers and suppliers of a process, each once, with their roles. */
export function partiesOf(process: ContractingProcess): Json[] {
  const parties = new Map<string, { of: Organisation; roles: Set<string>; details: Json }>();
  const add = (of: Organisation, role: string, details: Json = {}) => {
    const id = partyId(of);
    const known = parties.get(id) ?? { of, roles: new Set(), details: {} };
    known.roles.add(role);
    parties.set(id, { ...known, details: { ...known.details, ...details } });
  };
  add({ name: process.buyer.name, identifier: process.buyer.id }, "buyer");
  for (const { bidder, bidderIdentifier, voluntaryOrSocial, smallOrMedium } of process.bids) {
    const details = {
      ...(voluntaryOrSocial !== undefined && { vcse: voluntaryOrSocial }),
      ...(smallOrMedium !== undefined && { scale: smallOrMedium ? "sme" : "large" }),
    };
    add({ name: bidder, identifier: bidderIdentifier }, "tenderer", details);
  }
  for (const { supplier, supplierIdentifier } of [...process.awards, ...process.contracts]) {
    add({ name: supplier, identifier: supplierIdentifier }, "supplier");
  }
  return [...parties].map(([id, { of, roles, details }]) => ({
    id,
    name: of.name,
    ...(/^[A-Z0-9]{2,}-[A-Z0-9_]+-./.test(id) && { identifier: identifierOf(id) }),
    roles: [...roles].sort(),
    ...(Object.keys(details).length > 0 && { details }),
  }));
}

/** `GB-COH-01234567` → scheme `GB-COH`, id `01234567` (org-id.guide). */
function identifierOf(id: string): Json {
  const [country = "", register = "", ...rest] = id.split("-");
  return { scheme: `${country}-${register}`, id: rest.join("-") };
}

/** The first organisation that a field of a release refers to, as our records name it. */
export function organisationIn(references: unknown, parties: unknown): Organisation | undefined {
  const [reference] = objectsOf(references);
  if (reference === undefined) return undefined;
  const party = objectsOf(parties).find(({ id }) => id === reference.id) ?? {};
  const name = reference.name ?? party.name;
  if (typeof name !== "string") return undefined;
  const identifier = isObject(party.identifier) ? party.identifier : {};
  const known = typeof identifier.scheme === "string" && identifier.id !== undefined;
  return {
    name,
    ...(known && { identifier: `${String(identifier.scheme)}-${String(identifier.id)}` }),
  };
}
