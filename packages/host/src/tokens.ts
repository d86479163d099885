import { isReference, MoothallError, type PublicationClass, parseInstant } from "@moothall/core";
import type { Store, TokenRow } from "@moothall/core/store";
import { type Caller, tokenCaller } from "./caller.ts";

export interface TokenRequest {
  readonly clearance: PublicationClass;
  readonly bodies: readonly string[];
  readonly permissions: readonly string[];
  /** The moment it expires. */
  readonly expires: string;
}

const prefix = "moothall_";

/**
 * Makes a token for use over HTTP. The secret is returned once and kept nowhere: the store holds
 * its SHA-256, which is enough for 256 random bits.
 * @throws MoothallError `core/bad-input`
 */
export async function createToken(
  store: Store,
  request: TokenRequest,
  now: string,
): Promise<{ readonly id: string; readonly token: string; readonly expires: string }> {
  if (request.clearance === "public" && request.permissions.length === 0) {
    throw bad(
      "A token with public clearance and no permission does nothing.",
      "Give --permission, or a clearance above public.",
    );
  }
  for (const body of request.bodies) {
    if (body !== "*" && !isReference(body))
      throw bad(`'${body}' is not a reference of a body.`, "Write register/body/ID, or * for all.");
  }
  for (const permission of request.permissions) {
    if (!/^(?:\*|[a-z0-9-]+:(?:\*|[a-z0-9-]+))$/.test(permission))
      throw bad(`'${permission}' is not a permission.`, "Write plugin:verb, plugin:* or *.");
  }
  if (parseInstant(request.expires).epochMilliseconds <= parseInstant(now).epochMilliseconds) {
    throw bad(
      `The token would expire before it is made (${request.expires}).`,
      "Give a moment to come.",
    );
  }
  const { randomBytes } = await import("node:crypto");
  const token = `${prefix}${randomBytes(32).toString("base64url")}`;
  const hash = await hashOf(token);
  const row: TokenRow = {
    id: hash.slice(0, 12),
    hash,
    clearance: request.clearance,
    bodies: request.bodies,
    permissions: request.permissions,
    created: now,
    expires: request.expires,
  };
  await store.putToken(row);
  return { id: row.id, token, expires: row.expires };
}

/**
 * The caller that a token stands for.
 * @throws MoothallError `core/not-authenticated`, the same for unknown, revoked and expired ones
 */
export async function callerOfToken(store: Store, token: string, now: string): Promise<Caller> {
  const row = token.startsWith(prefix) ? await store.tokenByHash(await hashOf(token)) : undefined;
  if (
    row !== undefined &&
    row.revoked === undefined &&
    parseInstant(now).epochMilliseconds < parseInstant(row.expires).epochMilliseconds
  ) {
    return tokenCaller(row);
  }
  throw new MoothallError({
    code: "core/not-authenticated",
    message: "The token is not known, was revoked, or has expired.",
    hint: "Make a new one with 'moothall token create'.",
  });
}

/** @throws MoothallError `core/not-found` */
export async function revokeToken(store: Store, id: string, now: string): Promise<void> {
  const row = (await store.tokens()).find((each) => each.id === id);
  if (row === undefined)
    throw new MoothallError({
      code: "core/not-found",
      message: `There is no token '${id}'.`,
      hint: "See 'moothall token list'.",
    });
  await store.putToken({ ...row, revoked: now });
}

// Loaded when a token is there: commands without one start sooner.
async function hashOf(token: string): Promise<string> {
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(token).digest("hex");
}

const bad = (message: string, hint: string): MoothallError =>
  new MoothallError({ code: "core/bad-input", message, hint });
