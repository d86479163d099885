import { fieldType } from "@moothall/core";
import * as z from "zod";
import type {
  ZodOpenApiOperationObject,
  ZodOpenApiPathsObject,
  ZodOpenApiRequestBodyObject,
} from "zod-openapi";
import type { ActionOf, Registry } from "../action.ts";
import { isAddressable, kebabCase } from "../input.ts";
import { answers, jsonContent, operationBase, queryParameter } from "./responses.ts";

/** The path of an operation: its input as a body, or, where an address can hold it, as a query. */
export function operationPath(action: ActionOf<"operation">): ZodOpenApiPathsObject {
  const { plugin, operation, declaration } = action;
  const base = (id: string) => ({
    ...operationBase(id, declaration.summary, plugin, action),
    ...(declaration.description !== undefined && { description: declaration.description }),
    responses: answers({ "200": outputOf(action) }),
  });
  const id = `${plugin}.${operation}`;
  const post: ZodOpenApiOperationObject =
    declaration.reads === undefined
      ? { ...base(id), requestBody: inputBody(action) }
      : {
          ...base(id),
          requestParams: { query: inFlags(declaration.input) },
          requestBody: fileBody(declaration.reads),
        };
  return {
    [`/v1/${plugin}/${operation}`]: {
      ...(isAddressable(declaration) && {
        get: { ...base(`${id}.get`), requestParams: { query: inFlags(declaration.input) } },
      }),
      post,
    },
  };
}

/** The path of a report: a document, in several formats. */
export function reportPath(action: ActionOf<"report">): ZodOpenApiPathsObject {
  const { plugin, report, declaration } = action;
  const text = { schema: { type: "string" as const } };
  return {
    [`/v1/${plugin}/reports/${report}`]: {
      get: {
        ...operationBase(`${plugin}.reports.${report}`, declaration.summary, plugin, action),
        requestParams: { query: inFlags(declaration.input) },
        parameters: [
          queryParameter(
            "format",
            { enum: ["json", "html", "markdown", "docx", "csv"] },
            "The format; that of the Accept header where left out",
          ),
          queryParameter("table", { type: "string" }, "For CSV, the id of the table"),
        ],
        responses: answers({
          "200": {
            description: "The report",
            content: {
              ...jsonContent({ $ref: "#/components/schemas/report-document" }),
              "text/html": text,
              "text/markdown": text,
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document": {
                schema: { type: "string" as const, format: "binary" },
              },
              "text/csv": text,
            },
          },
        }),
      },
    },
  };
}

/** The path of an export: a file in a published format. */
export function exportPath(action: ActionOf<"export">): ZodOpenApiPathsObject {
  const { plugin, declaration } = action;
  const [mediaType = "application/octet-stream"] = declaration.mediaType.split(";");
  return {
    [`/v1/${plugin}/exports/${action.export}`]: {
      get: {
        ...operationBase(`${plugin}.exports.${action.export}`, declaration.summary, plugin, action),
        requestParams: { query: inFlags(declaration.input) },
        responses: answers({
          "200": { description: "The file", content: { [mediaType.trim()]: { schema: {} } } },
        }),
      },
    },
  };
}

/** The paths of a feed: its start, and what lies below, as its standard has it. */
export function feedPaths({
  plugin,
  prefix,
  declaration,
}: Registry["feeds"][number]): ZodOpenApiPathsObject {
  const get = (id: string) => ({
    ...operationBase(`${plugin}.feeds.${prefix}${id}`, declaration.summary, plugin),
    responses: answers({
      "200": {
        description: "What its standard says",
        content: { "*/*": { schema: { type: "string" as const } } },
      },
    }),
  });
  const path = {
    name: "path",
    in: "path" as const,
    required: true,
    description: "Follow the links from the start; it may hold slashes",
    schema: { type: "string" as const },
  };
  return {
    [`/${prefix}`]: { get: get("") },
    [`/${prefix}/{path}`]: { parameters: [path], get: get(".below") },
  };
}

function outputOf({ declaration }: ActionOf<"operation">) {
  const { output, writes } = declaration;
  if (writes === undefined) return { description: "The answer", content: jsonContent(output) };
  if (writes === "json-lines") {
    return {
      description: "A line of JSON for each item, of this schema",
      content: { "application/x-ndjson": { schema: output } },
    };
  }
  return {
    description: "The answer, item by item",
    content: jsonContent(z.object({ [writes.under]: z.array(output) })),
  };
}

const inputBody = ({ declaration }: ActionOf<"operation">): ZodOpenApiRequestBodyObject => ({
  required: !declaration.input.safeParse({}).success,
  content: {
    "application/json": { schema: declaration.input, example: declaration.example.input },
  },
});

const fileBody = (format: "json-lines" | "bytes"): ZodOpenApiRequestBodyObject =>
  format === "json-lines"
    ? {
        required: true,
        description: "A JSON value a line",
        content: { "application/x-ndjson": { schema: {} } },
      }
    : {
        required: true,
        description: "The bytes of a file",
        content: { "application/octet-stream": { schema: {} } },
      };

/** The fields that an address can hold, by the names that they have there. */
const inFlags = (input: z.ZodObject): z.ZodObject =>
  z.object(
    Object.fromEntries(
      Object.entries(input.shape)
        .filter(([, field]) => fieldType(field as z.ZodType) !== undefined)
        .map(([name, field]) => [kebabCase(name), field as z.ZodType]),
    ),
  );
