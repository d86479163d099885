import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Disposable, disposal, disposalDue } from "./disposal.ts";

const none: Disposable = {
  consultations: [],
  responses: [],
  votes: [],
  details: [],
  contacts: [],
  matters: [],
  holds: [],
};
const body = "register/body/b";
const contact = (id: string, closed?: string, details?: string) => ({
  id,
  body,
  received: "2015-01-01",
  categories: "engagement/category-set/s",
  nature: "n",
  subject: "s",
  ...(closed !== undefined && { closed }),
  ...(details !== undefined && { details: `engagement/contact-details/${details}` }),
});

describe("disposalDue", () => {
  it.each([
    ["2016-04-01", 1, "2018-04-01"],
    ["2017-03-31", 1, "2018-04-01"],
    ["2017-04-01", 0, "2018-04-01"],
    ["2016-12-25", 6, "2023-04-01"],
  ])("of %s and %i years is %s", (day, years, due) => {
    expect(disposalDue(day, years)).toBe(due);
  });
});

describe("disposal", () => {
  const records: Disposable = {
    ...none,
    details: [
      { id: "d1", body },
      { id: "d2", body },
      { id: "d3", body },
    ],
    contacts: [
      contact("c1", "2015-02-01", "d1"),
      contact("c2", undefined, "d2"),
      contact("c3", "2015-02-01", "d3"),
    ],
    holds: [{ id: "h", reason: "x", about: ["engagement/contact/c3"], from: "2016-01-01" }],
  };

  it("erases details before cases, keeps what is open, and lets a hold on the case hold its details", () => {
    const found = disposal(records, { "contact-details": 1, contact: 6 }, "2017-01-01");
    expect(found.erase).toEqual([{ kind: "contact-details", id: "d1", due: "2016-04-01" }]);
    expect(found.changed).toEqual([{ kind: "contact", id: "c1" }]);
    expect(found.held).toEqual([
      { reference: "engagement/contact-details/d3", hold: "engagement/hold/h" },
    ]);
    expect(found.undated).toEqual(["engagement/contact-details/d2", "engagement/contact/c2"]);
  });

  it("disposes of nothing whose time is not set, and of all once a hold is lifted", () => {
    expect(disposal(records, {}, "2050-01-01").erase).toEqual([]);
    const lifted = {
      ...records,
      holds: [{ ...records.holds[0], lifted: "2016-06-01" }],
    } as Disposable;
    expect(disposal(lifted, { "contact-details": 1 }, "2017-01-01").held).toEqual([]);
  });

  it("counts responses from the close, and lets a hold on the consultation hold them all", () => {
    const consultations = [
      { id: "c", closes: "2017-03-31" },
    ] as unknown as Disposable["consultations"];
    const responses = [
      {
        id: "r",
        consultation: "engagement/consultation/c",
        received: "2016-04-02T00:00:00Z",
        answers: {},
      },
    ];
    const due = (today: string, holds: Disposable["holds"] = []) =>
      disposal({ ...none, consultations, responses, holds }, { response: 1 }, today).erase.length;
    expect(due("2018-03-31")).toBe(0);
    expect(due("2018-04-01")).toBe(1);
    expect(
      due("2018-04-01", [
        { id: "h", reason: "x", about: ["engagement/consultation/c"], from: "2018-04-01" },
      ]),
    ).toBe(0);
  });

  it("never erases what is held, published or not due, whatever is there", () => {
    const day = fc.constantFrom("2015-06-01", "2018-06-01", "2021-06-01");
    const rows = fc.array(
      fc.record({
        answered: fc.option(day, { nil: undefined }),
        published: fc.boolean(),
        held: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 8 }), (all, years) => {
        const matters = all.map(({ answered, published }, index) => ({
          id: `m${index}`,
          title: "t",
          body,
          question: "q",
          raised: "2015-01-01",
          ...(answered !== undefined && { answered }),
          ...(published && { published: "2020-01-01" }),
        }));
        const about = all.flatMap(({ held }, index) =>
          held ? [`engagement/matter/m${index}`] : [],
        );
        const holds =
          about.length === 0 ? [] : [{ id: "h", reason: "x", about, from: "2015-01-01" }];
        const today = "2023-01-01";
        const { erase } = disposal({ ...none, matters, holds }, { matter: years }, today);
        const gone = new Set(erase.map(({ id }) => id));
        for (const [index, { answered, published, held }] of all.entries())
          expect(gone.has(`m${index}`)).toBe(
            answered !== undefined && !published && !held && disposalDue(answered, years) <= today,
          );
      }),
    );
  });
});
