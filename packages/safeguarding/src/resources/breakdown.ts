import { MoothallError } from "@moothall/core";
import * as z from "zod";

const pattern =
  /^[a-z0-9]+(?:-[a-z0-9]+)*=[a-z0-9]+(?:-[a-z0-9]+)*(?:;[a-z0-9]+(?:-[a-z0-9]+)*=[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

/**
 * The categories that a figure is of, as one text that can be filtered by: `gender=female` or
 * `age=under-18;gender=female`, dimensions in the order of the alphabet. Left out for the total.
 */
export const breakdown = () =>
  z
    .string()
    .regex(pattern, "must be dimension=category, such as gender=female;place=custody")
    .refine(
      (text) => text === formatBreakdown(splitBreakdown(text)),
      "must name its dimensions in the order of the alphabet, each once",
    )
    .meta({ description: "Categories that the figure is of: gender=female" });

/** `gender=female` → a map of dimension to category; of a total, an empty one. */
export function parseBreakdown(text: string | undefined): ReadonlyMap<string, string> {
  if (text === undefined) return new Map();
  if (pattern.test(text)) return splitBreakdown(text);
  throw new MoothallError({
    code: "core/bad-input",
    message: `'${text}' is not a breakdown.`,
    hint: "Write dimension=category, such as gender=female;place=custody.",
  });
}

const splitBreakdown = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(";").map((part) => part.split("=") as [string, string]));

/** Undefined for the total. */
export const formatBreakdown = (categories: ReadonlyMap<string, string>): string | undefined =>
  categories.size === 0
    ? undefined
    : [...categories]
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
        .map(([dimension, category]) => `${dimension}=${category}`)
        .join(";");

/** The breakdown with one category more. */
export const within = (
  text: string | undefined,
  dimension: string,
  category: string,
): string | undefined => formatBreakdown(new Map([...parseBreakdown(text), [dimension, category]]));
