import { isMoothallError } from "../../../error.ts";
import type { Kind, Reference } from "../../../identifier.ts";
import type { PublicationClass } from "../../../publication.ts";
import type { Fields } from "../../fields.ts";
import type { ListQuery, Store } from "../../store.ts";
import { collected, day, models } from "./contract-case.ts";

export interface Asked {
  readonly kinds: readonly Kind[];
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  /** Moments to ask for as-at views of. */
  readonly moments: readonly string[];
}

/** All that a clearance can get out of a store, method by method; errors by their message. */
export async function everythingSeen(
  store: Store,
  clearance: PublicationClass,
  asked: Asked,
): Promise<Record<string, unknown>> {
  const told: Record<string, unknown> = {};
  const ask = async (name: string, work: () => unknown) => {
    try {
      told[name] = await work();
    } catch (cause) {
      if (!isMoothallError(cause)) throw cause;
      told[name] = { error: cause.message, hint: cause.hint, at: cause.at };
    }
  };
  const references = asked.kinds.flatMap((kind) =>
    asked.ids.map((id) => `${kind}/${id}` as Reference),
  );
  for (const kind of asked.kinds) {
    for (const id of asked.ids) {
      await ask(`get ${kind}/${id}`, () => store.get(clearance, kind, id));
      await ask(`history ${kind}/${id}`, () => store.history(clearance, kind, id));
      for (const at of asked.moments)
        await ask(`get ${kind}/${id} ${at}`, () => store.getAsAt(clearance, kind, id, at));
    }
    for (const query of queriesOf(kind, asked))
      await ask(`list ${kind} ${JSON.stringify(query)}`, () =>
        allPages(store, clearance, kind, query),
      );
    await ask(`iterate ${kind}`, () => collected(store.iterate(clearance, kind, {})));
    for (const query of aggregatesOf(kind))
      await ask(`aggregate ${kind} ${JSON.stringify(query)}`, () =>
        store.aggregate(clearance, kind, query),
      );
  }
  for (const text of asked.texts) {
    await ask(`search ${text}`, () => allHits(store, clearance, text));
    await ask(`search first kind ${text}`, () =>
      store.search(clearance, { text, kinds: asked.kinds.slice(0, 1) }),
    );
  }
  await ask("counts", async () => [...(await store.counts(clearance))]);
  await ask("visible", async () => [...(await store.visible(clearance, references))]);
  for (const reference of references)
    await ask(`referrers ${reference}`, () => store.referrers(clearance, reference));
  return told;
}

const fieldsOf = (kind: Kind) => models.find((model) => model.kind === kind)?.fields ?? {};

function queriesOf(kind: Kind, { moments }: Asked): ListQuery[] {
  const queries: ListQuery[] = [
    { limit: 2 },
    { deleted: "only" },
    { deleted: "included", limit: 2 },
    ...moments.map(
      (value): ListQuery => ({
        where: [{ field: "modified", is: "at-least", value }],
        deleted: "included",
      }),
    ),
  ];
  for (const [field, { many }] of Object.entries({ ...fieldsOf(kind), ...times })) {
    queries.push({ where: [{ field, is: "missing" }] });
    if (many === true) continue;
    queries.push({ order: { field, direction: "ascending" }, limit: 2 });
    queries.push({ order: { field, direction: "descending" } });
  }
  return [...queries, ...moments.map((asAt) => ({ asAt, limit: 2 }))];
}

const times: Fields = {
  created: { type: "instant" },
  modified: { type: "instant" },
  touched: { type: "instant" },
};

const aggregatesOf = (kind: Kind) => {
  const names = Object.entries({ ...fieldsOf(kind), ...times }).filter(
    ([, { many }]) => many !== true,
  );
  const told = names.filter(([, { type }]) => type !== "boolean").map(([name]) => name);
  return [
    { least: told, greatest: told },
    ...names.map(([name]) => ({ groupBy: [name] })),
    {
      sum: names
        .filter(([, { type }]) => type === "decimal" || type === "integer")
        .map(([name]) => name),
    },
  ];
};

async function allPages(
  store: Store,
  clearance: PublicationClass,
  kind: Kind,
  query: ListQuery,
): Promise<unknown[]> {
  const pages: unknown[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.list(clearance, kind, {
      ...query,
      ...(cursor === null ? {} : { cursor }),
    });
    cursor = page.next;
    // What a cursor holds is told as well.
    pages.push(page, cursor === null ? null : decoded(cursor));
  } while (cursor !== null);
  return pages;
}

async function allHits(
  store: Store,
  clearance: PublicationClass,
  text: string,
): Promise<unknown[]> {
  const hits: unknown[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.search(clearance, {
      text,
      limit: 2,
      ...(cursor === null ? {} : { cursor }),
    });
    cursor = page.next;
    hits.push(...page.items, cursor === null ? null : decoded(cursor));
  } while (cursor !== null);
  return hits;
}

const decoded = (cursor: string): string => Buffer.from(cursor, "base64url").toString("utf8");

export const moments = [0, 1, 2, 3, 4, 5, 6, 30].map((number) => day(number + 1));
