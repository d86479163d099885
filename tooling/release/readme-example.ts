/** The first program of a page: what a reader tries first. */
export const firstExample = (page: string): string | undefined =>
  /^```ts\n([\s\S]*?)^```$/m.exec(page)?.[1];

/** The packages that a program imports or names, without Node's own. */
export const packagesOf = (program: string): string[] => [
  ...new Set(
    [...program.matchAll(/\bfrom\s+"([^"]+)"|"(@moothall\/[^"]+)"/g)]
      .map(([, imported, named]) => (imported ?? named) as string)
      .filter((name) => !name.startsWith("node:") && !name.startsWith("."))
      .map((name) =>
        name
          .split("/")
          .slice(0, name.startsWith("@") ? 2 : 1)
          .join("/"),
      ),
  ),
];
