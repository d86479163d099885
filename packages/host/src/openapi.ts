import { finding, type PublicationClass, reportDocument, shared } from "@moothall/core";
import * as z from "zod";
import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import { type ActionOf, type Registry, visibleActions } from "./action.ts";
import { exportPath, feedPaths, operationPath, reportPath } from "./openapi/action-paths.ts";
import { readSchemaName, resourcePaths, resourceSchemas } from "./openapi/resource-paths.ts";
import { answers, jsonContent, operationBase, queryParameter } from "./openapi/responses.ts";
import { looseReferences, withheldFields, withoutHidden } from "./openapi/visible-schemas.ts";

export interface DescriptionOptions {
  /** Only what exists for this clearance is described. */
  readonly clearance: PublicationClass;
  readonly title: string;
  /** Of the interface; `1` where left out, as in the addresses. */
  readonly version?: string;
}

export type JsonObject = { [key: string]: unknown };

/** The OpenAPI 3.1 document of what a set of plugins declares, made from the registry alone. */
export function openApiDocument(registry: Registry, options: DescriptionOptions): JsonObject {
  const actions = visibleActions(registry, options.clearance);
  const resources = actions.filter(
    (action): action is ActionOf<"resource"> =>
      action.type === "resource" && action.verb === "list",
  );
  const document = createDocument(
    {
      openapi: "3.1.1",
      info: { title: options.title, version: options.version ?? "1" },
      servers: [{ url: "/" }],
      tags: registry.plugins
        .filter(({ name }) => [...actions, ...registry.feeds].some(({ plugin }) => plugin === name))
        .map(({ name, summary }) => ({ name, description: summary })),
      paths: Object.assign(
        {},
        ...actions.map(pathsOf),
        ...registry.feeds.map(feedPaths),
        housePaths(registry),
      ),
      components: {
        schemas: {
          ...Object.assign({}, ...resources.map(resourceSchemas)),
          finding: finding(),
          problem: problem(),
          "report-document": reportDocument(),
        },
        securitySchemes: {
          bearer: {
            type: "http",
            scheme: "bearer",
            description: "A token made with 'moothall token create'. What is public needs none.",
          },
        },
      },
    },
    {
      cycles: "ref",
      override: ({ zodSchema, jsonSchema }) => {
        // What the format says already is not said again in a long expression.
        if (jsonSchema.format === "date" || jsonSchema.format === "date-time")
          delete jsonSchema.pattern;
        if (Object.keys(jsonSchema).length > 0) return;
        const { type } = zodSchema._zod.def;
        // What a plugin computes has no schema that could be written down.
        if (type !== "any" && type !== "unknown") jsonSchema.description = "Not described further";
      },
    },
  ) as unknown as JsonObject;
  for (const { plugin, resource, declaration } of resources) {
    const schema = (document.components as { schemas: JsonObject }).schemas[
      readSchemaName(plugin, resource)
    ];
    looseReferences(schema);
    withheldFields(schema, declaration.withholds ?? []);
  }
  return withoutHidden(document, options.clearance) as JsonObject;
}

function pathsOf(action: ReturnType<typeof visibleActions>[number]): ZodOpenApiPathsObject {
  switch (action.type) {
    case "resource":
      return action.verb === "list" ? resourcePaths(action) : {};
    case "operation":
      return operationPath(action);
    case "report":
      return reportPath(action);
    case "export":
      return exportPath(action);
  }
}

/** What there is whatever the plugins. */
function housePaths(registry: Registry): ZodOpenApiPathsObject {
  const kinds = [...registry.resources.keys()];
  const hit = z.object({ reference: z.string(), excerpt: z.string() });
  return {
    "/v1/checks": {
      get: {
        ...operationBase("checks", "Run the checks over what you may see"),
        parameters: [
          queryParameter("plugin", { type: "string" }, "Only the checks of this plugin"),
        ],
        responses: answers({
          "200": {
            description: "What was found",
            content: jsonContent(z.object({ findings: z.array(finding()) })),
          },
        }),
      },
    },
    "/v1/search": {
      get: {
        ...operationBase("search", "Search the words of all records that you may see"),
        parameters: [
          { ...queryParameter("q", { type: "string" }, "The words"), required: true },
          queryParameter(
            "kind",
            { type: "array", items: kinds.length > 0 ? { enum: kinds } : { type: "string" } },
            "Only these kinds of record",
          ),
          queryParameter(
            "limit",
            { type: "integer", minimum: 1, maximum: 1000 },
            "How many at once",
          ),
          queryParameter(
            "cursor",
            { type: "string" },
            "Where the page starts: `next` of the page before",
          ),
        ],
        responses: answers({
          "200": {
            description: "Where the words were found",
            content: jsonContent(z.object({ items: z.array(hit), next: z.string().nullable() })),
          },
        }),
      },
    },
    "/v1/trace": {
      get: {
        ...operationBase(
          "trace",
          "Follow references from a record, both ways, over what you may see",
        ),
        parameters: [
          {
            ...queryParameter("record", { type: "string" }, "The reference of the record"),
            required: true,
          },
          queryParameter(
            "depth",
            { type: "integer", minimum: 1, maximum: 10, default: 4 },
            "How many steps each way",
          ),
        ],
        responses: answers({
          "200": {
            description: "The chains, each record at its nearest",
            content: jsonContent(z.object({ refersTo: traceNode(), referredToBy: traceNode() })),
          },
        }),
      },
    },
    "/health": {
      get: {
        ...operationBase("health", "Whether the service is well"),
        responses: answers({
          "200": { description: "It is", content: jsonContent(healthReport()) },
          "503": {
            description: "Its records cannot be read",
            content: jsonContent(healthReport()),
          },
        }),
      },
    },
  };
}

const traceNode = shared(() => {
  const node = z
    .object({
      reference: z.string(),
      title: z.string().nullable(),
      get links() {
        return z.array(node);
      },
      notFollowed: z.int().meta({ description: "Links beyond the depth or size of the trace" }),
    })
    .meta({ id: "trace-node", description: "A record in a chain, and those reached from it" });
  return node;
});

const healthReport = () =>
  z.object({
    status: z.enum(["up", "degraded", "down"]),
    records: z.string().meta({ description: "`readable`, or the code of what is wrong" }),
    plugins: z.array(z.string()),
    faults: z.array(z.object({ name: z.string().nullable(), code: z.string() })),
  });

const problem = () =>
  z
    .object({
      type: z.string().meta({ description: "The address of what this error means" }),
      title: z.string(),
      status: z.int().min(400).max(599),
      detail: z.string(),
      code: z.string().meta({ description: "Permanent, owner/kebab-case" }),
      hint: z.string().optional().meta({ description: "What to do about it" }),
      at: z
        .object({
          row: z.int().optional(),
          column: z.string().optional(),
          pointer: z.string().optional(),
        })
        .optional(),
      findings: z.array(finding()).optional(),
      instance: z.string().optional(),
    })
    .meta({ description: "What went wrong, after RFC 9457" });
