import type { ErrorTable } from "@moothall/core";

/** The errors that only a request over HTTP can meet. */
export const httpErrors = {
  "http/method-not-allowed": {
    title: "That cannot be done with this address",
    status: 405,
    exit: 64,
  },
  "http/not-acceptable": { title: "There is no such format", status: 406, exit: 64 },
  "http/too-slow": { title: "The request took too long to arrive", status: 408, exit: 75 },
  "http/unsupported-media-type": {
    title: "The body is of a type that is not understood",
    status: 415,
    exit: 64,
  },
} as const satisfies ErrorTable;
