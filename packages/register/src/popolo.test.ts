import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { popolo } from "./popolo.ts";

const collection = popolo(
  {
    bodies: [
      {
        id: "opcc",
        name: "Commissioner",
        otherNames: [{ name: "OPCC", validFrom: "2012-11-22" }],
        kind: "commissioner",
        identifiers: ["GB-GOR-D16"],
        area: "register/area/force",
        parent: "register/body/home-office",
        validFrom: "2012-11-22",
        validTo: "2028-05-04",
        website: "https://example.org/",
      },
    ],
    posts: [
      {
        id: "opcc.commissioner",
        title: "Commissioner",
        body: "register/body/opcc",
        elected: true,
        seats: 1,
        area: "register/area/force",
        validFrom: "2012-11-22",
        validTo: "2028-05-04",
      },
    ],
    persons: [
      { id: "a", name: "A. Elected", electedTo: [{ post: "register/post/opcc.commissioner" }] },
    ],
    holdings: [
      {
        id: "opcc.commissioner.2016",
        post: "register/post/opcc.commissioner",
        person: "register/person/a",
        validFrom: "2016-05-12",
        validTo: "2021-05-12",
      },
    ],
  },
  [
    {
      id: "force",
      name: "Force",
      kind: "police-force-area",
      code: "E23000018",
      parent: "register/area/england",
    },
  ],
);

describe("popolo", () => {
  it("joins person, post and body by their ids", () => {
    expect(collection.memberships).toEqual([
      {
        id: "opcc.commissioner.2016",
        role: "Commissioner",
        person_id: "a",
        organization_id: "opcc",
        post_id: "opcc.commissioner",
        start_date: "2016-05-12",
        end_date: "2021-05-12",
      },
    ]);
    expect(collection.persons).toEqual([{ id: "a", name: "A. Elected" }]);
  });

  const schemas = join(import.meta.dirname, "../../../../shared/standards/popolo");
  const kinds = [
    ["persons", "person"],
    ["organizations", "organization"],
    ["posts", "post"],
    ["memberships", "membership"],
    ["areas", "area"],
  ] as const;

  describe.skipIf(missing(schemas))("against the published schemas", () => {
    it.each(kinds)("uses only the properties, types and patterns of Popolo for %s", (key, name) => {
      const { properties } = JSON.parse(readFileSync(join(schemas, `${name}.json`), "utf8"));
      expect(collection[key].length).toBeGreaterThan(0);
      for (const item of collection[key]) {
        for (const [field, value] of Object.entries(item)) {
          expect(properties, `${name}.${field}`).toHaveProperty(field);
          const { type, pattern } = properties[field];
          expect([type].flat(), `${name}.${field}`).toContain(
            Array.isArray(value) ? "array" : typeof value,
          );
          if (pattern !== undefined) expect(value).toMatch(new RegExp(pattern));
        }
      }
    });
  });
});

function missing(folder: string): boolean {
  if (existsSync(folder)) return false;
  console.info(`skipped: the Popolo schemas are not at ${folder}`);
  return true;
}
