import { type ExampleRecord, printed } from "../example-record.ts";
import { in2022 } from "../papers.ts";

const launch = in2022({ paragraph: "2.2" });
const priorities = in2022({ paragraph: "3.10" });

/**
 * The plan of 2021 to 2025. The report names three of its six priorities, none by number, so no
 * objective is recorded.
 */
export const plan: readonly ExampleRecord[] = [
  {
    kind: "register/plan",
    data: {
      id: "opcc-derbyshire.2021",
      title: "Derbyshire Police & Crime Plan 2021-25",
      body: "register/body/opcc-derbyshire",
      launched: "2021-11-15",
      validFrom: "2021-11-15",
      authority: "Police Reform and Social Responsibility Act 2011, section 5",
      objectiveCount: 6,
      sources: [launch, priorities],
      printed: [
        printed("/launched", "15th November 2021", "2021-11-15", launch),
        printed("/launched", "November 2021", "2021-11", in2022({ paragraph: "4" })),
        ...(
          [
            ["1.1", "2021-25"],
            ["2.2", "2021-25"],
            ["4", "2021-2025"],
          ] as const
        ).map(([paragraph, text]) => printed("years", text, "2021-2025", in2022({ paragraph }))),
        printed("/objectiveCount", "six", "6", priorities),
      ],
    },
  },
];
