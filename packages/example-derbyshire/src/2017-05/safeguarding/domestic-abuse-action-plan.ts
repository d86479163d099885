import type { ExampleRecord } from "../../example-record.ts";
import { in2017 } from "../../papers.ts";
import { safeguarding } from "../../safeguarding-records.ts";

const appendix = in2017({ item: "12A, Appendix A" });
const ratings = { g: "green", a: "amber" } as const;

/**
 * What each line asks for, in few words of our own, and its letter in the version `Initial`. A hyphen
 * stands where no letter does. The plan heads columns for four later versions; the text has lost
 * what stood in them. Lines 16 and 120 have the same words in the plan, and 48 and 52: so they have here.
 */
const lines = `
g a chief officer is named and held to account
g partners take part in regular scrutiny
a the lead's work shows in rewards, selection, messages and performance
g the culture of the force supports the response
g domestic abuse is in the police and crime plan and is monitored quarterly
g partners share a strategy with objectives and owners
g governance is strong in the force and across partnerships
a messages to the public work
a the size of specialist teams is worked out and absences are watched
g it is part of performance management
g performance information is reviewed at least quarterly
g disposals out of court are used rightly and monitored
g outcomes are known and reviewed with partners
g it is part of the strategic risk assessment
a cases are scrutinised from outside
a victims are surveyed and policy and training learn from it
g intelligence is shared so that the highest risks come first
g there is a current problem profile
g intelligence is analysed regularly
g analysis links incidents and sees escalation
g control room staffing follows demand
g response is graded by risk
g calls are identified and handled with regard to risk
g background checks are complete and their duty is clear
g callers are asked whether they are repeat or vulnerable victims
g callers with difficulties of language are helped
g call handlers' attitudes are assessed
g what callers say is recorded well
g supervisors oversee cases in the control room
g the first risk assessment is checked
a checks reach the officers who attend
g earlier warning markers are found
g one model of first risk assessment is used
g the first assessment is tied to the graded response
g how well it works is assessed
g risk is assessed consistently
g the model is understood and used as meant
g stalking and harassment are assessed too
a officers' assessments are of a high standard
a officers use professional judgement
a officers understand why the questions are asked
g response staffing follows demand
g victims with difficulties of language are helped at the scene
a response officers' attitudes are assessed
g immediate action on risk works and is monitored
g children and vulnerable adults of the household are acted for
g risks to children are seen on their own
g children are referred and information is shared
g attending officers gather a full first investigation
g officers gather what specialists need for referrals
g victims are made safe at once
g children are referred and information is shared
g neighbourhood teams and others keep victims safe
g positive action is understood
g assessments at the scene are supervised
g assessments are checked for quality
g staff who assess badly hear of it
g bad assessment is dealt with
g cases are allocated by risk
g rape within domestic abuse is allocated clearly
g officers have time to complete enquiries
g cases are ranked for investigation by risk
g accredited specialists take most high-risk cases
g specialist departments oversee all high-risk cases
g there are measures for honour-based violence and forced marriage
g partners are linked for its victims
g staff know the tools that make victims safe
g investigators support reluctant victims
- investigation teams are staffed to demand
a victims are updated under a clear strategy
g an accredited officer leads homicide investigations
a roles are understood at every stage
g specialist guidance is there day and night
g partners can be reached day and night
g progress is reviewed regularly
- risk and safety are reviewed at every step
a investigators keep victims informed
g civil powers are understood and used
a victims' statements are used at court
g incidents without a crime are assessed and referred too
a specialist prosecutors are consulted early
a the force and the prosecutors learn from cases together
g specialist lawyers can be reached
g decisions of the prosecutors are challenged where right
a cases with reluctant victims are prosecuted where right
g investigations are supervised
g lessons of investigations reach staff
- attrition, pleas and file quality are overseen
- dedicated units are staffed to demand
g staff can meet demand and keep victims safe
g advisers and other support are in place
g victims hear of changes to plans and risk
g neighbourhood teams know their part
g neighbourhood teams know victims and offenders
g children's need of support is considered
g agencies are told after each incident with children
g the force sits on criminal justice boards
g the risk conferences are managed and scrutinised
a the conferences lead to effective outcomes
g those who attend can decide
g outcomes of the conferences are evaluated
g outcomes for victims are monitored
g information is shared in other cases too
g intelligence is used for victims and offenders
g local staff know the problem profile
a perpetrators are part of offender management
g serial perpetrators are identified
g dangerous offenders are dealt with
g the disclosure scheme has policy and monitoring
g local staff know of abuse in troubled families
g firearms licensing knows of perpetrators
g firearms are taken away where right
g lessons of homicide and case reviews are followed
g reviews shape what the force learns
g learning becomes normal practice
g review times are set
g actions have owners and dates
a the national training programme is adopted
g learning is shared with agencies
g victims are surveyed and policy and training learn from it
a all staff are trained and the effect is assessed
g call handlers are trained
g supervisors are trained
g first responders are trained and refreshed
g staff can use the risk assessment tool`
  .trim()
  .split("\n");

/** Appendix A to item 12A: the national action plan, 125 lines. */
export const actionPlan: readonly ExampleRecord[] = lines.map((line, index) => {
  const number = index + 1;
  const letter = line[0] as keyof typeof ratings | "-";
  const isLost = letter === "-";
  // One letter more than there are lines stands at the foot of the page that holds these two.
  const isUnplaced = number === 88 || number === 89;
  return safeguarding("action-line", {
    id: `national-domestic-abuse.${String(number).padStart(3, "0")}`,
    plan: "National domestic abuse action plan",
    number,
    text: line.slice(2),
    ratings: [
      {
        version: "Initial",
        rating: isLost ? null : ratings[letter],
        ...(isLost && {
          reason: isUnplaced
            ? "No letter stands beside it; one green too many stands on its page, for this line or the one next to it."
            : "No letter stands beside it.",
        }),
      },
    ],
    sources: [{ ...appendix, paragraph: String(number) }],
  });
});
