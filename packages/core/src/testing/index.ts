export * from "./files-contract.ts";
export * from "./plugin-contract.ts";
export * from "./store-contract.ts";
