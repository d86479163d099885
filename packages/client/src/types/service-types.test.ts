import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { serviceTypes } from "./service-types.ts";

const answer = (schema: object) => ({
  "200": { content: { "application/json": { schema } } },
});

/** A document with the same words wherever an author may put words of their own. */
const documentWith = (word: string, name: string = word) => ({
  openapi: "3.1.1",
  info: { title: word },
  paths: {
    "/v1/lights/fault": {
      get: {
        summary: word,
        parameters: [{ name, in: "query", schema: { type: "string", enum: [word] } }],
        responses: answer({}),
      },
    },
    "/v1/lights/fault/{id}": { get: { summary: word, responses: answer({}) } },
    "/v1/lights/days-open": {
      post: {
        summary: word,
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
        },
        responses: answer({ const: word }),
      },
    },
    "/v1/lights/exports/lines": { get: { summary: word, responses: {} } },
  },
  components: {
    schemas: {
      [name]: { type: "object", properties: { [name]: { type: "string" } }, required: [name] },
      "lights.fault": { type: "object", description: word, properties: { [name]: {} } },
    },
  },
});

/** What a file declares, from its syntax alone. */
function declaredIn(text: string): string[] {
  const file = ts.createSourceFile("api.ts", text, ts.ScriptTarget.Latest);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly unknown[] };
  expect(parseDiagnostics).toEqual([]);
  return file.statements.map((each) =>
    ts.isInterfaceDeclaration(each) || ts.isTypeAliasDeclaration(each)
      ? each.name.text
      : ts.SyntaxKind[each.kind],
  );
}

const expected = [
  "Schemas",
  "Resources",
  "Operations",
  "Questions",
  "FileOperations",
  "Reports",
  "Exports",
  "Table",
  "ServiceApi",
];

const hostile = [
  '*/ import "node:fs"; /*',
  "*/}\nexport const stolen = 1;/*",
  '"; declare const stolen: 1; "',
  "`;export const stolen = 1;`",
  "a\u2028export const stolen = 1",
  "// \r\nexport const stolen = 1;",
  "__proto__",
];

describe("the types of a service", () => {
  it("hold words of the document as text, and no code of it", () => {
    for (const word of hostile)
      expect(declaredIn(serviceTypes(JSON.stringify(documentWith(word))) ?? "")).toEqual(expected);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (word, name) => {
        const text = serviceTypes(JSON.stringify(documentWith(word, name)));
        expect(declaredIn(text ?? "")).toEqual(expected);
      }),
    );
  });

  it("say of what may only be read that nothing can be written", () => {
    const text = serviceTypes(JSON.stringify(documentWith("days")));
    expect(text).toContain(
      '"lights/fault": {\n    read: Schemas["lights.fault"];\n    write: never;',
    );
    expect(text).toContain('input: Schemas["days"];\n    output: "days";');
  });

  it("are of no other document", () => {
    for (const text of ["", "<html>", "null", "[]", "{}", '{"openapi":"3.1.1","paths":{}}'])
      expect(serviceTypes(text)).toBeUndefined();
    const { paths, ...rest } = documentWith("days");
    const others = [
      { ...rest, paths: { "/pets": paths["/v1/lights/fault"] } },
      { ...rest, paths: { ...paths, "/v1/lights/fault": null } },
      { ...rest, paths: { ...paths, "/v1/lights/fault": { get: { summary: 1, responses: {} } } } },
      { ...rest, paths: { ...paths, "/v1/lights/fault": { get: { summary: "" } } } },
      { ...rest, paths, components: { schemas: { "lights.fault": 1 } } },
    ];
    for (const other of others) expect(serviceTypes(JSON.stringify(other))).toBeUndefined();
  });

  it("are made of any document, or refused, without failing", () => {
    const schema = fc.anything({ maxDepth: 3, withNullPrototype: false });
    fc.assert(
      fc.property(schema, schema, (first, second) => {
        const document = documentWith("days");
        Object.assign(document.components.schemas, { first });
        Object.assign(document.paths, { "/v1/lights/other": { post: second } });
        const text = serviceTypes(JSON.stringify(document));
        if (text !== undefined) expect(declaredIn(text)).toEqual(expected);
      }),
    );
  });
});
