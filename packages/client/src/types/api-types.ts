import { propertyName, type Schema, typeScriptOf } from "./typescript-of.ts";

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}
interface Content {
  readonly [mediaType: string]: { readonly schema?: Schema };
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const json = "application/json";
const jsonLines = "application/x-ndjson";

/**
 * The types of a service, from its OpenAPI document: one table for each kind of address. Words of the
 * document stand in them as text alone, whoever wrote it.
 *
 * @param heading What the file says of itself in its first line.
 */
export function apiTypes(document: ApiDocument, heading: string): string {
  const typeOf = (schema: unknown): string =>
    typeScriptOf(schema, (name) => `Schemas[${JSON.stringify(name)}]`);
  const tables: Record<Table, string[]> = {
    Resources: [],
    Operations: [],
    Questions: [],
    FileOperations: [],
    Reports: [],
    Exports: [],
  };
  const add = (table: Table, name: string, summary: string, fields: Record<string, string>) =>
    tables[table].push(
      `  /** ${comment(summary)} */\n  ${JSON.stringify(name)}: {\n${Object.entries(fields)
        .map(([field, type]) => `    ${field}: ${type};\n`)
        .join("")}  };\n`,
    );
  const queryOf = ({ parameters = [] }: Operation): string => {
    const fields = parameters
      .filter((each) => each.in === "query" && each.name !== "format" && each.name !== "cursor")
      .map(({ name, schema, required }) => {
        const type = typeOf(schema);
        // A word that may stand several times may stand once.
        const words = schema?.type === "array" ? `${typeOf(schema.items)} | ${type}` : type;
        return `${propertyName(name)}${required === true ? "" : "?"}: ${words}`;
      });
    return fields.length === 0 ? "Record<string, never>" : `{ ${fields.join("; ")} }`;
  };
  for (const [path, { get, post }] of Object.entries(document.paths)) {
    const [, name, place] = /^\/v1\/([^/{]+\/(?:(reports|exports)\/)?[^/{]+)$/.exec(path) ?? [];
    if (name === undefined) continue;
    if (place !== undefined && get !== undefined) {
      const table = place === "reports" ? "Reports" : "Exports";
      add(table, name.replace(`/${place}/`, "/"), get.summary, { query: queryOf(get) });
    } else if (get !== undefined && `${path}/{id}` in document.paths) {
      const schema = name.replace("/", ".");
      const { [schema]: read, [`${schema}.input`]: write } = document.components.schemas;
      add("Resources", name, String(read?.description ?? name), {
        read: read === undefined ? "unknown" : `Schemas[${JSON.stringify(schema)}]`,
        // Who may only read is not told how to write.
        write: write === undefined ? "never" : `Schemas[${JSON.stringify(`${schema}.input`)}]`,
        query: queryOf(get),
      });
    } else if (post !== undefined) {
      const { content = {} } = post.responses["200"] ?? {};
      const output = typeOf((content[json] ?? content[jsonLines])?.schema);
      const body = post.requestBody?.content[json];
      if (body === undefined) {
        add("FileOperations", name, post.summary, {
          query: queryOf(post),
          output,
          answers: jsonLines in content ? '"lines"' : '"whole"',
        });
      } else {
        const input = typeOf(body.schema);
        add("Operations", name, post.summary, {
          input: post.requestBody?.required === true ? input : `${input} | undefined`,
          output,
        });
      }
      if (get !== undefined) add("Questions", name, get.summary, { query: queryOf(get), output });
    }
  }
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) => `  ${JSON.stringify(name)}: ${typeOf(schema)};\n`,
  );
  return [
    `// ${oneLine(heading)}\n`,
    `/** The parts that the others are made of. */\nexport interface Schemas {\n${schemas.join("")}}\n`,
    ...(Object.keys(tables) as Table[]).map(
      (table) =>
        `/** ${described[table]} */\nexport interface ${table} {\n${tables[table].join("")}}\n`,
    ),
  ].join("\n");
}

const described = {
  Resources: "Kinds of record, by `plugin/resource`: what is read, what is written, how to choose.",
  Operations: "Operations, by `plugin/operation`: JSON in, JSON out.",
  Questions: "Operations whose input an address can hold, so that their answers may be cached.",
  FileOperations: "Operations over a file, whose other input stands in the address.",
  Reports: "Reports, by `plugin/report`.",
  Exports: "Exports, by `plugin/export`.",
} as const;

type Table = keyof typeof described;

const oneLine = (text: string): string => text.replace(/\s+/g, " ");

const comment = (text: string): string => oneLine(text).replaceAll("*/", "*\\/");
