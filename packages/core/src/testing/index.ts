export type { ContractCase } from "../contract-case.ts";
export * from "./plugin-contract.ts";
