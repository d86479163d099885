import { isMoothallError } from "@moothall/core";

/**
 * What is known of an error without the words of anyone's data: its kinds, codes and places in the
 * program, down to its cause. Only messages of our own errors are told; those never hold data.
 */
export function describeFault(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = (error as { code?: unknown }).code;
  return {
    kind: error.name,
    ...(typeof code === "string" && { code }),
    ...(isMoothallError(error) && { message: error.message }),
    at: (error.stack ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => /^at .+:\d+:\d+\)?$/.test(line))
      .slice(0, 8),
    ...(error.cause !== undefined && { cause: describeFault(error.cause) }),
  };
}
