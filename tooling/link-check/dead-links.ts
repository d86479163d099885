import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import GithubSlugger from "github-slugger";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";

export interface DeadLink {
  /** Path from the root, with forward slashes. */
  readonly page: string;
  readonly line: number;
  readonly target: string;
  readonly fault: string;
}

interface Page {
  readonly links: readonly { readonly line: number; readonly target: string }[];
  readonly anchors: ReadonlySet<string>;
}

/** The links of these pages, by their paths from the root, that lead nowhere. */
export function deadLinks(root: string, pages: readonly string[]): readonly DeadLink[] {
  const read = new Map<string, Page>();
  const pageAt = (path: string): Page => {
    const known = read.get(path) ?? readPage(readFileSync(join(root, path), "utf8"));
    read.set(path, known);
    return known;
  };
  return pages.flatMap((page) =>
    pageAt(page).links.flatMap(({ line, target }) => {
      const fault = faultOf(root, page, target, pageAt);
      return fault === undefined ? [] : [{ page, line, target, fault }];
    }),
  );
}

function readPage(text: string): Page {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  const links: { line: number; target: string }[] = [];
  visit(fromMarkdown(text), (node) => {
    const line = node.position?.start.line ?? 0;
    if (node.type === "heading") anchors.add(slugger.slug(textOf(node)));
    else if (node.type === "link" || node.type === "image" || node.type === "definition")
      links.push({ line, target: node.url });
    else if (node.type === "html") {
      for (const [, name, value = ""] of node.value.matchAll(/\b(id|name|href|src)="([^"]*)"/g)) {
        if (name === "href" || name === "src") links.push({ line, target: value });
        else anchors.add(value);
      }
    }
  });
  return { links, anchors };
}

function faultOf(
  root: string,
  page: string,
  target: string,
  pageAt: (path: string) => Page,
): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return faultOfAddress(target);
  if (target.startsWith("/")) return "a path from the root means something else on every site";
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? page : posix.join(dirname(page), decodeURIComponent(path));
  const place = join(root, file);
  if (relative(root, place).startsWith(`..${sep}`)) return "it leaves the repository";
  if (!existsSync(place)) return "there is no such file";
  if (anchor === undefined) return undefined;
  const shown = statSync(place).isDirectory() ? posix.join(file, "README.md") : file;
  if (!shown.endsWith(".md")) return undefined;
  if (!existsSync(join(root, shown))) return "there is no page with headings";
  return pageAt(shown).anchors.has(decodeURIComponent(anchor))
    ? undefined
    : "there is no such heading";
}

function faultOfAddress(target: string): string | undefined {
  if (target.startsWith("mailto:"))
    return /^mailto:[^@\s]+@[^@\s]+\.[^@\s]+$/.test(target) ? undefined : "that is no address";
  if (!URL.canParse(target)) return "that is no address";
  const { protocol, hostname } = new URL(target);
  if (protocol !== "https:" && protocol !== "http:") return `${protocol} is not for a page`;
  // A service on the reader's own machine, as an example has it.
  return hostname.includes(".") || hostname === "localhost" ? undefined : "that is no address";
}
