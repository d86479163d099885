export type { ContractCase } from "../../contract-case.ts";
export * from "./files-contract.ts";
export * from "./store-contract.ts";
