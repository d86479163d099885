import { diffAgenda, itemGate, notice, profileOf, tally } from "@moothall/meetings";

// A panel meets on Thursday 18 June 2026: by when does its agenda have to be out?
console.log(notice({ meeting: "2026-06-18", days: 5, nation: "england" }));
// { publishBy: '2026-06-10' }

// It went out a day late.
console.log(notice({ meeting: "2026-06-18", days: 5, nation: "england", published: "2026-06-11" }));
// { publishBy: '2026-06-10', inTime: false, workingDays: 4 }

// What a commissioner's own board owes is something else.
console.log(profileOf("commissioner").rules.map(({ duty, provision }) => `${duty} (${provision})`));

// A panel of five vetoes only with two thirds of all its members.
const electorate = ["a", "b", "c", "d", "e"];
console.log(
  tally({ electorate, requirement: "two-thirds-of-members", counts: { yes: 3, no: 1 } }).result,
);
// lost

// What did the supplement bring?
console.log(
  diffAgenda([{ id: "1", title: "Budget" }], [{ id: "1", title: "Budget" }, { id: "2" }]).added,
);
// [ '2' ]

// May an item be taken that was published on the Monday before?
console.log(
  itemGate(
    {
      id: "2",
      meeting: "meetings/meeting/panel.2026-06-18",
      order: 1,
      session: "open",
      kind: "business",
      publication: "published",
      published: "2026-06-15",
    },
    {
      meeting: {
        id: "panel.2026-06-18",
        body: "register/body/panel",
        name: "Panel",
        start: "2026-06-18T10:00:00+01:00",
        public: true,
        status: "called",
        announced: true,
      },
      body: { id: "panel", name: "Panel", kind: "police-and-crime-panel" },
      orders: undefined,
      publications: [],
    },
    "england",
  ).because,
);
// notice-too-short
