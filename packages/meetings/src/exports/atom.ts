import type { Publication } from "../resources/publication.ts";

export interface AtomFeed {
  /** An address or a URN that stays the feed's own. */
  readonly id: string;
  readonly title: string;
  readonly names: ReadonlyMap<string, string>;
}

/** What was published, latest first, as an Atom feed (RFC 4287). */
export function atomOf(publications: readonly Publication[], feed: AtomFeed): string {
  const entries = publications.toSorted(
    (left, right) => Date.parse(right.at) - Date.parse(left.at),
  );
  // Of a feed without entries it is not known since when it has none.
  const updated = entries[0]?.at ?? new Date(0).toISOString();
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    element("id", feed.id),
    element("title", feed.title),
    element("updated", updated),
    element("generator", "Moothall"),
    ...entries.map((each) => entryOf(each, feed)),
    "</feed>",
    "",
  ].join("\n");
}

const entryOf = (publication: Publication, { names }: AtomFeed): string =>
  [
    "<entry>",
    element("id", `urn:moothall:meetings:publication:${publication.id}`),
    element("title", publication.title),
    element("updated", publication.at),
    element("published", publication.at),
    `<author>${element("name", names.get(publication.body) ?? publication.body)}</author>`,
    `<category term="${escapeXml(publication.what)}"/>`,
    // An entry without a link has content (RFC 4287, 4.1.2): a file does not know where it will lie.
    `<content type="text">${escapeXml(contentOf(publication))}</content>`,
    "</entry>",
  ].join("\n");

function contentOf({ id, title, items, changes, urgency }: Publication): string {
  const lines = items.map(
    ({ number, title }) => `${[number, title ?? "Not for publication"].filter(Boolean).join(" ")}`,
  );
  const added =
    changes === undefined
      ? []
      : [
          `${changes.added.length} added, ${changes.changed.length} changed, ${changes.removed.length} removed.`,
        ];
  const late = urgency?.circumstances === undefined ? [] : [`Urgent: ${urgency.circumstances}`];
  return [title, ...added, ...late, ...lines, `meetings/publication/${id}`].join("\n");
}

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text as XML 1.0 can hold it: characters that it cannot are left out. */
const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character);
