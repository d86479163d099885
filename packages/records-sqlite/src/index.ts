export { openSqlite, type SqliteOptions } from "./open-sqlite.ts";
export { restoreSqlite } from "./restore-sqlite.ts";
export type { SqliteStore } from "./sqlite-store.ts";
export { type SqliteVerdict, verifySqlite } from "./verify-sqlite.ts";
