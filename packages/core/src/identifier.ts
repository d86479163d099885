import * as z from "zod";
import { MoothallError } from "./error.ts";
import { shared } from "./shared-schema.ts";

const idPattern = /^[a-z0-9][a-z0-9._-]{0,199}$/;
/** Its first part has a letter, so that a printed day such as `01/04/15` is no reference. */
const referencePattern =
  /^(?=[0-9-]*[a-z])([a-z0-9]+(?:-[a-z0-9]+)*)\/([a-z0-9]+(?:-[a-z0-9]+)*)\/([a-z0-9][a-z0-9._-]{0,199})$/;
const namePattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The id of a record within its kind: lower-case letters, digits, `.`, `_`, `-`, 200 at most. It
 * says whose it is, since a date or a number alone collides across bodies: `opcc.2017-13`.
 */
export const identifier = shared(() =>
  z
    .string()
    .regex(
      idPattern,
      "must be lower-case letters, digits, '.', '_' or '-', starting with a letter or digit",
    )
    .meta({ description: "Identifier, unique within its kind, such as opcc.2017-13" }),
);

/** A kind of record, `plugin/resource`, such as `procurement/contract`. */
export type Kind = `${string}/${string}`;

/** A reference to a record, `plugin/resource/id`, such as `meetings/decision/opcc.2017-13`. */
export type Reference = `${string}/${string}/${string}`;

export interface ReferenceParts {
  readonly plugin: string;
  readonly resource: string;
  readonly kind: Kind;
  readonly id: string;
}

/**
 * A field that points at a record. `kinds` narrows what it may point at: a whole kind
 * (`meetings/decision`) or, without a slash, any kind of that plugin.
 */
export const reference = (...kinds: readonly string[]) =>
  z
    .string()
    .regex(
      kinds.length === 0
        ? referencePattern
        : new RegExp(
            `^(?:${kinds.map((kind) => (kind.includes("/") ? kind : `${kind}/[a-z0-9-]+`)).join("|")})/[a-z0-9][a-z0-9._-]{0,199}$`,
          ),
      kinds.length === 0
        ? "must be a reference of the form plugin/resource/id"
        : `must be a reference of the form ${kinds.map((kind) => `${kind}/id`).join(" or ")}`,
    )
    .meta({
      description: `Reference to a record${kinds.length === 0 ? "" : ` (${kinds.join(", ")})`}`,
      // For JSON Schemas made from it: what it may point at, `*` for any kind.
      "x-reference": kinds.length === 0 ? ["*"] : kinds,
    });

export const isIdentifier = (value: unknown): value is string =>
  typeof value === "string" && idPattern.test(value);

/** Names of plugins, resources, operations, reports, exports, checks and rules. */
export const isName = (value: unknown): value is string =>
  typeof value === "string" && value.length <= 60 && namePattern.test(value);

export const isReference = (value: unknown): value is Reference =>
  typeof value === "string" && value.length <= 330 && referencePattern.test(value);

/** @throws MoothallError `core/bad-input` when the text is not a reference. */
export function parseReference(text: string): ReferenceParts {
  const match = referencePattern.exec(text);
  if (match === null) {
    throw new MoothallError({
      code: "core/bad-input",
      message: `'${text}' is not a reference.`,
      hint: "Write plugin/resource/id, such as meetings/decision/opcc.2017-13.",
    });
  }
  const [, plugin, resource, id] = match as unknown as [string, string, string, string];
  return { plugin, resource, kind: `${plugin}/${resource}`, id };
}

export const referenceTo = (kind: Kind, id: string): Reference => `${kind}/${id}` as Reference;
