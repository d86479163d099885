import { type Resource, resource } from "@moothall/core/plugin";
import { activitySchema, activityWithholds, classifyActivity } from "../resources/activity.ts";
import { activityLogSchema } from "../resources/activity-log.ts";
import { classifyMatter, matterSchema, matterWithholds } from "../resources/matter.ts";
import { placeSchema } from "../resources/place.ts";
import { classifyPlan, planSchema } from "../resources/plan.ts";
import { tourSchema } from "../resources/tour.ts";

const body = "register/body/opcc-derbyshire";

export const visitResources: Readonly<Record<string, Resource>> = {
  plan: resource({
    summary: "Engagement plans: duties, aims, audiences, methods, commitments and reviews.",
    schema: planSchema,
    fields: {
      title: { type: "text" },
      body: { type: "text" },
      status: { type: "text" },
      objective: { type: "text", pointer: "/objectives", many: true },
      validFrom: { type: "date" },
      validTo: { type: "date" },
      reviewDue: { type: "date" },
    },
    classify: classifyPlan,
    body: "/body",
    columns: ["id", "title", "status", "validFrom", "validTo", "reviewDue"],
    example: {
      id: "opcc-derbyshire.2016",
      title: "Community Engagement Plan 2016–20",
      body,
      status: "adopted",
      duties: [
        {
          authority: "Police Act 1996, section 96",
          text: "Obtain the views of people and of victims",
        },
      ],
      audiences: [{ id: "public", text: "General public" }],
      methods: [
        { id: "meetings", text: "Public meetings", kind: "meeting", audiences: ["public"] },
      ],
    },
  }),
  place: resource({
    summary: "The register of towns and villages, with the days on which each had its bounds.",
    schema: placeSchema,
    fields: {
      name: { type: "text" },
      kind: { type: "text" },
      code: { type: "text" },
      authority: { type: "text" },
      population: { type: "integer" },
      successor: { type: "text", pointer: "/successors", many: true },
      validFrom: { type: "date" },
      validTo: { type: "date" },
    },
    columns: ["id", "name", "kind", "authority", "population"],
    example: {
      id: "bakewell",
      name: "Bakewell",
      kind: "town",
      authority: "register/area/derbyshire-dales",
    },
  }),
  tour: resource({
    summary: "Pledges to visit places within a term, with targets on the way.",
    schema: tourSchema,
    fields: {
      title: { type: "text" },
      body: { type: "text" },
      plan: { type: "text" },
      start: { type: "date" },
      end: { type: "date" },
    },
    body: "/body",
    columns: ["id", "title", "start", "end", "places"],
    example: {
      id: "opcc-derbyshire.d383",
      title: "#D383",
      body,
      start: "2016-05-12",
      end: "2020-05-11",
      places: 383,
      interim: [{ by: "2017-06-30", places: 83 }],
    },
  }),
  activity: resource({
    summary: "Visits, meetings, events, focus groups and other activities.",
    schema: activitySchema,
    fields: {
      title: { type: "text" },
      body: { type: "text" },
      kind: { type: "text" },
      date: { type: "text" },
      status: { type: "text" },
      openToPublic: { type: "boolean" },
      place: { type: "text", pointer: "/places", many: true },
      area: { type: "text", pointer: "/areas", many: true },
      objective: { type: "text", pointer: "/objectives", many: true },
      consultation: { type: "text", pointer: "/consultations", many: true },
      tour: { type: "text" },
      log: { type: "text" },
      plan: { type: "text" },
    },
    classify: classifyActivity,
    withholds: activityWithholds,
    body: "/body",
    columns: ["id", "title", "kind", "date", "status"],
    example: {
      id: "opcc-derbyshire.2021.bakewell-rural-crime",
      title: "Rural crime event, Bakewell",
      body,
      kind: "event",
      date: "2021-11-01/2022-06-30",
      status: "held",
      places: ["engagement/place/bakewell"],
      subjects: ["rural crime"],
    },
  }),
  "activity-log": resource({
    summary: "Lists of activities of a period, and what they say of all of them.",
    schema: activityLogSchema,
    fields: { title: { type: "text" }, body: { type: "text" }, period: { type: "text" } },
    body: "/body",
    columns: ["id", "title", "period"],
    example: {
      id: "opcc-derbyshire.2021-11",
      title: "Summary of engagement",
      body,
      period: "2021-11-01/2022-06-30",
      complete: true,
      inEach: { areas: ["register/area/erewash"], atLeast: 2 },
    },
  }),
  matter: resource({
    summary: "Matters that people raised, from question to answer to action to outcome.",
    schema: matterSchema,
    fields: {
      title: { type: "text" },
      body: { type: "text" },
      raised: { type: "date" },
      due: { type: "date" },
      answered: { type: "date" },
      published: { type: "date" },
      route: { type: "text" },
      objective: { type: "text", pointer: "/objectives", many: true },
    },
    classify: classifyMatter,
    withholds: matterWithholds,
    body: "/body",
    columns: ["id", "title", "raised", "due", "answered"],
    example: {
      id: "opcc-derbyshire.2017-1",
      title: "Time to answer 101 calls",
      body,
      question: "Calls to 101 wait too long.",
      raised: "2017-03-01",
      answer: "The force has more call handlers from May.",
      answered: "2017-03-20",
      published: "2017-05-22",
    },
  }),
};
