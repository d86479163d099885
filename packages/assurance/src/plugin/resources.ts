import { type Resource, resource } from "@moothall/core/plugin";
import * as actionPlans from "../resources/action-plan.ts";
import { audit } from "../resources/audit.ts";
import { commissionedService } from "../resources/commissioned-service.ts";
import { equalityAssessment } from "../resources/equality-assessment.ts";
import { initiative } from "../resources/initiative.ts";
import { inspection } from "../resources/inspection.ts";
import { partnership } from "../resources/partnership.ts";
import { recommendation } from "../resources/recommendation.ts";
import { review } from "../resources/review.ts";
import { risk } from "../resources/risk.ts";
import { riskRegister } from "../resources/risk-register.ts";
import * as scrutiny from "../resources/scrutiny.ts";
import { serviceStandard } from "../resources/service-standard.ts";
import { strategy } from "../resources/strategy.ts";
import { restrictedUntilPublished } from "../resources/terms.ts";
import { threatAssessment } from "../resources/threat-assessment.ts";

const text = { type: "text" } as const;
const date = { type: "date" } as const;
const many = (pointer: `/${string}`) => ({ type: "text", pointer, many: true }) as const;
const objective = many("/objectives");

export const resources: Readonly<Record<string, Resource>> = {
  strategy: resource({
    summary: "A strategy, agreement or charter: owner, approval, review.",
    schema: strategy,
    fields: {
      title: text,
      body: text,
      status: text,
      objective,
      validFrom: date,
      validTo: date,
      reviewDue: date,
    },
    body: "/body",
    columns: ["title", "body", "owner", "status", "approval.date", "reviewDue"],
    example: {
      id: "opcc-derbyshire.children-and-young-people",
      title: "Children and Young People's Strategy",
      body: "register/body/opcc-derbyshire",
      status: "approved",
      serves: "register/plan/opcc-derbyshire.2021",
    },
  }),
  initiative: resource({
    summary: "Something that a body does or has promised towards a plan.",
    schema: initiative,
    fields: {
      title: text,
      body: text,
      plan: text,
      objective,
      priority: text,
      status: text,
      partner: many("/partners"),
      area: many("/areas/*/area"),
    },
    body: "/body",
    columns: ["title", "plan", "priority", "status", "progress"],
    expects: [
      {
        direction: "refers-to",
        kinds: ["register/objective", "register/plan"],
        missing: "It serves no objective and no plan, as far as you may see.",
        fix: "Name the objective that it serves, or the plan where a paper gives no objective.",
      },
    ],
    example: {
      id: "opcc-derbyshire.police-recruitment",
      title: "Police recruitment",
      body: "register/body/opcc-derbyshire",
      plan: "register/plan/opcc-derbyshire.2021",
      priority: "Strong local policing",
      status: "under-way",
      targets: [
        { id: "officers", measure: "police officers recruited", achieved: "158", toCome: "125" },
      ],
    },
  }),
  "threat-assessment": resource({
    summary: "A joint assessment that ranks threats and risks.",
    schema: threatAssessment,
    fields: {
      title: text,
      body: text,
      assessed: text,
      heading: many("/items/*/heading"),
      reviewDue: date,
    },
    body: "/body",
    columns: ["title", "body", "assessed", "period", "reviewDue"],
    example: {
      id: "safer-derbyshire.2012",
      title: "Joint threat and risk assessment",
      body: "register/body/safer-derbyshire-partnership",
      assessed: "2012-10",
      items: [
        { id: "cyber-crime", threat: "Cyber crime", finalRank: 1, isNew: true },
        { id: "drugs", threat: "Drugs", finalRank: 2 },
      ],
    },
  }),
  "risk-register": resource({
    summary: "A version of a body's risk register; restricted until it is published.",
    schema: riskRegister,
    fields: { title: text, body: text, published: date, reviewDue: date, supersedes: text },
    body: "/body",
    classify: restrictedUntilPublished,
    columns: ["title", "body", "version", "asAt", "matrix", "published"],
    example: {
      id: "council.2026-06",
      title: "Strategic risk register",
      body: "register/body/council",
      matrix: 5,
      asAt: "2026-06",
    },
  }),
  risk: resource({
    summary: "A line of a risk register; restricted until it is published.",
    schema: risk,
    fields: {
      register: text,
      number: text,
      title: text,
      owner: text,
      status: text,
      objective,
      published: date,
      reviewDue: date,
    },
    classify: restrictedUntilPublished,
    columns: ["number", "title", "owner", "inherent", "residual", "mitigation", "status"],
    example: {
      id: "council.2026-06.1",
      register: "assurance/risk-register/council.2026-06",
      number: "1",
      title: "A supplier of care fails",
      owner: "register/post/council.director-of-adult-care",
      inherent: { likelihood: 4, impact: 5 },
      residual: { likelihood: 2, impact: 4 },
      mitigation: "Two suppliers in each district; accounts are read each quarter.",
    },
  }),
  "action-plan": resource({
    summary: "A plan of actions against threats or after an inspection.",
    schema: actionPlans.actionPlan,
    fields: { title: text, body: text, of: text, validFrom: date, validTo: date, reviewDue: date },
    body: "/body",
    columns: ["title", "body", "of", "validFrom", "validTo", "reviewDue"],
    example: {
      id: "safer-communities-board.2013",
      title: "Action plan 2013–14",
      body: "register/body/safer-communities-board",
    },
  }),
  "action-plan-line": resource({
    summary: "A threat, what is done about it, who answers for it, how it is rated.",
    schema: actionPlans.actionPlanLine,
    fields: {
      plan: text,
      number: { type: "integer" },
      heading: text,
      rating: text,
      owner: many("/owners"),
      objective,
      due: date,
    },
    columns: ["number", "heading", "action", "owners", "rating", "due"],
    example: {
      id: "safer-communities-board.2013.1",
      plan: "assurance/action-plan/safer-communities-board.2013",
      number: 1,
      heading: "Alcohol harm",
      action: "Draw up a plan to prevent harm by alcohol and drugs",
      rating: "amber",
    },
  }),
  audit: resource({
    summary: "An audit: its opinion, its fee, what was made of it; restricted until published.",
    schema: audit,
    fields: {
      title: text,
      kind: text,
      body: text,
      year: text,
      status: text,
      opinion: text,
      objective,
      published: date,
    },
    body: "/body",
    classify: restrictedUntilPublished,
    columns: ["title", "kind", "body", "year", "status", "opinion", "reauditYear"],
    example: {
      id: "opcc-derbyshire.2016.partnerships",
      title: "Partnerships",
      kind: "internal",
      body: "register/body/opcc-derbyshire",
      year: "FY2016",
      status: "final",
      published: "2017-05-22",
    },
  }),
  recommendation: resource({
    summary: "What an audit, inspection, review or scheme recommended; restricted until published.",
    schema: recommendation,
    fields: {
      of: text,
      priority: text,
      agreed: text,
      status: text,
      owner: text,
      made: date,
      due: date,
      followedUp: date,
      published: date,
    },
    classify: restrictedUntilPublished,
    columns: ["of", "text", "priority", "agreed", "owner", "due", "status", "followedUp"],
    example: {
      id: "opcc-derbyshire.2016.partnerships.1",
      of: "assurance/audit/opcc-derbyshire.2016.partnerships",
      text: "Keep a register of partnerships",
      priority: "significant",
      agreed: "no",
      reason: "A new structure of the office will provide it.",
      published: "2017-05-22",
    },
  }),
  inspection: resource({
    summary: "An inspection and its grades.",
    schema: inspection,
    fields: {
      title: text,
      body: text,
      inspector: text,
      programme: text,
      status: text,
      overall: text,
      objective,
    },
    body: "/body",
    columns: ["title", "body", "programme", "publishedIn", "overall"],
    example: {
      id: "derbyshire-constabulary.peel-effectiveness.2016",
      title: "Effectiveness",
      body: "register/body/derbyshire-constabulary",
      status: "published",
      publishedIn: "2017-03",
      overall: "good",
    },
  }),
  review: resource({
    summary:
      "A statutory review by stage, without anybody whom it is about; restricted until published.",
    schema: review,
    fields: {
      kind: text,
      body: text,
      stage: text,
      asAt: date,
      publicationDue: text,
      published: date,
    },
    body: "/body",
    classify: restrictedUntilPublished,
    columns: ["kind", "body", "stage", "asAt", "publicationDue", "reportPublished"],
    example: {
      id: "safer-communities-board.homicide-review.1",
      kind: "domestic-homicide",
      body: "register/body/safer-communities-board",
      stage: "quality-assurance",
      asAt: "2013-02-27",
    },
  }),
  "scrutiny-scheme": resource({
    summary: "A scheme by which people from outside see how a service works.",
    schema: scrutiny.scrutinyScheme,
    fields: { title: text, kind: text, body: text, scrutinised: text, objective },
    body: "/body",
    columns: ["title", "kind", "body", "scrutinised", "frequency"],
    example: {
      id: "opcc-derbyshire.custody-visitors",
      title: "Independent custody visitors",
      kind: "custody-visits",
      body: "register/body/opcc-derbyshire",
    },
  }),
  "scrutiny-report": resource({
    summary: "What a scheme of scrutiny saw in a period.",
    schema: scrutiny.scrutinyReport,
    fields: { scheme: text, reported: date },
    columns: ["scheme", "period", "reported", "casesSeen"],
    example: {
      id: "opcc-derbyshire.custody-visitors.2017-03",
      scheme: "assurance/scrutiny-scheme/opcc-derbyshire.custody-visitors",
      reported: "2017-03-27",
    },
  }),
  "commissioned-service": resource({
    summary: "A service that others provide: by whom, for how long, with what outcomes.",
    schema: commissionedService,
    fields: { title: text, body: text, provider: text, objective, ends: date },
    body: "/body",
    columns: ["title", "body", "provider", "starts", "ends", "months"],
    example: {
      id: "opcc-derbyshire.domestic-abuse-derby.2022",
      title: "Domestic abuse services in Derby",
      body: "register/body/opcc-derbyshire",
      provider: "register/body/refuge",
      months: 36,
    },
  }),
  partnership: resource({
    summary: "A partnership: its members, who came, what it was merged from.",
    schema: partnership,
    fields: {
      title: text,
      body: text,
      member: many("/members/*/member"),
      objective,
      reviewDue: date,
    },
    body: "/body",
    columns: ["title", "body", "purpose"],
    example: {
      id: "safer-communities-board",
      title: "Derbyshire Safer Communities Board",
      body: "register/body/safer-communities-board",
    },
  }),
  "equality-assessment": resource({
    summary: "An equality impact assessment: effects by group, actions and their tracking.",
    schema: equalityAssessment,
    fields: { title: text, body: text, of: text, basis: text, reviewDue: date },
    body: "/body",
    columns: ["title", "body", "of", "assessed"],
    example: {
      id: "safer-communities-board.2013",
      title: "Equality impact assessment of the agreement",
      body: "register/body/safer-communities-board",
      of: "assurance/strategy/safer-communities-board.2011",
    },
  }),
  "service-standard": resource({
    summary: "What a body promises those whom it serves, step by step.",
    schema: serviceStandard,
    fields: { title: text, body: text, objective, validFrom: date, validTo: date, reviewDue: date },
    body: "/body",
    columns: ["title", "body", "validFrom", "reviewDue"],
    example: {
      id: "derbyshire-constabulary.disclosure-checks",
      title: "Disclosure and barring checks",
      body: "register/body/derbyshire-constabulary",
      steps: [{ number: 1, promise: "Answer within 14 days", share: "85", days: 14 }],
    },
  }),
};
