import type { Finding } from "@moothall/core";

type Details = Omit<Finding, "evidence"> & { readonly evidence?: Finding["evidence"] };

/** A finding, with no evidence where none is given. */
export const found = (details: Details): Finding => ({ evidence: {}, ...details });
