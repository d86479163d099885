import type { ExampleRecord } from "../example-record.ts";
import { meeting } from "../meeting-records.ts";
import { in2017 } from "../papers.ts";

const board = "register/body/strategic-governance-board";
const review = in2017({ item: "5 Review of actions" });
const name = "Strategic Governance Board";

const earlier = ["2016-06-27", "2016-09-19", "2017-01-23"] as const;

/**
 * The meetings of the board and of the audit committee up to that of 22 May 2017, which the pack calls.
 * No pack prints the hour at which they began. Only of 27 March 2017 does it tell that the public was there.
 */
export const meetings2017: readonly ExampleRecord[] = [
  ...earlier.map((start) =>
    meeting({
      id: `sgb.${start}`,
      body: board,
      name,
      start,
      status: "held",
      sources: [review],
    }),
  ),
  meeting({
    id: "sgb.2017-03-27",
    body: board,
    name,
    start: "2017-03-27",
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
    start: "2017-05-22",
    status: "called",
    sources: [in2017({ item: "11A" })],
  }),
  meeting({
    id: "jarac.2017-03-09",
    body: "register/body/joint-audit-risk-assurance-committee",
    name: "Joint Audit, Risk Assurance Committee",
    start: "2017-03-09",
    end: "2017-03-09T13:15:00Z",
    place: { room: "Old Reception Room", address: "Police Headquarters" },
    status: "held",
    chair: "register/post/joint-audit-risk-assurance-committee.chair",
    sources: [in2017({ item: "4B, minutes of 9 March 2017" })],
  }),
];
