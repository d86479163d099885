import type * as z from "zod";
import type { PublicationClass } from "../publication.ts";

const key = "moothallClass";

/** Says the class of a part of an operation's output: it is left out for callers below it. */
export const classified = <Schema extends z.ZodType>(
  schema: Schema,
  of: PublicationClass,
): Schema => schema.meta({ ...schema.meta(), [key]: of });

/** The class that was said of a schema, or undefined. */
export const classOfSchema = (schema: z.ZodType): PublicationClass | undefined =>
  schema.meta()?.[key] as PublicationClass | undefined;
