import type { AuditEntry } from "@moothall/core/store";
import type { Querying } from "./connections.ts";

export const addAudit = async (from: Querying, entries: readonly AuditEntry[]): Promise<void> => {
  await from.all(
    `INSERT INTO audit (at, by, action, outcome, about)
     SELECT at, by, action, outcome, about FROM json_to_recordset(?)
       AS n (at text, by text, action text, outcome text, about text)`,
    JSON.stringify(entries),
  );
};

interface AuditRow {
  readonly sequence: string;
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly outcome: string;
  readonly about: string | null;
}

/** Some entries after this one, oldest first. */
export const auditAfter = (from: Querying, sequence: string): Promise<AuditRow[]> =>
  from.all<AuditRow>(
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
