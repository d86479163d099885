import * as Effect from "effect/Effect";
import * as z from "zod";
import type { ContractCase } from "../contract-case.ts";
import { type ErrorTable, exitCodes, isMoothallError } from "../error.ts";
import { isName } from "../identifier.ts";
import { classOfSchema } from "../plugin/classified.ts";
import {
  contractVersion,
  type Declarations,
  type Operation,
  type Plugin,
  type Resource,
  reservedFields,
  reservedInputs,
  reservedNames,
  reservedPlugins,
  reservedPrefixes,
} from "../plugin/declaration.ts";
import { indexValues } from "../store/fields.ts";

/**
 * What every plugin must hold to, for its author's own tests, with any test runner:
 *
 * ```ts
 * for (const { name, hold } of pluginContract(plugin)) test(name, hold);
 * ```
 *
 * Settings are those of a council that configures nothing, unless given.
 */
export function pluginContract(plugin: Plugin, settings: unknown = {}): readonly ContractCase[] {
  const declare = (): Declarations => plugin.declare(plugin.settings.parse(settings) as never);
  const declarations = declare();
  const {
    resources = {},
    operations = {},
    reports = {},
    exports = {},
    checks = {},
    feeds = {},
    errors = {},
  } = declarations;
  return [
    one("is a plugin of a contract that this host knows", () => {
      demand(plugin.marker === "moothall-plugin", "it was not made with definePlugin");
      demand(
        plugin.contract <= contractVersion,
        `it is written for contract ${plugin.contract}; this is ${contractVersion}`,
      );
      demand(isName(plugin.name), `'${plugin.name}' is not a kebab-case name`);
      demand(!reservedPlugins.has(plugin.name), `'${plugin.name}' is a word of the apps`);
      demandSentence(plugin.summary, "the plugin's summary");
    }),
    one("declares the same each time", () => {
      const shape = (each: Declarations) =>
        JSON.stringify(
          Object.entries(each).map(([part, named]) => [part, Object.keys(named ?? {})]),
        );
      const again = declare();
      demand(shape(declarations) === shape(again), "declare(settings) must be pure");
    }),
    one("has names of its own", () => {
      for (const named of [resources, operations, reports, exports, checks, feeds]) {
        for (const [name, { summary }] of Object.entries(named)) {
          demand(isName(name), `'${name}' is not a kebab-case name`);
          demandSentence(summary, `the summary of '${name}'`);
        }
      }
      for (const name of [...Object.keys(resources), ...Object.keys(operations)])
        demand(!reservedNames.has(name), `'${name}' is a reserved word`);
      for (const name of Object.keys(operations))
        demand(!(name in resources), `'${name}' is both a resource and an operation`);
      for (const { input } of [operations, reports, exports].flatMap((each) => Object.values(each)))
        for (const field of Object.keys(input.shape))
          demand(!reservedInputs.has(field), `the input '${field}' is a word of the apps`);
      for (const prefix of Object.keys(feeds))
        demand(!reservedPrefixes.has(prefix), `the feed '${prefix}' has an address of the house`);
      for (const name of Object.keys(exports))
        demand(!(name in resources), `export '${name}' hides the records of that resource`);
    }),
    one("has a table of its errors", () => checkErrors(plugin.name, errors)),
    one("names its rules after itself", () => {
      for (const { rules } of Object.values(checks)) {
        for (const rule of Object.keys(rules))
          demand(
            rule.startsWith(`${plugin.name}/`) && isName(rule.slice(plugin.name.length + 1)),
            `rule '${rule}' is not of the form ${plugin.name}/kebab-case`,
          );
      }
    }),
    ...Object.entries(resources).map(([name, resource]) =>
      one(`resource ${name} keeps to its own schema`, () => checkResource(name, resource)),
    ),
    ...Object.entries(operations).map(([name, operation]) =>
      one(`operation ${name} can be described, and its example runs`, () =>
        checkOperation(name, operation, { ...errors }),
      ),
    ),
    ...Object.entries({ ...prefixed("report", reports), ...prefixed("export", exports) }).map(
      ([name, { input, example }]) =>
        one(`${name} can be described, and its example is accepted`, () => {
          describe(input, "input");
          accept(input, example.input, `the example of ${name}`);
        }),
    ),
  ];
}

const prefixed = <T>(word: string, named: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(named).map(([name, each]) => [`${word} ${name}`, each]));

function checkErrors(plugin: string, errors: ErrorTable): void {
  for (const [code, { title, status, exit }] of Object.entries(errors)) {
    demand(
      code.startsWith(`${plugin}/`) && isName(code.slice(plugin.length + 1)),
      `error '${code}' is not of the form ${plugin}/kebab-case`,
    );
    demand(title.length > 0, `error '${code}' has no title`);
    demand(
      Number.isInteger(status) && status >= 400 && status <= 599,
      `error '${code}' has status ${status}`,
    );
    demand(exitCodes.has(exit), `error '${code}' has exit code ${exit}, which means nothing`);
  }
}

function checkResource(
  name: string,
  { schema, example, fields = {}, columns = [], classify, byHand, withholds = [], body }: Resource,
): void {
  demand("id" in schema.shape, `${name} has no id: make its schema with record(…)`);
  demand(
    !("record" in schema.shape),
    `${name} has a field 'record', which is the store's own word`,
  );
  describe(schema, `the schema of ${name}`);
  const record = accept(schema, example, `the example of ${name}`) as Record<string, unknown>;
  for (const [field, declared] of Object.entries(fields)) {
    demand(!reservedFields.has(field), `field '${field}' of ${name} is a word of the apps`);
    const [top = ""] = (declared.pointer ?? `/${field}`).slice(1).split("/");
    demand(
      top in schema.shape,
      `field '${field}' looks at '${top}', which the schema of ${name} does not have`,
    );
    const values = indexValues(field, declared, record);
    demand(
      declared.many === true || values.length <= 1,
      `field '${field}' of ${name} has several values in the example and is not declared as many`,
    );
  }
  for (const column of columns)
    demand(
      (column.split(".")[0] as string) in schema.shape,
      `column '${column}' is not a field of ${name}`,
    );
  if (body !== undefined)
    demand(
      (body.slice(1).split("/")[0] as string) in schema.shape,
      `${name} has no field '${body}'`,
    );
  // Relations speak of printed figures; what tells of a withheld one is withheld with it.
  demand(
    !withholds.includes("/printed") || withholds.includes("/relations"),
    `${name} withholds '/printed' and not '/relations'`,
  );
  // What --help shows for `create` has to work.
  byHand?.(record as never, undefined);
  const paths = Object.keys(classify?.(record as never).paths ?? {});
  for (const path of paths) {
    const fits = withholds.some((pattern) =>
      new RegExp(`^${pattern.replaceAll("*", "[^/]+")}$`).test(path),
    );
    demand(fits, `classify of ${name} withholds '${path}', which is not in withholds`);
  }
}

async function checkOperation(
  name: string,
  operation: Operation,
  errors: ErrorTable,
): Promise<void> {
  describe(operation.input, `the input of ${name}`);
  describe(operation.output, `the output of ${name}`);
  demand(
    operation.findings === undefined || operation.writes !== undefined,
    `${name} answers findings and does not say under which name: declare 'writes'`,
  );
  const input = accept(operation.input, operation.example.input, `the example of ${name}`);
  // What needs services is tried with a host; what needs none can be tried here and now.
  if (
    operation.needs.length > 0 ||
    (operation.reads !== undefined && operation.example.items === undefined)
  )
    return;
  const answered = await Effect.runPromise(
    operation.handler(input as never, items(operation.example.items ?? [])),
  ).catch((error: unknown) => {
    throw isMoothallError(error) && error.code in errors
      ? new Error(`the example of ${name} fails: ${error.message}`)
      : error;
  });
  if (operation.writes !== undefined) {
    for await (const item of answered as AsyncIterable<unknown>)
      accept(operation.output, item, `an item that ${name} answers`);
  } else {
    const output =
      operation.mode === "write" ? (answered as { readonly output: unknown }).output : answered;
    accept(operation.output, output, `the answer of ${name} to its example`);
  }
}

async function* items(values: readonly unknown[]): AsyncIterable<unknown> {
  yield* values;
}

/** A JSON Schema is what the OpenAPI document and the reference are made of. */
function describe(schema: z.ZodType, what: string): void {
  try {
    z.toJSONSchema(schema, {
      io: "input",
      unrepresentable: classOfSchema(schema) === undefined ? "throw" : "any",
    });
  } catch (error) {
    throw new Error(`${what} cannot be described as JSON Schema: ${(error as Error).message}`);
  }
}

function accept(schema: z.ZodType, value: unknown, what: string): unknown {
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw new Error(`${what} is not accepted by its own schema: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function demandSentence(text: string, what: string): void {
  demand(
    text.length > 0 && text === text.trim() && text.endsWith("."),
    `${what} is not a sentence: '${text}'`,
  );
}

function demand(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}

const one = (name: string, hold: () => void | Promise<void>): ContractCase => ({
  name,
  hold: async () => hold(),
});
