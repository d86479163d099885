import type { TokenRow } from "@moothall/core/store";
import type { Querying } from "./connections.ts";

export const putToken = async (from: Querying, token: TokenRow): Promise<void> => {
  await from.all(
    `INSERT INTO tokens (id, hash, row) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, row = excluded.row`,
    token.id,
    token.hash,
    JSON.stringify(token),
  );
};

export const tokenByHash = async (from: Querying, hash: string): Promise<TokenRow | undefined> => {
  const found = await from.get<{ row: string }>("SELECT row FROM tokens WHERE hash = ?", hash);
  return found === undefined ? undefined : JSON.parse(found.row);
};

export const tokens = async (from: Querying): Promise<readonly TokenRow[]> =>
  (await from.all<{ row: string }>("SELECT row FROM tokens ORDER BY id")).map(({ row }) =>
    JSON.parse(row),
  );
