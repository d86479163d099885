import { identifier, storedFile } from "@moothall/core";
import type { Field } from "@moothall/core/store";
import * as z from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import type { ActionOf } from "../action.ts";
import { recordTimes } from "../input.ts";
import { carriesFiles } from "../stored-files.ts";
import {
  answers,
  headerParameter,
  jsonContent,
  operationBase,
  queryParameter,
} from "./responses.ts";

type ResourceAction = ActionOf<"resource">;

export const readSchemaName = (plugin: string, resource: string): string => `${plugin}.${resource}`;
const writeSchemaName = (plugin: string, resource: string): string => `${plugin}.${resource}.input`;

/** What is read of a record, and what is written. */
export function resourceSchemas({
  plugin,
  resource,
  declaration,
}: ResourceAction): Record<string, z.ZodType> {
  return {
    [readSchemaName(plugin, resource)]: declaration.schema
      .safeExtend({ record: stamp() })
      .meta({ description: declaration.summary }),
    [writeSchemaName(plugin, resource)]: declaration.schema.meta({
      description: declaration.summary,
      unusedIO: "input",
    }),
  };
}

const stamp = () =>
  z
    .object({ version: z.int().positive(), created: z.iso.datetime(), modified: z.iso.datetime() })
    .meta({ description: "What the store says of the record, as you may see it" });

/** The paths of a kind of record: its list, a record, and the record's history. */
export function resourcePaths(action: ResourceAction): ZodOpenApiPathsObject {
  const { plugin, resource } = action;
  const base = `/v1/${plugin}/${resource}`;
  const id = {
    name: "id",
    in: "path" as const,
    required: true,
    schema: { type: "string" as const, pattern: idPattern },
  };
  return {
    [base]: { get: list(action), post: create(action) },
    [`${base}/{id}`]: {
      parameters: [id],
      get: get(action),
      put: replace(action),
      patch: patch(action),
      delete: remove(action),
    },
    [`${base}/{id}/history`]: { parameters: [id], get: history(action) },
    ...(carriesFiles(action.declaration) && {
      [`${base}/{id}/files`]: { parameters: [id], post: putFile(action) },
      [`${base}/{id}/files/{sha512}`]: { parameters: [id, digest], get: getFile(action) },
    }),
  };
}

const idPattern = (z.toJSONSchema(identifier()) as { pattern?: string }).pattern ?? "";

const read = ({ plugin, resource }: ResourceAction) => ({
  $ref: `#/components/schemas/${readSchemaName(plugin, resource)}`,
});
const write = ({ plugin, resource }: ResourceAction) => ({
  $ref: `#/components/schemas/${writeSchemaName(plugin, resource)}`,
});
const ids = ({ plugin, resource }: ResourceAction, verb: string) => `${plugin}.${resource}.${verb}`;
const writing = (action: ResourceAction, verb: string, summary: string) =>
  operationBase(ids(action, verb), summary, action.plugin, {
    permission: `${action.plugin}:write`,
  });
const recordAnswer = (action: ResourceAction, description: string) => ({
  description,
  headers: tagHeader,
  content: jsonContent(read(action)),
});
const tagHeader = {
  ETag: {
    description: "The version, for If-Match and If-None-Match",
    schema: { type: "string" as const },
  },
};
const asAt = queryParameter(
  "as-at",
  { type: "string", format: "date-time" },
  "The view as it was at this moment, as far as it may be seen now",
);
const formatWords = "The format; that of the Accept header where left out";
const ifMatch = {
  ...headerParameter("If-Match", "The ETag of the version that is to be changed"),
  required: true,
};

const list = (action: ResourceAction) => ({
  ...operationBase(ids(action, "list"), `List ${action.resource} records`, action.plugin),
  parameters: listParameters(action.declaration.fields ?? {}),
  responses: answers({
    "200": {
      description: "A page of records; as CSV all of them",
      headers: { Link: { description: "The next page", schema: { type: "string" as const } } },
      content: {
        "application/json": {
          schema: {
            type: "object" as const,
            required: ["items", "next"],
            properties: {
              items: { type: "array" as const, items: read(action) },
              next: { type: ["string" as const, "null" as const] },
            },
          },
        },
        "text/csv": { schema: { type: "string" as const } },
        "text/html": { schema: { type: "string" as const } },
      },
    },
  }),
});

const get = (action: ResourceAction) => ({
  ...operationBase(ids(action, "get"), `Show one ${action.resource}`, action.plugin),
  parameters: [
    asAt,
    queryParameter("format", { enum: ["json", "html"] }, formatWords),
    headerParameter("If-None-Match", "An ETag that you hold: 304 when it still stands"),
  ],
  responses: answers({
    "200": recordAnswer(action, "The record"),
    "304": { description: "You hold it already" },
  }),
});

const create = (action: ResourceAction) => ({
  ...writing(action, "create", `Add a ${action.resource}`),
  requestBody: body(action),
  responses: answers({ "201": recordAnswer(action, "The record as it was added") }),
});

const replace = (action: ResourceAction) => ({
  ...writing(action, "replace", `Replace a ${action.resource}; what you may not see of it stays`),
  parameters: [
    headerParameter("If-Match", "The ETag of the version that is to be replaced"),
    headerParameter("If-None-Match", "`*` to add it when there is none"),
  ],
  requestBody: body(action),
  responses: answers({
    "200": recordAnswer(action, "The record as it now stands"),
    "201": recordAnswer(action, "The record as it was added"),
  }),
});

const patch = (action: ResourceAction) => ({
  ...writing(action, "patch", `Change some fields of a ${action.resource}`),
  parameters: [ifMatch],
  requestBody: {
    required: true,
    description: "JSON Merge Patch (RFC 7396): the fields to change, null for those to take out",
    content: { "application/merge-patch+json": { schema: { type: "object" as const } } },
  },
  responses: answers({ "200": recordAnswer(action, "The record as it now stands") }),
});

const remove = (action: ResourceAction) => ({
  ...writing(action, "delete", `Delete a ${action.resource}`),
  parameters: [
    ifMatch,
    { ...queryParameter("reason", { type: "string", minLength: 1 }, "Why"), required: true },
  ],
  responses: answers({ "204": { description: "It is deleted; its history stays" } }),
});

const history = (action: ResourceAction) => ({
  ...operationBase(
    ids(action, "history"),
    `Show what became of a ${action.resource}`,
    action.plugin,
  ),
  responses: answers({
    "200": {
      description: "Every change that you may see, the first first",
      content: {
        "application/json": {
          schema: {
            type: "object" as const,
            required: ["items", "next"],
            properties: {
              items: { type: "array" as const, items: entry(action) },
              next: { type: "null" as const },
            },
          },
        },
      },
    },
  }),
});

const digest = {
  name: "sha512",
  in: "path" as const,
  required: true,
  description: "The SHA-512 by which the record names the file",
  schema: { type: "string" as const, pattern: "^[0-9a-f]{128}$" },
};

const bytes = { "*/*": { schema: { type: "string" as const, format: "binary" } } };

const putFile = (action: ResourceAction) => ({
  ...writing(action, "put-file", `Put a file for a ${action.resource}`),
  parameters: [
    {
      ...queryParameter("name", { type: "string", minLength: 1, maxLength: 200 }, "Its name"),
      required: true,
    },
  ],
  requestBody: {
    required: true,
    description:
      "The bytes; Content-Type says what they are. They wait a day for the record to name them",
    content: bytes,
  },
  responses: answers({
    "201": { description: "What to write into the record", content: jsonContent(storedFile()) },
  }),
});

const getFile = (action: ResourceAction) => ({
  ...operationBase(
    ids(action, "get-file"),
    `Get a file that a ${action.resource} names`,
    action.plugin,
  ),
  parameters: [
    asAt,
    headerParameter("If-None-Match", "An ETag that you hold: 304 when it still stands"),
  ],
  responses: answers({
    "200": { description: "The bytes, to be saved", headers: tagHeader, content: bytes },
    "304": { description: "You hold it already" },
  }),
});

const entry = (action: ResourceAction) => ({
  type: "object" as const,
  required: ["version", "at", "action"],
  properties: {
    version: { type: "integer" as const },
    at: { type: "string" as const, format: "date-time" },
    action: { enum: ["created", "replaced", "deleted", "erased"] },
    reason: { type: "string" as const },
    by: { type: "string" as const },
    data: read(action),
  },
});

const body = (action: ResourceAction) => ({
  required: true,
  content: { "application/json": { schema: write(action), example: action.declaration.example } },
});

function listParameters(fields: Readonly<Record<string, Field>>) {
  const ordering = Object.entries(fields).flatMap(([name, { many }]) =>
    many === true ? [] : [name, `-${name}`],
  );
  return [
    ...Object.entries(fields).flatMap(([name, field]) => fieldParameters(name, field)),
    ...recordTimes.flatMap(timeParameters),
    queryParameter(
      "order",
      { enum: ["id", "-id", ...ordering, ...recordTimes.flatMap((time) => [time, `-${time}`])] },
      "The field to order by; `-` for the greatest first",
    ),
    queryParameter(
      "limit",
      { type: "integer", minimum: 1, maximum: 1000, default: 50 },
      "How many at once",
    ),
    queryParameter(
      "cursor",
      { type: "string" },
      "Where the page starts: `next` of the page before",
    ),
    asAt,
    queryParameter("format", { enum: ["json", "csv", "html"] }, formatWords),
  ];
}

const timeWords: Readonly<Record<(typeof recordTimes)[number], string>> = {
  created: "came into sight",
  modified: "changed last",
  touched: "or a part of it changed last",
};

const timeParameters = (time: (typeof recordTimes)[number]) => {
  const schema = { type: "string", format: "date-time" } as const;
  return [
    queryParameter(`${time}-from`, schema, `Only what ${timeWords[time]} at this moment or later`),
    queryParameter(`${time}-to`, schema, `Only what ${timeWords[time]} at this moment or before`),
  ];
};

function fieldParameters(name: string, field: Field) {
  const schema = valueSchema(field);
  return [
    queryParameter(
      name,
      { type: "array", items: schema },
      `Only with this ${name}; several: with any of them`,
    ),
    ...(field.type === "boolean" || field.many === true
      ? []
      : [
          queryParameter(`${name}-from`, schema, `Only with a ${name} of this or more`),
          queryParameter(`${name}-to`, schema, `Only with a ${name} of this or less`),
        ]),
    queryParameter(`${name}-missing`, { const: true }, `Only without a ${name}`),
  ];
}

function valueSchema({ type }: Field): {
  readonly type: string;
  readonly [keyword: string]: unknown;
} {
  switch (type) {
    case "date":
      return { type: "string", format: "date" };
    case "instant":
      return { type: "string", format: "date-time" };
    case "integer":
      return { type: "integer" };
    case "boolean":
      return { type: "boolean" };
    case "decimal":
      return { type: "string", pattern: "^-?[0-9]+(\\.[0-9]+)?$" };
    case "text":
      return { type: "string" };
  }
}
