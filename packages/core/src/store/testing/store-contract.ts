import type { ContractCase } from "../../contract-case.ts";
import type { StoreUnderTest } from "./store-contract/contract-case.ts";
import { filesCases } from "./store-contract/files.ts";
import { historyCases } from "./store-contract/history.ts";
import { keepingCases } from "./store-contract/keeping.ts";
import { listingCases } from "./store-contract/listing.ts";
import { publicationCases } from "./store-contract/publication.ts";
import { randomCase } from "./store-contract/random.ts";
import { searchingCases } from "./store-contract/searching.ts";
import { writingCases } from "./store-contract/writing.ts";

export type { StoreUnderTest } from "./store-contract/contract-case.ts";

export interface StoreContractOptions {
  /** Random sequences of batches that are compared with a plain store; 60 where left out. */
  readonly randomRuns?: number;
}

/**
 * The promises of `Store`, each as a case that opens a store of its own and rejects where the
 * promise is not kept. For any test runner:
 *
 * ```ts
 * for (const { name, hold } of storeContract({ open, reopen, another })) it(name, hold);
 * ```
 *
 * Needs `fast-check`.
 */
export const storeContract = (
  under: StoreUnderTest,
  { randomRuns = 60 }: StoreContractOptions = {},
): readonly ContractCase[] =>
  [
    ...writingCases,
    ...listingCases,
    ...searchingCases,
    ...publicationCases,
    ...historyCases,
    ...keepingCases,
    ...filesCases,
    randomCase(randomRuns),
  ].map((make) => make(under));
