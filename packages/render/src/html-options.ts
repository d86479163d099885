import type { PageForm } from "./html-form.ts";
/** A link on a page. The address is the application's own and is written as it is. */
export interface PageLink {
  readonly text: string;
  readonly href: string;
}

export interface HtmlFragmentOptions {
  /**
   * The address under which records are found, such as `/v1`: a cell that refers to
   * `procurement/contract/a` links to `/v1/procurement/contract/a`. No links where left out.
   */
  readonly base?: string;
  /**
   * The address of a table's CSV. Where left out, the link holds the CSV itself, so that a page
   * which is kept on its own loses nothing.
   */
  readonly csv?: (table: string) => string;
  /** The address to which the head of a row leads, by the ids of table and row. */
  readonly row?: (table: string, row: string) => string | undefined;
}

export interface HtmlOptions extends HtmlFragmentOptions {
  /** The address of the stylesheet; it is written into the page where left out. */
  readonly stylesheet?: string;
  /** The address of the page's JSON twin. */
  readonly json?: string;
  /** Other forms of the page, such as DOCX. */
  readonly formats?: readonly PageLink[];
  /** Whose site it is; its name ends the title of the page. */
  readonly site?: PageLink;
  /** The main parts of the site. */
  readonly navigation?: readonly PageLink[];
  /** Where readers search: the address that takes their words as `q`, and those that they gave. */
  readonly search?: { readonly action: string; readonly value?: string };
  /** What the page asks its reader for, above its blocks. */
  readonly form?: PageForm;
  /** Other pages about what this one is about. */
  readonly related?: readonly PageLink[];
  /** Where the page stands, from the top down, without the page itself. */
  readonly breadcrumbs?: readonly PageLink[];
  /** Links at the foot, such as the accessibility statement (SI 2018/952, regulation 8). */
  readonly footer?: readonly PageLink[];
  /** The day of the last change, `2017-05-22`. */
  readonly updated?: string;
}
