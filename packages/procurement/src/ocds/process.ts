import type { Award } from "../resources/award.ts";
import type { Bid } from "../resources/bid.ts";
import type { Contract } from "../resources/contract.ts";
import type { Evaluation } from "../resources/evaluation.ts";
import type { Tender } from "../resources/tender.ts";

/** One contracting process as records: what one OCDS release or record is made of. */
export interface ContractingProcess {
  readonly buyer: { readonly id: string; readonly name: string };
  readonly tender?: Tender;
  readonly bids: readonly Bid[];
  readonly evaluations: readonly Evaluation[];
  readonly awards: readonly Award[];
  readonly contracts: readonly Contract[];
}

/** Prefix of the standard's documentation, registered to no publisher: for examples only. */
export const examplePrefix = "ocds-213czf";
