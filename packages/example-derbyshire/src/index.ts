import type { Source } from "@moothall/core";
import { agenda2013 } from "./2013-02/agenda.ts";
import { assurance2013 } from "./2013-02/assurance.ts";
import { board2013 } from "./2013-02/board.ts";
import { engagement2013 } from "./2013-02/engagement.ts";
import { probationResponse2013 } from "./2013-02/engagement-probation-response.ts";
import { funding2013 } from "./2013-02/funding.ts";
import { minutes20121212 } from "./2013-02/minutes-2012-12-12.ts";
import { agreement2013 } from "./2013-02/safeguarding-agreement.ts";
import { roadSafety2013 } from "./2013-02/safeguarding-road-safety.ts";
import { agenda2017 } from "./2017-05/agenda.ts";
import { assurance2017 } from "./2017-05/assurance.ts";
import { decision13 } from "./2017-05/decisions/2017-13.ts";
import { decision14 } from "./2017-05/decisions/2017-14.ts";
import { decision16 } from "./2017-05/decisions/2017-16.ts";
import { decision17 } from "./2017-05/decisions/2017-17.ts";
import { decision18 } from "./2017-05/decisions/2017-18.ts";
import { decisionLog } from "./2017-05/decisions/decision-log.ts";
import { decisionReports } from "./2017-05/decisions/reports.ts";
import { casework2017 } from "./2017-05/engagement/casework.ts";
import { caseworkCategories2017 } from "./2017-05/engagement/casework-categories.ts";
import { engagementPlan2017, otherEngagement2017 } from "./2017-05/engagement/plan.ts";
import { forwardPlan2017 } from "./2017-05/forward-plan.ts";
import { communityActionGrants } from "./2017-05/funding/community-action-grants.ts";
import { communitySafetyFund } from "./2017-05/funding/community-safety-fund.ts";
import { counselling } from "./2017-05/funding/counselling.ts";
import { domesticAbuse } from "./2017-05/funding/domestic-abuse.ts";
import { servicesBought } from "./2017-05/funding/services-bought.ts";
import { grantRecipients2017 } from "./2017-05/grant-recipients.ts";
import { meetings2017 } from "./2017-05/meetings.ts";
import { minutes20170309 } from "./2017-05/minutes-2017-03-09.ts";
import { minutes20170327 } from "./2017-05/minutes-2017-03-27.ts";
import { partners2017 } from "./2017-05/partners.ts";
import { plan as plan2016 } from "./2017-05/plan.ts";
import { reports2017 } from "./2017-05/reports.ts";
import { reviewOfActions2017 } from "./2017-05/review-of-actions.ts";
import { safeguarding2017 } from "./2017-05/safeguarding/safeguarding.ts";
import { suppliers2017 } from "./2017-05/suppliers.ts";
import { assurance2022 } from "./2022-06/assurance.ts";
import { engagement2022 } from "./2022-06/engagement.ts";
import { engagementLog2022 } from "./2022-06/engagement-log.ts";
import { funding2022 } from "./2022-06/funding.ts";
import { panel2022 } from "./2022-06/panel-meeting.ts";
import { partners2022 } from "./2022-06/partners.ts";
import { plan as plan2021 } from "./2022-06/plan.ts";
import { safeguarding2022 } from "./2022-06/safeguarding.ts";
import { areas } from "./county/areas.ts";
import { councils } from "./county/councils.ts";
import { meetingBodies } from "./county/meeting-bodies.ts";
import { places } from "./county/places.ts";
import { policing } from "./county/policing.ts";
import type { ExampleRecord } from "./example-record.ts";
import { documents } from "./papers.ts";

export type { ExampleRecord } from "./example-record.ts";

export interface Example {
  readonly title: string;
  readonly summary: string;
  readonly records: readonly ExampleRecord[];
  /** The papers, lists and acts from which the records were taken. */
  readonly sources: readonly Source[];
}

/** Facts from three published board packs, as records with their sources. Data only. */
export const example: Example = {
  title: "Derbyshire, 2012 to 2022",
  summary:
    "A police and crime commissioner, a constabulary, ten councils and their partners, as three published board packs of February 2013, May 2017 and June 2022 show them.",
  records: [
    ...areas,
    ...councils,
    ...policing,
    ...board2013,
    ...suppliers2017,
    ...partners2017,
    ...grantRecipients2017,
    ...plan2016,
    ...decision13,
    ...decision14,
    ...decision16,
    ...decision17,
    ...decision18,
    ...partners2022,
    ...plan2021,
    ...meetingBodies,
    ...minutes20121212,
    ...agenda2013,
    ...meetings2017,
    ...minutes20170309,
    ...minutes20170327,
    ...agenda2017,
    ...reports2017,
    ...decisionLog,
    ...decisionReports,
    ...reviewOfActions2017,
    ...forwardPlan2017,
    ...panel2022,
    ...places,
    ...engagement2013,
    ...probationResponse2013,
    ...caseworkCategories2017,
    ...casework2017,
    ...engagementPlan2017,
    ...otherEngagement2017,
    ...engagement2022,
    ...engagementLog2022,
    ...funding2013,
    ...communitySafetyFund,
    ...communityActionGrants,
    ...counselling,
    ...domesticAbuse,
    ...servicesBought,
    ...funding2022,
    ...agreement2013,
    ...roadSafety2013,
    ...safeguarding2017,
    ...safeguarding2022,
    ...assurance2013,
    ...assurance2017,
    ...assurance2022,
  ],
  sources: Object.values(documents).map((document) => ({ document })),
};
