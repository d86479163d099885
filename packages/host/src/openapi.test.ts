import { record, reference } from "@moothall/core";
import {
  classified,
  definePlugin,
  exporter,
  feed,
  operation,
  report,
  resource,
} from "@moothall/core/plugin";
import { Validator } from "@seriousme/openapi-schema-validator";
import * as Effect from "effect/Effect";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { makeRegistry } from "./action.ts";
import { loadPlugin } from "./load.ts";
import { openApiDocument } from "./openapi.ts";

type Document = {
  paths: Record<
    string,
    Record<
      string,
      {
        operationId?: string;
        parameters?: { name: string; schema: unknown }[];
        security?: unknown;
        "x-permission"?: string;
      }
    >
  >;
  components: {
    schemas: Record<
      string,
      { required?: string[]; properties: Record<string, Record<string, unknown>> }
    >;
  };
};

const none = z.strictObject({});
const tree: z.ZodType = z.lazy(() => z.object({ name: z.string(), children: z.array(tree) }));

const plugin = definePlugin({
  name: "lighting",
  summary: "Lamps.",
  settings: none,
  declare: () => ({
    resources: {
      lamp: resource({
        summary: "Lamps.",
        schema: record({
          title: z.string(),
          column: reference("lighting/column"),
          owner: reference().nullable(),
          note: z.string(),
          faults: z.array(z.strictObject({ what: z.string(), reporter: z.string() })),
          shouted: z.string().transform((text) => text.length),
        }),
        fields: {
          title: { type: "text" },
          "fitted-on": { type: "date", pointer: "/title" },
          lit: { type: "boolean", pointer: "/title" },
          tags: { type: "text", many: true, pointer: "/title" },
        },
        classify: () => ({ record: "public" }),
        withholds: ["/note", "/faults/*/reporter"],
        example: {
          id: "a",
          title: "A",
          column: "lighting/column/a",
          owner: null,
          note: "n",
          faults: [],
          shouted: "x",
        },
      }),
    },
    operations: {
      shine: operation({
        summary: "Shines.",
        input: z.strictObject({
          howLong: z.int().min(1),
          at: z.enum(["night", "day"]).default("night"),
        }),
        output: z.object({
          open: z.string(),
          closed: classified(z.string(), "restricted"),
          inside: z.array(
            z.object({ deep: classified(z.string(), "confidential").nullable().optional() }),
          ),
          computed: z.string().transform((text) => text.length),
          day: z.date(),
          tree,
        }),
        mode: "read",
        needs: [],
        example: { input: { howLong: 3 } },
        handler: () => Effect.die("unused"),
      }),
      hide: operation({
        summary: "Hides.",
        input: none,
        output: none,
        mode: "write",
        clearance: "restricted",
        needs: [],
        example: { input: {} },
        handler: () => Effect.die("unused"),
      }),
      copy: operation({
        summary: "Copies.",
        input: z.strictObject({ start: z.int().optional(), deep: z.object({}).optional() }),
        output: z.object({ line: z.int() }),
        mode: "read",
        reads: "json-lines",
        writes: "json-lines",
        needs: [],
        example: { input: {} },
        handler: () => Effect.die("unused"),
      }),
      gather: operation({
        summary: "Gathers.",
        input: none,
        output: z.object({ line: z.int() }),
        mode: "read",
        reads: "bytes",
        writes: { under: "lines" },
        needs: [],
        example: { input: {} },
        handler: () => Effect.die("unused"),
      }),
    },
    reports: {
      costs: report({
        summary: "Costs.",
        input: z.strictObject({ asAt: z.iso.date().optional() }),
        needs: [],
        example: { input: {} },
        build: () => Effect.die("unused"),
      }),
    },
    feeds: {
      lux: feed({
        summary: "Lamps as a linked feed.",
        needs: [],
        handle: () => Effect.succeed({ status: 200, mediaType: "text/plain", body: "" }),
      }),
    },
    exports: {
      list: exporter({
        summary: "List.",
        mediaType: "text/calendar; charset=utf-8",
        extension: "ics",
        input: none,
        needs: [],
        example: { input: {} },
        build: () => Effect.die("unused"),
      }),
    },
  }),
});

const describedFor: Record<"public" | "restricted" | "confidential", Document> = {} as never;

beforeAll(async () => {
  const loaded = await loadPlugin(
    { from: "lighting", settings: {} },
    [{ name: "lighting", summary: "", from: "lighting", load: async () => ({ default: plugin }) }],
    undefined,
  );
  const registry = makeRegistry([loaded], {}, () => {
    throw new Error("unused");
  });
  for (const clearance of ["public", "restricted", "confidential"] as const) {
    describedFor[clearance] = openApiDocument(registry, {
      clearance,
      title: "Lamps",
    }) as unknown as Document;
  }
});

describe("the OpenAPI document", () => {
  it.each(["public", "restricted", "confidential"] as const)(
    "is valid OpenAPI 3.1 for %s",
    async (clearance) => {
      const validator = new Validator();
      const result = await validator.validate(JSON.parse(JSON.stringify(describedFor[clearance])));
      expect(result).toMatchObject({ valid: true });
      expect(validator.version).toBe("3.1");
    },
  );

  it("names every operation once, and as they are named everywhere", () => {
    const ids = Object.values(describedFor.public.paths).flatMap((path) =>
      Object.values(path).flatMap(({ operationId }) => operationId ?? []),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.sort()).toEqual([
      "checks",
      "health",
      "lighting.copy",
      "lighting.exports.list",
      "lighting.feeds.lux",
      "lighting.feeds.lux.below",
      "lighting.gather",
      "lighting.lamp.create",
      "lighting.lamp.delete",
      "lighting.lamp.get",
      "lighting.lamp.history",
      "lighting.lamp.list",
      "lighting.lamp.patch",
      "lighting.lamp.replace",
      "lighting.reports.costs",
      "lighting.shine",
      "lighting.shine.get",
      "search",
      "trace",
    ]);
  });

  it("has the addresses of feeds, for everyone", () => {
    const { paths } = describedFor.public;
    expect(paths["/lux"]?.get).toMatchObject({ summary: "Lamps as a linked feed." });
    expect(paths["/lux/{path}"]?.parameters).toMatchObject([{ name: "path", in: "path" }]);
  });

  it("lets every field be absent that may be withheld, when it is read", () => {
    const { schemas } = describedFor.public.components;
    expect(schemas["lighting.lamp"]?.required?.sort()).toEqual([
      "faults",
      "id",
      "record",
      "shouted",
      "title",
    ]);
    const faults = schemas["lighting.lamp"]?.properties.faults as { items: { required: string[] } };
    expect(faults.items.required).toEqual(["what"]);
    expect(schemas["lighting.lamp.input"]?.required?.sort()).toEqual([
      "column",
      "faults",
      "id",
      "note",
      "owner",
      "shouted",
      "title",
    ]);
    expect(schemas["lighting.lamp"]?.properties.column).toMatchObject({
      "x-reference": ["lighting/column"],
    });
    expect(schemas["lighting.lamp"]?.properties.record).toMatchObject({
      required: ["version", "created", "modified"],
    });
  });

  it("tells of what exists for a clearance, and of nothing above it", () => {
    expect(describedFor.public.paths).not.toHaveProperty("/v1/lighting/hide");
    expect(describedFor.restricted.paths["/v1/lighting/hide"]?.post).toMatchObject({
      security: [{ bearer: [] }],
      "x-permission": "lighting:write",
    });
    const text = JSON.stringify(describedFor.public);
    expect(text).not.toContain("closed");
    expect(text).not.toContain("deep");
    expect(text).not.toContain("moothallClass");
    expect(JSON.stringify(describedFor.restricted)).toContain(
      '"closed":{"type":"string","x-publication-class":"restricted"}',
    );
    expect(JSON.stringify(describedFor.confidential)).toContain("deep");
  });

  it("gives a list the parameters that its fields make", () => {
    const names = describedFor.public.paths["/v1/lighting/lamp"]?.get?.parameters?.map(
      ({ name }) => name,
    );
    expect(names).toEqual([
      ...["title", "title-from", "title-to", "title-missing"],
      ...["fitted-on", "fitted-on-from", "fitted-on-to", "fitted-on-missing"],
      ...["lit", "lit-missing", "tags", "tags-missing"],
      ...["created-from", "created-to", "modified-from", "modified-to"],
      ...["touched-from", "touched-to"],
      ...["order", "limit", "cursor", "as-at", "format"],
    ]);
    const order = describedFor.public.paths["/v1/lighting/lamp"]?.get?.parameters?.find(
      ({ name }) => name === "order",
    );
    expect(order?.schema).toEqual({
      enum: [
        ...["id", "-id", "title", "-title", "fitted-on", "-fitted-on", "lit", "-lit"],
        ...["created", "-created", "modified", "-modified", "touched", "-touched"],
      ],
    });
  });

  it("names the words of an input as an address does", () => {
    const parameters = describedFor.public.paths["/v1/lighting/shine"]?.get?.parameters;
    expect(parameters).toMatchObject([
      { name: "how-long", in: "query", required: true, schema: { type: "integer" } },
      { name: "at", in: "query", schema: { enum: ["night", "day"], default: "night" } },
    ]);
    expect(
      describedFor.public.paths["/v1/lighting/copy"]?.post?.parameters?.map(({ name }) => name),
    ).toEqual(["start"]);
  });
});
