import type { ExampleRecord } from "../example-record.ts";
import { meeting } from "../meeting-records.ts";
import { in2017 } from "../papers.ts";

const board = "register/body/strategic-governance-board";
const review = in2017({ item: "5 Review of actions" });
const name = "Strategic Governance Board";

/** No pack prints the hour at which this board or the audit committee began: theirs is the start of the day. */
const earlier = [
  ["2016-06-27", "2016-06-27T00:00:00+01:00"],
  ["2016-09-19", "2016-09-19T00:00:00+01:00"],
  ["2017-01-23", "2017-01-23T00:00:00Z"],
] as const;

/** The meetings of the board and of the audit committee up to that of 22 May 2017, which the pack calls. */
export const meetings2017: readonly ExampleRecord[] = [
  ...earlier.map(([day, start]) =>
    meeting({
      id: `sgb.${day}`,
      body: board,
      name,
      start,
      public: true,
      status: "held",
      sources: [review],
    }),
  ),
  meeting({
    id: "sgb.2017-03-27",
    body: board,
    name,
    start: "2017-03-27T00:00:00+01:00",
    end: "2017-03-27T17:10:00+01:00",
    place: { room: "Conference Room 3", address: "Force Headquarters" },
    public: true,
    status: "held",
    sources: [in2017({ item: "4A, minutes of 27 March 2017" })],
  }),
  meeting({
    id: "sgb.2017-05-22",
    body: board,
    name,
    start: "2017-05-22T00:00:00+01:00",
    public: true,
    status: "called",
    sources: [in2017({ item: "11A" })],
  }),
  meeting({
    id: "jarac.2017-03-09",
    body: "register/body/joint-audit-risk-assurance-committee",
    name: "Joint Audit, Risk Assurance Committee",
    start: "2017-03-09T00:00:00Z",
    end: "2017-03-09T13:15:00Z",
    place: { room: "Old Reception Room", address: "Police Headquarters" },
    public: true,
    status: "held",
    chair: "register/post/joint-audit-risk-assurance-committee.chair",
    sources: [in2017({ item: "4B, minutes of 9 March 2017" })],
  }),
];
