/** A link on a page. The address is the application's own and is written as it is. */
export interface PageLink {
  readonly text: string;
  readonly href: string;
}

/** A form that asks for its answer with GET, so that the answer has an address of its own. */
export interface PageForm {
  readonly action: string;
  /** What the button says. */
  readonly submit: string;
  readonly fields: readonly FormField[];
}

/** A field of a form. `name` is the word of the address. */
export type FormField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** What is filled in already. */
  readonly value?: string;
} & (
  | { readonly control: "text" | "search" | "date" | "number" }
  | {
      readonly control: "select";
      readonly options: readonly {
        readonly value: string;
        readonly text: string;
      }[];
      readonly multiple?: boolean;
    }
);

/** The same in another format, that a reader's program may subscribe to or fetch. */
export interface Alternate {
  readonly type: string;
  readonly href: string;
  readonly title: string;
}

export interface HtmlFragmentOptions {
  /**
   * The address under which records are found, such as `/v1`: a cell that refers to
   * `procurement/contract/a` links to `/v1/procurement/contract/a`. No links where left out.
   */
  readonly base?: string;
  /**
   * The address of a table's CSV; undefined for a table that has none. Where left out altogether,
   * the link holds the CSV itself, so that a page which is kept on its own loses nothing.
   */
  readonly csv?: (table: string) => string | undefined;
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
  /** The form in the head of every page, as a rule its search. */
  readonly search?: PageForm;
  /** The form of this page, above its blocks. */
  readonly form?: PageForm;
  /** What else there is of it, such as an Atom feed. */
  readonly alternates?: readonly Alternate[];
  /** The page that follows, of a long list. */
  readonly next?: PageLink;
  /** Where the page stands, from the top down, without the page itself. */
  readonly breadcrumbs?: readonly PageLink[];
  /** Links at the foot, such as the accessibility statement (SI 2018/952, regulation 8). */
  readonly footer?: readonly PageLink[];
  /** The day of the last change, `2017-05-22`. */
  readonly updated?: string;
}
