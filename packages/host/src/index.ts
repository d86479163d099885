export * from "./action.ts";
export * from "./caller.ts";
export {
  assertPlugin,
  builtInRules,
  type CheckOptions,
  countFindings,
  failsOn,
  findingsDocument,
  runChecks,
} from "./checks.ts";
export * from "./configuration.ts";
export * from "./faults.ts";
export * from "./host.ts";
export * from "./import.ts";
export * from "./input.ts";
export { KeptFindings } from "./kept-findings.ts";
export * from "./load.ts";
export { type FileFault, sweepFiles, verifyFiles } from "./stored-files.ts";
export * from "./tabular.ts";
export * from "./tokens.ts";
export * from "./trace.ts";
