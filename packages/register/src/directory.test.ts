import { tableOf } from "@moothall/core";
import { describe, expect, it } from "vitest";
import type { Offices } from "./check-posts.ts";
import { directory } from "./directory.ts";

const offices: Offices = {
  bodies: [
    { id: "opcc", name: "Commissioner", kind: "commissioner", validFrom: "2012-11-22" },
    { id: "authority", name: "Authority", kind: "police-authority", validTo: "2012-11-21" },
    {
      id: "board",
      name: "Board",
      kind: "board",
      parent: "register/body/opcc",
      identifiers: ["GB-GOR-D16"],
    },
  ],
  posts: [
    {
      id: "opcc.commissioner",
      title: "Commissioner",
      body: "register/body/opcc",
      elected: true,
      seats: 1,
    },
    {
      id: "opcc.treasurer",
      title: "Treasurer",
      body: "register/body/opcc",
      elected: false,
      seats: 1,
    },
  ],
  persons: [
    { id: "a", name: "A. Elected", electedTo: [{ post: "register/post/opcc.commissioner" }] },
  ],
  holdings: [
    {
      id: "h",
      post: "register/post/opcc.commissioner",
      person: "register/person/a",
      validFrom: "2016-05-12",
    },
  ],
};

const rowsOf = (date: string, table: string) =>
  tableOf(directory(offices, date), table)?.rows.map(({ cells }) => cells.map(({ text }) => text));

describe("directory", () => {
  it("lists the bodies of the day, by kind", () => {
    const document = directory(offices, "2017-05-22");
    expect(document.blocks.map(({ id }) => id)).toEqual([
      "bodies.commissioner",
      "bodies.board",
      "posts",
    ]);
    expect(rowsOf("2017-05-22", "bodies.board")).toEqual([
      ["Board", "GB-GOR-D16", "Commissioner", "", ""],
    ]);
    expect(rowsOf("2012-11-21", "bodies.police-authority")).toEqual([
      ["Authority", "", "", "", "21 November 2012"],
    ]);
  });

  it("names the holder of an elected post while he or she holds it, and no other", () => {
    expect(rowsOf("2017-05-22", "posts")).toEqual([
      ["Commissioner", "Commissioner", "yes", "A. Elected", "12 May 2016"],
      ["Commissioner", "Treasurer", "no", "", ""],
    ]);
    expect(rowsOf("2016-05-11", "posts")?.[0]).toEqual([
      "Commissioner",
      "Commissioner",
      "yes",
      "",
      "",
    ]);
  });

  it("says so when there is no body", () => {
    const none = { bodies: [], posts: [], persons: [], holdings: [] };
    expect(directory(none, "2017-05-22").blocks).toMatchObject([{ type: "notice" }]);
  });
});
