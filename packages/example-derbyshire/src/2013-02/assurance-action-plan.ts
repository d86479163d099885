import { actionPlan, actionPlanLine } from "../assurance-records.ts";
import type { ExampleRecord } from "../example-record.ts";
import { in2013 } from "../papers.ts";

const id = "safer-communities-board.2013";
const item = "3 Community Safety Agreement, Appendix A";

const constabulary = "register/body/derbyshire-constabulary";
const partnership = "register/body/safer-derbyshire-partnership";
const community = "register/post/derbyshire-county-council.head-of-community-safety";
const county = "register/body/derbyshire-county-council";
const probation = "register/body/derbyshire-probation-trust";
const fire = "register/body/derbyshire-fire-and-rescue-service";
const youth = "register/body/derbyshire-youth-offending-service";
const roads = "register/body/derby-and-derbyshire-road-safety-partnership";
const team = "register/body/derbyshire-drug-and-alcohol-action-team";

interface Line {
  readonly heading: string;
  readonly threat?: string;
  readonly action: string;
  readonly owners: readonly string[];
}

const prevention = {
  threat:
    "No co-ordinated plan of the partners prevents harm by alcohol and misuse of drugs, with its communications.",
  action:
    "Find with police and partners where harm is worst and provision missing, write one plan to prevent harm by drugs and alcohol, and agree who answers for it.",
  owners: [constabulary, partnership, team],
};

/** Officers are told as the body or post for which they stand in the plan. */
const lines: readonly Line[] = [
  { heading: "Alcohol harm", ...prevention },
  {
    heading: "Alcohol harm",
    threat: "The new national strategy and law on licensing want a local answer.",
    action:
      "Settle the local answer through the violence, alcohol and licensing groups, restriction orders for the early morning among them.",
    owners: [constabulary, partnership],
  },
  {
    heading: "Alcohol harm",
    threat: "Counterfeit alcohol endangers health and may feed organised crime.",
    action: "Learn the scale with trading standards and agree one answer.",
    owners: [constabulary, partnership],
  },
  {
    heading: "Domestic abuse and sexual violence",
    threat: "Domestic abuse is about a quarter of recorded crime.",
    action: "Complete the analysis that finds serial perpetrators, and say how they are managed.",
    owners: [constabulary, partnership],
  },
  {
    heading: "Domestic abuse and sexual violence",
    action: "Roll out a voluntary programme for perpetrators from March 2013, paid by the lottery.",
    owners: [partnership],
  },
  {
    heading: "Domestic abuse and sexual violence",
    action:
      "Commission services for victims at medium risk anew with the commissioner, who takes over from April 2014.",
    owners: [partnership],
  },
  {
    heading: "Domestic abuse and sexual violence",
    action: "Keep the sexual assault referral centre going until health commissions it in 2014.",
    owners: [community, partnership],
  },
  {
    heading: "Anti-social behaviour",
    threat: "Many small incidents over a long time do great harm, and victims feel unheard.",
    action:
      "Roll out the common risk assessment and the shared system of cases, from April 2013 in Chesterfield and Bolsover, everywhere by July 2014.",
    owners: [constabulary],
  },
  {
    heading: "Safeguarding adults",
    threat: "What community safety gives to the safeguarding of adults.",
    action: "Finish the hate crime strategy and its action plan, and carry them out.",
    owners: [partnership],
  },
  {
    heading: "Safeguarding adults",
    action:
      "Provide portable sprinklers for adults at risk of fire, and fixed ones where feasible.",
    owners: [partnership, fire],
  },
  {
    heading: "Safeguarding children",
    threat: "The national definition of domestic violence will include those aged 16 and 17.",
    action: "Assess what the new definition changes for child protection and young offenders.",
    owners: [partnership, youth],
  },
  {
    heading: "Safeguarding children",
    threat: "The sexual exploitation of children wants local plans.",
    action: "Raise awareness of it among staff, certain trades and the public.",
    owners: [partnership],
  },
  { heading: "Drugs", ...prevention },
  {
    heading: "Acquisitive crime and offender management",
    threat: "The scheme that manages offenders has cut their offences in its first year.",
    action: "Keep the support for the scheme at least where it is, and manage more offenders.",
    owners: [community, probation],
  },
  {
    heading: "Acquisitive crime and offender management",
    action: "Learn which managed offenders belong to organised groups, and answer it.",
    owners: [community, probation, constabulary],
  },
  {
    heading: "Acquisitive crime and offender management",
    action: "Support the probation trust's strategy against re-offending once its aims are clear.",
    owners: [community, probation],
  },
  {
    heading: "Organised crime groups",
    threat: "68 groups of every kind of crime are known in the county.",
    action:
      "Learn with the county's lead which managed offenders belong to organised groups, and disrupt the groups.",
    owners: [constabulary, probation, community],
  },
  {
    heading: "Organised crime groups",
    action: "Link the liaison inspector to the agencies' information network, and feed back.",
    owners: [constabulary],
  },
  {
    heading: "Economic crime and cyber crime",
    threat: "Both grow fast in the country, and little is known of them in the county.",
    action: "Write a joint plan that prevents them from the victims' side.",
    owners: [constabulary, community, county],
  },
  {
    heading: "Troubled families",
    threat: "Payment by results offers better outcomes for families with many needs.",
    action: "Work with 474 families in the first year, each with a key worker.",
    owners: [community, county],
  },
  {
    heading: "Counter terrorism",
    threat: "The threat to the country has been substantial since July 2011.",
    action: "Contribute to the local profile, and brief chief officers in May 2013.",
    owners: [constabulary, partnership],
  },
  {
    heading: "Killed and seriously injured on the roads",
    threat: "Deaths fell to 25 in 2012 while they rose by 3 % in the country in 2011.",
    action:
      "Plan the spending of three years' reserves, renew cameras, and look at cyclists and older drivers.",
    owners: [roads],
  },
];

/** The action plan of the agreement for 2013–14. Its column of updates is empty, and it has no ratings. */
export const actionPlan2013: readonly ExampleRecord[] = [
  actionPlan({
    id,
    title: "Community safety agreement: action plan 2013–14",
    body: "register/body/safer-communities-board",
    of: "assurance/strategy/safer-communities-board.2011",
    validFrom: "2013-04-01",
    validTo: "2014-03-31",
    meetings: ["meetings/paper/scb.2013-02-27.3"],
    sources: [in2013({ item })],
  }),
  ...lines.map((line, index) =>
    actionPlanLine({
      id: `${id}.${index + 1}`,
      plan: `assurance/action-plan/${id}`,
      number: index + 1,
      ...line,
      sources: [in2013({ item, table: line.heading })],
    }),
  ),
];
