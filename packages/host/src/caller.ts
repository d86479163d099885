import type { PublicationClass } from "@moothall/core";
import type { TokenRow } from "@moothall/core/store";

/** Who asks: what they may see, for whom they may write, and what they may do. */
export interface Caller {
  /** `anonymous`, `local`, or `token:ID`. */
  readonly id: string;
  readonly authenticated: boolean;
  readonly clearance: PublicationClass;
  /** References of the bodies for which the caller may write, or `*`. */
  readonly bodies: readonly string[];
  /** `plugin:verb`, `plugin:*` or `*`. */
  readonly permissions: readonly string[];
}

/** Anyone at all, over HTTP without a token: sees what is public and changes nothing. */
export const anonymous: Caller = {
  id: "anonymous",
  authenticated: false,
  clearance: "public",
  bodies: [],
  permissions: [],
};

/** The person at this machine: all permissions, and the clearance that they asked for. */
export const localCaller = (clearance: PublicationClass): Caller => ({
  id: "local",
  authenticated: true,
  clearance,
  bodies: ["*"],
  permissions: ["*"],
});

export const tokenCaller = (token: TokenRow): Caller => ({
  id: `token:${token.id}`,
  authenticated: true,
  clearance: token.clearance,
  bodies: token.bodies,
  permissions: token.permissions,
});

/** Whether the caller holds `plugin:verb`. */
export function may(caller: Caller, permission: string): boolean {
  const [plugin] = permission.split(":");
  return caller.permissions.some(
    (held) => held === "*" || held === permission || held === `${plugin}:*`,
  );
}

export const mayWriteFor = (caller: Caller, body: unknown): boolean =>
  caller.bodies.includes("*") || (typeof body === "string" && caller.bodies.includes(body));
