import { MoothallError } from "@moothall/core";
import { anonymous, type Caller, callerOfToken, type Host } from "@moothall/host";

/**
 * Who asks: anyone, or the holder of the token in `Authorization: Bearer` (RFC 6750). A bad token is
 * refused even where none is needed, so that its holder does not take the public view for the whole.
 * @throws MoothallError `core/not-authenticated`
 */
export async function callerOf(host: Host, authorization: string | undefined): Promise<Caller> {
  if (authorization === undefined) return anonymous;
  const token = /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(authorization)?.[1];
  if (token !== undefined) return callerOfToken(await host.store(), token, host.clock.now());
  throw new MoothallError({
    code: "core/not-authenticated",
    message: "The Authorization header holds no bearer token.",
    hint: "Send Authorization: Bearer TOKEN, or leave the header out for what is public.",
  });
}
