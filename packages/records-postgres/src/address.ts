import { MoothallError } from "@moothall/core";

/** Where a server is, in the parts that a connection is made from. */
export interface Address {
  /** As given, without a password and without what speaks to Moothall alone. */
  readonly location: string;
  readonly user: string;
  readonly password: string | undefined;
  /** The rest as a connection text of PostgreSQL, without user and password. */
  readonly rest: string;
}

const secret = ["password", "sslpassword"];

/**
 * Takes a connection text `postgres://user:password@host:port/database?…` apart.
 * @throws MoothallError `core/configuration`, without repeating the text.
 */
export function parseAddress(text: string): Address {
  let url: URL;
  let user: string;
  let password: string;
  try {
    url = new URL(text);
    user = decodeURIComponent(url.username);
    password = decodeURIComponent(url.password);
  } catch {
    throw notAnAddress();
  }
  if (url.protocol !== "postgres:" && url.protocol !== "postgresql:") throw notAnAddress();
  const shown = new URL(url);
  shown.password = "";
  for (const name of secret) shown.searchParams.delete(name);
  const given = url.searchParams.get("user");
  const rest = new URL(url);
  rest.username = "";
  rest.password = "";
  for (const name of ["user", "password"]) rest.searchParams.delete(name);
  return {
    location: shown.toString(),
    user: user || given || process.env.PGUSER || "postgres",
    password: password || url.searchParams.get("password") || process.env.PGPASSWORD,
    rest: rest.toString(),
  };
}

/** The text from which `pg` makes a connection of this user. */
export function connectionText(
  { rest }: Address,
  user: string,
  password: string | undefined,
): string {
  const url = new URL(rest);
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password ?? "");
  return url.toString();
}

const notAnAddress = (): MoothallError =>
  new MoothallError({
    code: "core/configuration",
    message: "What was given is not the address of a PostgreSQL database.",
    hint: "Write postgres://user:password@host:5432/database; encode special characters as %40 and so on.",
  });
