import { resource } from "@moothall/core/plugin";
import { area as areaSchema } from "../area.ts";
import { body as bodySchema } from "../body.ts";
import { objective as objectiveSchema } from "../objective.ts";
import { officeHolding as officeHoldingSchema } from "../office-holding.ts";
import { person as personSchema } from "../person.ts";
import { plan as planSchema } from "../plan.ts";
import { post as postSchema } from "../post.ts";

const validity = { validFrom: { type: "date" }, validTo: { type: "date" } } as const;

export const body = resource({
  summary: "A body that acts, is paid or meets: from a commissioner to a supplier.",
  schema: bodySchema,
  fields: {
    name: { type: "text" },
    kind: { type: "text" },
    identifier: { type: "text", pointer: "/identifiers", many: true },
    nation: { type: "text" },
    parent: { type: "text" },
    area: { type: "text" },
    successor: { type: "text", pointer: "/successors", many: true },
    ...validity,
  },
  columns: ["name", "kind", "identifiers", "parent", "validFrom", "validTo"],
  example: {
    id: "derbyshire-county-council",
    name: "Derbyshire County Council",
    kind: "council",
    identifiers: ["GB-LAE-DBY"],
    nation: "england",
    area: "register/area/derbyshire",
    legalProfiles: [
      { profile: "english-council", authority: "Local Government Act 1972, Part VA" },
    ],
  },
});

export const post = resource({
  summary: "A post in a body, whoever holds it.",
  schema: postSchema,
  fields: {
    title: { type: "text" },
    body: { type: "text" },
    elected: { type: "boolean" },
    area: { type: "text" },
    ...validity,
  },
  body: "/body",
  columns: ["title", "body", "elected", "validFrom", "validTo"],
  example: {
    id: "opcc-derbyshire.chief-finance-officer",
    title: "Chief Finance Officer",
    body: "register/body/opcc-derbyshire",
  },
});

export const person = resource({
  summary: "An elected office-holder, the only person whom the register names.",
  schema: personSchema,
  fields: {
    name: { type: "text" },
    post: { type: "text", pointer: "/electedTo/*/post", many: true },
  },
  columns: ["name"],
  example: {
    id: "a-commissioner",
    name: "A. Commissioner",
    electedTo: [{ post: "register/post/opcc-derbyshire.commissioner", poll: "2016-05-05" }],
  },
});

export const officeHolding = resource({
  summary: "Which elected person held which post, and when.",
  schema: officeHoldingSchema,
  fields: { post: { type: "text" }, person: { type: "text" }, ...validity },
  columns: ["post", "person", "validFrom", "validTo"],
  example: {
    id: "opcc-derbyshire.commissioner.2016",
    post: "register/post/opcc-derbyshire.commissioner",
    person: "register/person/a-commissioner",
    validFrom: "2016-05-12",
  },
});

export const area = resource({
  summary: "An area with its code, its larger area and the days on which it held.",
  schema: areaSchema,
  fields: {
    name: { type: "text" },
    kind: { type: "text" },
    code: { type: "text" },
    parent: { type: "text" },
    successor: { type: "text", pointer: "/successors", many: true },
    ...validity,
  },
  columns: ["name", "kind", "code", "parent", "validFrom", "validTo"],
  example: {
    id: "chesterfield",
    name: "Chesterfield",
    kind: "district",
    code: "E07000034",
    parent: "register/area/derbyshire",
    validFrom: "1974-04-01",
  },
});

export const plan = resource({
  summary: "A plan with numbered objectives that other records point at.",
  schema: planSchema,
  fields: {
    title: { type: "text" },
    body: { type: "text" },
    reviewDue: { type: "date" },
    ...validity,
  },
  body: "/body",
  columns: ["title", "body", "launched", "validFrom", "validTo", "reviewDue"],
  example: {
    id: "opcc-derbyshire.2016",
    title: "Police and Crime Plan",
    body: "register/body/opcc-derbyshire",
    launched: "2016-09",
    authority: "Police Reform and Social Responsibility Act 2011, section 5",
  },
});

export const objective = resource({
  summary: "A numbered objective or priority of a plan.",
  schema: objectiveSchema,
  fields: {
    plan: { type: "text" },
    number: { type: "integer" },
    ...validity,
  },
  columns: ["number", "text", "plan"],
  expects: [
    {
      direction: "referred-to-by",
      kinds: ["meetings", "funding", "procurement", "engagement", "safeguarding", "assurance"],
      missing: "No record that you may see serves this objective.",
      fix: "Name the objective in the reports, awards or indicators that serve it.",
    },
  ],
  example: {
    id: "opcc-derbyshire.2016.3",
    plan: "register/plan/opcc-derbyshire.2016",
    number: 3,
    text: "Tackle the impact of drugs and alcohol on communities",
  },
});
