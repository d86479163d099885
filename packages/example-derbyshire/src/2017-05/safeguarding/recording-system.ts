import type { ExampleRecord } from "../../example-record.ts";
import { in2017 } from "../../papers.ts";
import { safeguarding } from "../../safeguarding-records.ts";

/** The force's crime recording system was replaced on 22 June 2016; what the pack itself calls not comparable. */
export const recordingSystem: readonly ExampleRecord[] = [
  safeguarding("break", {
    id: "niche-2016",
    title: "Guardian replaced by Niche",
    date: "2016-06-22",
    cause:
      "the recording system was replaced, and public protection notices took over from referrals",
    from: "Guardian",
    to: "Niche",
    indicators: [
      "child-referrals",
      "child-abuse-offences",
      "child-abuse-positive-outcomes",
      "child-abuse-positive-outcome-rate",
      "child-abuse-over-90-days",
      "child-abuse-over-365-days",
      "vulnerable-adult-referrals",
      "domestic-abuse-notices",
      "child-concern-notices",
      "vulnerable-adult-notices",
    ].map((id) => `safeguarding/indicator/${id}`),
    sources: [
      in2017({ item: "12B", paragraph: "2.1" }),
      in2017({ item: "12B", paragraph: "2.4" }),
      in2017({ item: "12B", paragraph: "2.6" }),
      in2017({ item: "12C", paragraph: "2.2" }),
      in2017({ item: "12E", paragraph: "2.3" }),
      in2017({ item: "12A", paragraph: "5.1" }),
    ],
  }),
];
