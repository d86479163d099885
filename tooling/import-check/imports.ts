import ts from "typescript";

/** One place in a file that names another module. */
export interface Import {
  /** What is written between the quotes. */
  readonly specifier: string;
  /** Line, counted from 1. */
  readonly line: number;
  /** `import()` in an expression, which loads the module only when it is reached. */
  readonly lazy: boolean;
  /** `import * as name`: the name. */
  readonly namespace?: string;
}

/** Finds every import, export from, `import()` and `import()` type of a TypeScript file. */
export function importsOf(text: string): Import[] {
  const file = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest);
  const found: Import[] = [];
  const add = (node: ts.Node, rest: { lazy: boolean; namespace?: string }) => {
    if (!ts.isStringLiteralLike(node)) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push({ specifier: node.text, line: line + 1, ...rest });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const bindings = node.importClause?.namedBindings;
      const namespace =
        bindings && ts.isNamespaceImport(bindings) ? { namespace: bindings.name.text } : {};
      add(node.moduleSpecifier, { lazy: false, ...namespace });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      add(node.moduleSpecifier, { lazy: false });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, { lazy: false });
    } else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0]
    ) {
      add(node.arguments[0], { lazy: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
