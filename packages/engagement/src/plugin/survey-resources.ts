import { type Resource, resource } from "@moothall/core/plugin";
import { classifyConsultation, consultationSchema } from "../resources/consultation.ts";
import { marginSchema } from "../resources/margin.ts";
import { alwaysConfidential, responseSchema } from "../resources/response.ts";
import { classifyResult, resultSchema } from "../resources/result.ts";
import { classifyStatement, statementSchema, voteSchema } from "../resources/statement.ts";
import { classifySubmission, submissionSchema } from "../resources/submission.ts";

const body = "register/body/opcc-derbyshire";
const consultation = "engagement/consultation/opcc-derbyshire.listening-to-you.2021";

export const surveyResources: Readonly<Record<string, Resource>> = {
  consultation: resource({
    summary: "Consultations and surveys that the body carries out.",
    schema: consultationSchema,
    fields: {
      title: { type: "text" },
      body: { type: "text" },
      kind: { type: "text" },
      status: { type: "text" },
      series: { type: "text" },
      opens: { type: "date" },
      closes: { type: "date" },
      decision: { type: "text" },
      objective: { type: "text", pointer: "/objectives", many: true },
    },
    classify: classifyConsultation,
    body: "/body",
    columns: ["id", "title", "kind", "status", "opens", "closes"],
    example: {
      id: "opcc-derbyshire.listening-to-you.2021",
      title: "Listening to You 2021–22",
      body,
      kind: "survey",
      status: "published",
      series: "Listening to You",
      wave: "2021-22",
      design: "opt-in",
      responses: { count: 2500, atLeast: true },
      questions: [
        {
          id: "safe",
          text: "Do you feel safe where you live?",
          type: "one",
          options: [
            { id: "yes", text: "Yes" },
            { id: "no", text: "No" },
          ],
        },
      ],
    },
  }),
  response: resource({
    summary: "Responses to consultations; confidential, with nothing that says who answered.",
    schema: responseSchema,
    fields: {
      consultation: { type: "text" },
      received: { type: "instant" },
      area: { type: "text" },
      sameAs: { type: "text" },
    },
    classify: alwaysConfidential,
    columns: ["id", "consultation", "received"],
    example: {
      id: "opcc-derbyshire.listening-to-you.2021.2",
      consultation,
      received: "2021-12-01T12:00:00Z",
      answers: { safe: "yes" },
      demographics: { sex: "female" },
    },
  }),
  margin: resource({
    summary: "Populations by one characteristic, to weight and compare by.",
    schema: marginSchema,
    fields: {
      title: { type: "text" },
      area: { type: "text" },
      demographic: { type: "text" },
      date: { type: "date" },
    },
    columns: ["id", "title", "area", "demographic", "date"],
    example: {
      id: "derbyshire.sex.2021",
      title: "Sex, 2021 Census",
      area: "register/area/derbyshire",
      demographic: "sex",
      date: "2021-03-21",
      publisher: "Example Statistics",
      population: { female: 51, male: 49 },
    },
  }),
  result: resource({
    summary: "Published results of questions, with base, method and weights.",
    schema: resultSchema,
    fields: {
      title: { type: "text" },
      body: { type: "text" },
      consultation: { type: "text" },
      question: { type: "text" },
      wave: { type: "text" },
      published: { type: "date" },
    },
    classify: classifyResult,
    body: "/body",
    columns: ["id", "title", "wave", "base", "method"],
    example: {
      id: "opcc-derbyshire.listening-to-you.2021.safe",
      title: "Feeling safe",
      body,
      consultation,
      question: "safe",
      version: 1,
      text: "Do you feel safe where you live?",
      design: "opt-in",
      options: ["yes", "no"],
      groups: ["respondents"],
      counts: [[1500], [1000]],
      base: 2500,
      shares: [0.6, 0.4],
      method: "not weighted; share of those who answered",
      policy: { small: [1, 9] },
      published: "2022-06-23",
    },
  }),
  statement: resource({
    summary: "Statements that participants agree or disagree with; public once accepted.",
    schema: statementSchema,
    fields: { consultation: { type: "text" }, status: { type: "text" } },
    classify: classifyStatement,
    columns: ["id", "text", "status"],
    example: {
      id: "opcc-derbyshire.listening-to-you.2021.s1",
      consultation,
      text: "There should be more patrols on foot.",
      status: "accepted",
    },
  }),
  vote: resource({
    summary: "Votes on statements: 1 agrees, -1 disagrees, 0 passes; confidential.",
    schema: voteSchema,
    fields: {
      consultation: { type: "text" },
      statement: { type: "text" },
      participant: { type: "text" },
      received: { type: "instant" },
    },
    classify: alwaysConfidential,
    columns: ["id", "statement", "vote"],
    example: {
      id: "opcc-derbyshire.listening-to-you.2021.s1.p1",
      consultation,
      statement: "engagement/statement/opcc-derbyshire.listening-to-you.2021.s1",
      participant: "p1",
      vote: 1,
      received: "2021-12-01T12:00:00Z",
    },
  }),
  submission: resource({
    summary: "Our answers to consultations of others, question by question.",
    schema: submissionSchema,
    fields: {
      title: { type: "text" },
      body: { type: "text" },
      status: { type: "text" },
      closes: { type: "date" },
    },
    classify: classifySubmission,
    body: "/body",
    columns: ["id", "title", "consulter", "closes", "status"],
    example: {
      id: "probation-trust.transforming-rehabilitation",
      title: "Response to Transforming Rehabilitation",
      body: "register/body/derbyshire-probation-trust",
      consultation: "Transforming Rehabilitation",
      consulter: "Ministry of Justice",
      status: "submitted",
      items: [
        {
          questions: [
            { number: "C12", text: "Which delivery structure would be most appropriate?" },
            { number: "C13", text: "How can the system use local expertise?" },
          ],
          answer: "The model lends itself to merged trusts.",
        },
      ],
    },
  }),
};
