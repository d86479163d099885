export { type Audit, type AuditedCell, auditTable, type Range } from "./audit.ts";
export { type Derivation, deriveProtected } from "./derive.ts";
export {
  type DisclosurePolicy,
  type DisclosurePolicyInput,
  disclosurePolicy,
} from "./policy.ts";
export {
  isProtected,
  isWithheld,
  type Protected,
  type ProtectedTable,
  type ProtectOptions,
  protectedCells,
  protectTable,
  type WithheldTable,
} from "./protect.ts";
export {
  type AuditedReleaseCell,
  auditNested,
  auditRelease,
  type NestedTables,
  type ReleaseAudit,
} from "./release.ts";
export { type CountTable, countTable, type EmittedTable, emittedTable } from "./table.ts";
