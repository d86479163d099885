import * as Effect from "effect/Effect";
import { isMoothallError, type MoothallError } from "../error.ts";

/** Calls a pure function; its `MoothallError` becomes a typed failure, anything else is our fault. */
export const attempt = <A>(call: () => A): Effect.Effect<A, MoothallError> =>
  Effect.suspend(() => {
    try {
      return Effect.succeed(call());
    } catch (error) {
      return isMoothallError(error) ? Effect.fail(error) : Effect.die(error);
    }
  });
