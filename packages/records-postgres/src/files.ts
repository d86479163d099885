import { filesIn, type Kind, type PublicationClass, publicationClasses } from "@moothall/core";
import { type ChainedEntry, keptInstant, type Upload } from "@moothall/core/store";
import type { Querying } from "./connections.ts";

/** Notes which files a record names from now on; what it named before it holds as well, until it is erased. */
export async function writeFiles(from: Querying, key: string, entry: ChainedEntry): Promise<void> {
  if (entry.action === "erased") {
    await from.all("DELETE FROM files WHERE record = ?", key);
    await from.all("DELETE FROM uploads WHERE kind = ? AND id = ?", entry.kind, entry.id);
    return;
  }
  // Most records name none, which their text shows at once.
  if (entry.data?.includes('"sha512"') !== true) return;
  const digests = [...filesIn(JSON.parse(entry.data)).keys()];
  if (digests.length === 0) return;
  await from.all(
    `INSERT INTO files (sha512, record) SELECT unnest(?::text[]), ?::bigint
     ON CONFLICT DO NOTHING`,
    digests,
    key,
  );
}

export async function noteUpload(from: Querying, upload: Upload): Promise<void> {
  const { kind, id, sha512, clearance } = upload;
  const wider = publicationClasses.slice(0, publicationClasses.indexOf(clearance));
  await from.all(
    `INSERT INTO uploads AS u (kind, id, sha512, clearance, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (kind, id, sha512) DO UPDATE SET at = EXCLUDED.at,
       clearance = CASE WHEN u.clearance = ANY (?::text[]) THEN u.clearance ELSE EXCLUDED.clearance END`,
    kind,
    id,
    sha512,
    clearance,
    keptInstant(upload.at),
    wider,
  );
}

export const uploads = async (from: Querying, kind: Kind, id: string): Promise<Upload[]> =>
  (
    await from.all<{ sha512: string; clearance: PublicationClass; at: string }>(
      "SELECT sha512, clearance, at FROM uploads WHERE kind = ? AND id = ? ORDER BY sha512",
      kind,
      id,
    )
  ).map((row) => ({ kind, id, ...row }));

export const dropUploads = async (from: Querying, before: string): Promise<void> => {
  await from.all(
    `DELETE FROM uploads AS u WHERE u.at < ? AND NOT EXISTS (
       SELECT 1 FROM files AS f JOIN records AS r ON r.key = f.record
       JOIN kinds AS k ON k.number = r.kind
       WHERE f.sha512 = u.sha512 AND k.kind = u.kind AND r.id = u.id)`,
    keptInstant(before),
  );
};

export const filesOf = async (from: Querying, kind: Kind, id: string): Promise<string[]> =>
  (
    await from.all<{ sha512: string }>(
      `SELECT f.sha512 FROM kinds AS k JOIN records AS r ON r.kind = k.number
       JOIN files AS f ON f.record = r.key WHERE k.kind = ? AND r.id = ? ORDER BY f.sha512`,
      kind,
      id,
    )
  ).map(({ sha512 }) => sha512);

export const holdsFile = async (from: Querying, sha512: string, since: string): Promise<boolean> =>
  (await from.get(
    `SELECT 1 FROM files WHERE sha512 = ?
     UNION ALL SELECT 1 FROM uploads WHERE sha512 = ? AND at >= ? LIMIT 1`,
    sha512,
    sha512,
    keptInstant(since),
  )) !== undefined;

/** Some digests after this one, in order. */
export const filesAfter = async (from: Querying, last: string): Promise<string[]> =>
  (
    await from.all<{ sha512: string }>(
      "SELECT DISTINCT sha512 FROM files WHERE sha512 > ? ORDER BY sha512 LIMIT 500",
      last,
    )
  ).map(({ sha512 }) => sha512);
