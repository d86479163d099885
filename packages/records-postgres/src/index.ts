export { openPostgres, type PostgresOptions } from "./open-postgres.ts";
export type { PostgresStore } from "./postgres-store.ts";
