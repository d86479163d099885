import { type ExampleRecord, printed } from "../example-record.ts";
import { in2017 } from "../papers.ts";

const numbered = in2017({ item: "11B, Appendix A", paragraph: "3" });
const launch = in2017({ item: "11B", paragraph: "2.4" });

/** The plan's objectives as the engagement plan numbers them. */
const objectives = [
  "Working to keep the most vulnerable in our communities safe from crime and harm and supporting those who unfortunately find themselves a victim of crime",
  "Working to provide strong and effective partnership working",
  "Working to tackle the impact of drugs and alcohol on communities",
  "Supporting those with mental health issues who come into contact with the Criminal Justice System, as victim or offender, to get the right support from the right agencies at the right time",
  "Working with young people, as victims or offenders, to understand their needs and prevent them becoming involved in criminal activities",
  "Working with the Constabulary to develop the policing family to be more representative of the diverse communities it serves",
  "Working with the Constabulary and partners to maximise on the opportunities from developments in technology",
];

/** The plan launched in September 2016, and its seven objectives. */
export const plan: readonly ExampleRecord[] = [
  {
    kind: "register/plan",
    data: {
      id: "opcc-derbyshire.2016",
      title: "Police and Crime Plan",
      body: "register/body/opcc-derbyshire",
      launched: "2016-09",
      authority: "Police Reform and Social Responsibility Act 2011, section 5",
      objectiveCount: 7,
      sources: [launch, numbered],
      printed: [
        printed("/launched", "September 2016", "2016-09", launch),
        printed("/objectiveCount", "seven", "7", launch),
        printed("/objectiveCount", "7", "7", numbered),
        printed(
          "/objectiveCount",
          "7",
          "7",
          in2017({ item: "4A, minutes of 27 March 2017", paragraph: "12G" }),
        ),
      ],
    },
  },
  ...objectives.map(
    (text, index): ExampleRecord => ({
      kind: "register/objective",
      data: {
        id: `opcc-derbyshire.2016.${index + 1}`,
        plan: "register/plan/opcc-derbyshire.2016",
        number: index + 1,
        text,
        sources: [numbered, in2017({ item: "15A, Appendix G", paragraph: "3.9" })],
      },
    }),
  ),
];
