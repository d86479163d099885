import type { AuditEntry } from "@moothall/core/store";
import type { Connection } from "./connection.ts";

export function addAudit(connection: Connection, entries: readonly AuditEntry[]): void {
  for (const { at, by, action, outcome, about } of entries)
    connection.run(
      "INSERT INTO audit (at, by, action, outcome, about) VALUES (?, ?, ?, ?, ?)",
      at,
      by,
      action,
      outcome,
      about ?? null,
    );
}

interface AuditRow {
  readonly sequence: number;
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly outcome: string;
  readonly about: string | null;
}

/** Some entries after this one, oldest first. */
export const auditAfter = (connection: Connection, sequence: number): AuditRow[] =>
  connection.all<AuditRow & Record<string, never>>(
    "SELECT sequence, at, by, action, outcome, about FROM audit WHERE sequence > ? ORDER BY sequence LIMIT 500",
    sequence,
  );

export const auditEntry = ({ at, by, action, outcome, about }: AuditRow): AuditEntry => ({
  at,
  by,
  action,
  outcome,
  ...(about === null ? {} : { about }),
});
