import { stylesheetHash } from "@moothall/render";

/** What a page of ours may load: its own stylesheet and pictures; its forms ask it alone; no script, no frame. */
const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'self' '${stylesheetHash}'`,
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Headers that every response has. They are plain data, not middleware: middleware would take every
 * response apart and put it together again, which costs more than reading a page of records.
 * Strict-Transport-Security is left to whoever ends TLS, since it binds a host's other services too.
 */
const always: Readonly<Record<string, string>> = {
  "Content-Security-Policy": contentSecurityPolicy,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  Vary: "Authorization, Accept",
};

/** What pages of others may read of an answer (CORS). */
export const exposedHeaders = [
  "ETag",
  "Link",
  "Last-Modified",
  "Content-Disposition",
  "Retry-After",
];

const forReaders: Readonly<Record<string, string>> = {
  ...always,
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": exposedHeaders.join(","),
};

/**
 * How long an answer may be kept. What is public may be kept by anyone but is asked after every
 * time, so that a correction, or a paper that should not have gone out, is gone at once; what needed
 * a token is kept by nobody, and pages of others may not read it.
 */
export const headersFor = {
  publicRead: { ...forReaders, "Cache-Control": "public, max-age=0, must-revalidate" },
  publicAnswer: { ...forReaders, "Cache-Control": "no-store" },
  private: { ...always, "Cache-Control": "private, no-store" },
} as const;
