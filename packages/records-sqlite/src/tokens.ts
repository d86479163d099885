import type { TokenRow } from "@moothall/core/store";
import type { Connection } from "./connection.ts";

export const putToken = (connection: Connection, token: TokenRow): void => {
  connection.run(
    `INSERT INTO tokens (id, hash, row) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, row = excluded.row`,
    token.id,
    token.hash,
    JSON.stringify(token),
  );
};

export const tokenByHash = (connection: Connection, hash: string): TokenRow | undefined => {
  const found = connection.get<{ row: string }>("SELECT row FROM tokens WHERE hash = ?", hash);
  return found === undefined ? undefined : JSON.parse(found.row);
};

export const tokens = (connection: Connection): readonly TokenRow[] =>
  connection
    .all<{ row: string }>("SELECT row FROM tokens ORDER BY id")
    .map(({ row }) => JSON.parse(row));
