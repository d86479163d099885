import { filesIn, type Kind, type PublicationClass, publicationClasses } from "@moothall/core";
import { type ChainedEntry, keptInstant, type Upload } from "@moothall/core/store";
import type { Connection } from "./connection.ts";

/** Notes which files a record names from now on; what it named before it holds as well, until it is erased. */
export function writeFiles(connection: Connection, key: number, entry: ChainedEntry): void {
  if (entry.action === "erased") {
    connection.run("DELETE FROM files WHERE record = ?", key);
    connection.run("DELETE FROM uploads WHERE kind = ? AND id = ?", entry.kind, entry.id);
    return;
  }
  // Most records name none, which their text shows at once.
  if (entry.data?.includes('"sha512"') !== true) return;
  for (const sha512 of filesIn(JSON.parse(entry.data)).keys())
    connection.run("INSERT OR IGNORE INTO files (sha512, record) VALUES (?, ?)", sha512, key);
}

export function noteUpload(connection: Connection, upload: Upload): void {
  const { kind, id, sha512, clearance } = upload;
  const wider = publicationClasses.slice(0, publicationClasses.indexOf(clearance));
  connection.run(
    `INSERT INTO uploads (kind, id, sha512, clearance, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (kind, id, sha512) DO UPDATE SET at = excluded.at,
       clearance = CASE WHEN clearance IN (SELECT value FROM json_each(?))
         THEN clearance ELSE excluded.clearance END`,
    kind,
    id,
    sha512,
    clearance,
    keptInstant(upload.at),
    JSON.stringify(wider),
  );
}

export const uploads = (connection: Connection, kind: Kind, id: string): Upload[] =>
  connection
    .all<{ sha512: string; clearance: PublicationClass; at: string }>(
      "SELECT sha512, clearance, at FROM uploads WHERE kind = ? AND id = ? ORDER BY sha512",
      kind,
      id,
    )
    .map((row) => ({ kind, id, ...row }));

export const dropUploads = (connection: Connection, before: string): void => {
  connection.run(
    `DELETE FROM uploads WHERE at < ? AND NOT EXISTS (
       SELECT 1 FROM files AS f JOIN records AS r ON r.key = f.record
       JOIN kinds AS k ON k.number = r.kind
       WHERE f.sha512 = uploads.sha512 AND k.kind = uploads.kind AND r.id = uploads.id)`,
    keptInstant(before),
  );
};

export const filesOf = (connection: Connection, kind: Kind, id: string): string[] =>
  connection
    .all<{ sha512: string }>(
      `SELECT f.sha512 FROM kinds AS k JOIN records AS r ON r.kind = k.number
       JOIN files AS f ON f.record = r.key WHERE k.kind = ? AND r.id = ? ORDER BY f.sha512`,
      kind,
      id,
    )
    .map(({ sha512 }) => sha512);

export const holdsFile = (connection: Connection, sha512: string, since: string): boolean =>
  connection.get(
    `SELECT 1 FROM files WHERE sha512 = ?
     UNION ALL SELECT 1 FROM uploads WHERE sha512 = ? AND at >= ? LIMIT 1`,
    sha512,
    sha512,
    keptInstant(since),
  ) !== undefined;

/** Some digests after this one, in order. */
export const filesAfter = (connection: Connection, last: string): string[] =>
  connection
    .all<{ sha512: string }>(
      "SELECT DISTINCT sha512 FROM files WHERE sha512 > ? ORDER BY sha512 LIMIT 500",
      last,
    )
    .map(({ sha512 }) => sha512);
