export type SqlValue = string | number | bigint | boolean | null | readonly unknown[];

/** A piece of SQL with a question mark for each of its values. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export const joined = (parts: readonly Sql[], by: string): Sql => ({
  text: parts.map(({ text }) => text).join(by),
  values: parts.flatMap(({ values }) => values),
});

/** With `$1`, `$2` … as PostgreSQL numbers values. No statement of ours has a `?` of its own. */
export function numbered(text: string): string {
  let position = 0;
  return text.replace(/\?/g, () => {
    position += 1;
    return `$${position}`;
  });
}
