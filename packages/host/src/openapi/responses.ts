import type { PublicationClass } from "@moothall/core";
import type * as z from "zod";
import type { ZodOpenApiContentObject, ZodOpenApiResponsesObject } from "zod-openapi";

type Schema = { readonly [keyword: string]: unknown };

/** Every operation answers its own, or a problem. */
export const answers = (own: ZodOpenApiResponsesObject): ZodOpenApiResponsesObject => ({
  ...own,
  default: {
    description: "What went wrong",
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/problem" } } },
  },
});

export const jsonContent = (
  schema: z.ZodType | { readonly $ref: string },
): ZodOpenApiContentObject => ({
  "application/json": { schema },
});

export interface OperationBase {
  readonly operationId: string;
  readonly summary: string;
  readonly tags?: string[];
  readonly security: Record<string, string[]>[];
}

/** What every operation has: reads need no token, writes and what lies above public do. */
export function operationBase(
  operationId: string,
  summary: string,
  plugin?: string,
  needs: { readonly permission?: string | undefined; readonly clearance?: PublicationClass } = {},
): OperationBase {
  const needsToken = needs.permission !== undefined || (needs.clearance ?? "public") !== "public";
  return {
    operationId,
    summary,
    ...(plugin !== undefined && { tags: [plugin] }),
    security: needsToken ? [{ bearer: [] }] : [{}, { bearer: [] }],
    ...(needs.permission !== undefined && { "x-permission": needs.permission }),
  };
}

export const queryParameter = (name: string, schema: Schema, description: string) => ({
  name,
  in: "query" as const,
  description,
  schema,
});

export const headerParameter = (name: string, description: string) => ({
  name,
  in: "header" as const,
  description,
  schema: { type: "string" as const },
});
