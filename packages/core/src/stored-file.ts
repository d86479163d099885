import * as z from "zod";
import { shared } from "./shared-schema.ts";

const digestPattern = /^[0-9a-f]{128}$/;

/** Whether it is a SHA-512 in hexadecimal, lower case. */
export const isFileDigest = (value: unknown): value is string =>
  typeof value === "string" && digestPattern.test(value);

/** No control characters, which have no place in a name or a header, and no separators of folders. */
const namePattern = /^[^\p{Cc}\p{Surrogate}\u2028\u2029/\\]+$/u;

/** A media type without parameters (RFC 6838, 4.2), in lower case. */
const mediaTypePattern = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/;

/**
 * The field of a record that names a file: its bytes are addressed by their SHA-512 and kept beside
 * the records, with the class and for as long as the record that names them. Where `url` is given the
 * bytes are not kept: they lie there.
 */
export const storedFile = shared(() =>
  z
    .strictObject({
      name: z
        .string()
        .max(200)
        .regex(namePattern, "must be a file name, without slashes and control characters"),
      mediaType: z
        .string()
        .regex(mediaTypePattern, "must be a media type, such as application/pdf"),
      /** Bytes. */
      size: z.int().min(0),
      sha512: z.string().regex(digestPattern, "must be a SHA-512 in hexadecimal"),
      url: z.url().optional(),
    })
    .meta({
      description: "A file, by the SHA-512 of its bytes; kept here unless it says where else",
      "x-stored-file": true,
    }),
);

export type StoredFile = z.output<ReturnType<typeof storedFile>>;

/** The files that a document names and whose bytes are kept, by digest: the first of equal ones. */
export function filesIn(
  value: unknown,
  found = new Map<string, StoredFile>(),
): ReadonlyMap<string, StoredFile> {
  if (typeof value !== "object" || value === null) return found;
  if (isStoredFile(value)) {
    if (!found.has(value.sha512)) found.set(value.sha512, value);
    return found;
  }
  for (const item of Object.values(value)) filesIn(item, found);
  return found;
}

function isStoredFile(value: object): value is StoredFile {
  const { name, mediaType, size, sha512, url } = value as Partial<StoredFile>;
  return (
    isFileDigest(sha512) &&
    typeof name === "string" &&
    typeof mediaType === "string" &&
    typeof size === "number" &&
    url === undefined
  );
}
