import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { deadLinks } from "./dead-links.ts";

const root = mkdtempSync(join(tmpdir(), "moothall-links-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(root, name), text);

test("links that lead nowhere are found, with their line, and no others", () => {
  mkdirSync(join(root, "docs"));
  write("README.md", "# House\n\n[in](docs) [page](docs/page.md#two-words-1) [up](#house)\n");
  write(
    "docs/page.md",
    [
      "# `Two` words",
      "",
      "## Two words",
      "",
      '<a id="here"></a> [a](#here) [b](../README.md) [c](https://example.org/x) <https://example.org>',
      "",
      "```md",
      "[shown](as-an-example.md)",
      "```",
      "",
      "[d](gone.md) [e](../README.md#gone) [f](#two-words-2) [g](/docs/page.md) ![h](gone.png)",
      "",
      "[i](../../outside.md) [j](https://nowhere) [k](ftp://example.org) [l][m]",
      "",
      "[m]: gone-too.md",
      "",
      '<img src="picture.svg">',
    ].join("\n"),
  );
  const found = deadLinks(root, ["README.md", "docs/page.md"]);
  expect(found.map(({ page, line, target }) => `${page}:${line} ${target}`)).toEqual([
    "docs/page.md:11 gone.md",
    "docs/page.md:11 ../README.md#gone",
    "docs/page.md:11 #two-words-2",
    "docs/page.md:11 /docs/page.md",
    "docs/page.md:11 gone.png",
    "docs/page.md:13 ../../outside.md",
    "docs/page.md:13 https://nowhere",
    "docs/page.md:13 ftp://example.org",
    "docs/page.md:15 gone-too.md",
    "docs/page.md:17 picture.svg",
  ]);
});
