import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";

/** What the sources of a package say of a field of a record, above the line that declares it. */
export type FieldDocs = (resource: string, path: string) => string | undefined;

/**
 * Reads the doc comments of the fields that a package declares. A field is known by the file that is
 * named for its resource and its path in there; elsewhere only if one place in the package has a
 * field of that name, so that none is told what is said of another.
 */
export function fieldDocs(folder: string): FieldDocs {
  const byPath = new Map<string, string | undefined>();
  const byName = new Map<string, (string | undefined)[]>();
  for (const file of sourcesUnder(folder)) {
    const resource = basename(file, ".ts");
    const source = ts.createSourceFile(
      file,
      readFileSync(file, "utf8"),
      ts.ScriptTarget.Latest,
      true,
    );
    const visit = (node: ts.Node, path: readonly string[]): void => {
      const name = fieldName(node);
      const here = name === undefined ? path : [...path, name];
      if (name !== undefined) {
        const words = docOf(node);
        byPath.set(`${resource} ${here.join(".")}`, words);
        byName.set(name, [...(byName.get(name) ?? []), words]);
      }
      ts.forEachChild(node, (child) => visit(child, here));
    };
    visit(source, []);
  }
  return (resource, path) => {
    const plain = path.replaceAll("[]", "");
    const exact = byPath.get(`${resource} ${plain}`);
    if (exact !== undefined) return exact;
    const [only, ...others] = byName.get(plain.split(".").at(-1) ?? "") ?? [];
    return others.length === 0 ? only : undefined;
  };
}

const sourcesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .sort()
    .map((file) => join(folder, file));

/** The name of a property whose value is a schema: a call such as `z.string()` or `money()`. */
function fieldName(node: ts.Node): string | undefined {
  if (!ts.isPropertyAssignment(node) || !ts.isCallExpression(node.initializer)) return undefined;
  return ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : undefined;
}

function docOf(node: ts.Node): string | undefined {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return ts.getTextOfJSDocComment(doc?.comment)?.replaceAll(/\s+/g, " ").trim();
}
