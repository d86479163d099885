import { builtInPlugins } from "../../apps/cli/src/built-in.generated.ts";
import { httpErrors } from "../../apps/http/src/errors.ts";
import {
  builtInRules,
  createHost,
  loadPlugin,
  type Registry,
} from "../../packages/host/src/index.ts";
import { openApiDocument } from "../../packages/host/src/openapi.ts";
import { commandsPage } from "./commands-page.ts";
import { code, table } from "./markdown.ts";
import { pluginPage } from "./plugin-page.ts";
import type { JsonSchema } from "./schema-words.ts";

const generated = "<!-- Generated from the declarations by `pnpm generate`. Do not edit. -->";

/** The pages of the reference by file name, made from the built-in plugins alone. */
export async function referencePages(): Promise<ReadonlyMap<string, string>> {
  const registry = await loadRegistry();
  const document = openApiDocument(registry, { clearance: "confidential", title: "Moothall" });
  const { schemas } = document.components as { schemas: Record<string, JsonSchema> };
  const pages: [string, string][] = [
    ["README.md", indexPage(registry)],
    ["commands.md", await commandsPage()],
    ["errors.md", errorsPage(registry)],
    ["rules.md", rulesPage(registry)],
  ];
  for (const plugin of registry.plugins)
    pages.push([`${plugin.name}.md`, await pluginPage(plugin, schemas)]);
  return new Map(pages.map(([name, text]) => [name, `${generated}\n\n${text.trim()}\n`]));
}

async function loadRegistry(): Promise<Registry> {
  const plugins = await Promise.all(
    builtInPlugins.map(({ from }) => loadPlugin({ from, settings: {} }, builtInPlugins, undefined)),
  );
  const { registry } = createHost({
    plugins,
    openStore: () => Promise.reject(new Error("The reference holds no records.")),
  });
  const [fault] = registry.faults;
  if (fault !== undefined) throw fault.error;
  return registry;
}

const indexPage = ({ plugins }: Registry): string => `# Reference

What there is, taken from what the plugins declare. Addresses under \`/v1\`, the commands and the OpenAPI document (\`/openapi.json\` of a running service) follow from the same declarations.

${table(
  ["Page", "What it lists"],
  [
    ["[Commands](commands.md)", "every command of `moothall` and its flags"],
    ["[Errors](errors.md)", "every code, with its HTTP status and exit code"],
    ["[Rules](rules.md)", "everything that `moothall check` may find"],
    ...plugins.map(({ name, summary }) => [`[${name}](${name}.md)`, summary]),
  ],
)}

The types and functions of each package: \`pnpm run docs\` writes them to \`docs/reference/api\`.`;

function errorsPage({ plugins, errors }: Registry): string {
  const owners = ["core", "http", ...plugins.map(({ name }) => name)];
  const rows = Object.entries({ ...errors, ...httpErrors });
  return `# Errors

A code is permanent. Over HTTP an error is \`application/problem+json\` with the status; on the command line it ends with the exit code. A service explains each of its codes at \`/errors/OWNER/NAME\`.

${owners
  .map((owner) => {
    const own = rows.filter(([name]) => name.startsWith(`${owner}/`));
    return own.length === 0
      ? ""
      : `## ${owner}\n\n${table(
          ["Code", "What happened", "HTTP status", "Exit code"],
          own.map(([name, { title, status, exit }]) => [
            code(name),
            title,
            String(status),
            String(exit),
          ]),
        )}`;
  })
  .filter((section) => section !== "")
  .join("\n\n")}`;
}

function rulesPage({ checks, plugins }: Registry): string {
  return `# Rules

What \`moothall check\` and \`/v1/checks\` may find. A finding names its rule, the record, what was compared and, where there is something to do, what. Its severity is decided by the case:

- **error**: it cannot be true, or may not be;
- **warning**: it is unlikely, or worth a look;
- **note**: it is for information.

## core

These hold for records of every kind.

${rulesTable(builtInRules)}

${plugins
  .map(({ name }) => {
    const own = checks.filter(({ plugin }) => plugin === name);
    return `## ${name}\n\n${own
      .map(
        (check) =>
          `### ${name}: ${check.name}\n\n${check.declaration.summary}\n\n${rulesTable(check.declaration.rules)}`,
      )
      .join("\n\n")}`;
  })
  .join("\n\n")}`;
}

const rulesTable = (rules: Readonly<Record<string, string>>): string =>
  table(
    ["Rule", "What it says"],
    Object.entries(rules).map(([rule, words]) => [code(rule), words]),
  );
