import { hash } from "node:crypto";
import type { PublicationClass } from "@moothall/core";
import type { StoredPage } from "@moothall/core/store";

/**
 * The entity tag of a record. It names the clearance, because each sees a version of its own: a tag
 * that was read with one is never taken for that of another.
 */
export const recordTag = (clearance: PublicationClass, version: number): string =>
  `"${clearance}-${version}"`;

/** The entity tag of a page: what a clearance sees of a version of a record is always the same text. */
export const pageTag = (clearance: PublicationClass, { items, next }: StoredPage): string =>
  textTag(`${clearance} ${next} ${items.map(({ id, version }) => `${id} ${version}`).join(" ")}`);

export const textTag = (text: string): string =>
  `"${hash("sha256", text, "base64url").slice(0, 22)}"`;

/** The tag of what says the same each time, but is not made of the same bytes. */
export const weakTag = (text: string): string => `W/${textTag(text)}`;

/** Whether `If-None-Match` names this tag (RFC 9110, 13.1.2: the weak comparison). */
export const namesTag = (header: string, tag: string): boolean =>
  header.trim() === "*" || tagsOf(header).some((each) => strong(each) === strong(tag));

const strong = (tag: string): string => tag.replace(/^W\//, "");

/**
 * The versions that `If-Match` names for this clearance (the strong comparison): `any` for `*`. A
 * tag of something else stands as 0, a version that no record ever has.
 */
export function versionsOf(header: string, clearance: PublicationClass): "any" | readonly number[] {
  if (header.trim() === "*") return "any";
  const tags = tagsOf(header).map((tag) =>
    tag.startsWith(`"${clearance}-`) && /-[1-9][0-9]{0,14}"$/.test(tag)
      ? Number(tag.slice(clearance.length + 2, -1))
      : 0,
  );
  return tags.length === 0 ? [0] : tags;
}

const tagsOf = (header: string): readonly string[] =>
  header.match(/(?:W\/)?"[\x21\x23-\x7e\x80-\uffff]*"/g) ?? [];
