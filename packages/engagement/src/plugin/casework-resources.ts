import { type Resource, resource } from "@moothall/core/plugin";
import { caseworkTableSchema, classifyCaseworkTable } from "../resources/casework-table.ts";
import { categorySetSchema } from "../resources/category-set.ts";
import { contactDetailsSchema, contactSchema } from "../resources/contact.ts";
import { holdSchema } from "../resources/hold.ts";
import { alwaysConfidential } from "../resources/response.ts";

const body = "register/body/opcc-derbyshire";
const categories = "engagement/category-set/opcc-derbyshire.2016";

export const caseworkResources: Readonly<Record<string, Resource>> = {
  contact: resource({
    summary: "Casework contacts; confidential, with no name and no text.",
    schema: contactSchema,
    fields: {
      body: { type: "text" },
      received: { type: "date" },
      closed: { type: "date" },
      nature: { type: "text" },
      subject: { type: "text" },
      route: { type: "text" },
      channel: { type: "text" },
      area: { type: "text" },
      details: { type: "text" },
    },
    classify: alwaysConfidential,
    body: "/body",
    columns: ["id", "received", "nature", "subject", "route", "closed"],
    example: {
      id: "opcc-derbyshire.2017-0001",
      body,
      received: "2017-04-03",
      acknowledged: "2017-04-04",
      categories,
      nature: "general-enquiry",
      subject: "traffic",
      subCategory: "speed",
      route: "force",
    },
  }),
  "contact-details": resource({
    summary: "Who got in touch and what they wrote, apart from the case; confidential.",
    schema: contactDetailsSchema,
    fields: { body: { type: "text" }, closed: { type: "date" } },
    classify: alwaysConfidential,
    body: "/body",
    columns: ["id", "closed"],
    example: {
      id: "opcc-derbyshire.2017-0001",
      body,
      correspondence: [{ date: "2017-04-03", text: "Cars go too fast here." }],
    },
  }),
  "category-set": resource({
    summary: "Dated sets of casework categories, with what is new and what moved.",
    schema: categorySetSchema,
    fields: {
      title: { type: "text" },
      body: { type: "text" },
      validFrom: { type: "date" },
      validTo: { type: "date" },
    },
    body: "/body",
    columns: ["id", "title", "validFrom", "validTo"],
    example: {
      id: "opcc-derbyshire.2016",
      title: "Categories of 2016–17",
      body,
      previous: "engagement/category-set/opcc-derbyshire.2015",
      categories: [
        { id: "feedback", title: "Feedback", dimension: "nature" },
        {
          id: "appreciation",
          title: "Appreciation",
          dimension: "nature",
          isNew: true,
          formerlyIn: ["feedback"],
        },
      ],
    },
  }),
  "casework-table": resource({
    summary: "Published counts of casework; null is suppressed.",
    schema: caseworkTableSchema,
    fields: {
      title: { type: "text" },
      body: { type: "text" },
      dimension: { type: "text" },
      period: { type: "text" },
      published: { type: "date" },
    },
    classify: classifyCaseworkTable,
    body: "/body",
    columns: ["id", "title", "dimension", "period", "total"],
    example: {
      id: "opcc-derbyshire.nature.fy2016",
      title: "Nature of contact, 2016–17",
      body,
      dimension: "nature",
      period: "FY2016",
      rows: [
        { category: "complaint", title: "Complaint or dissatisfaction", count: 147 },
        { category: "other", count: 240 },
      ],
      total: 387,
      disclosedIn: { document: "Strategic Governance Board pack, 22 May 2017", item: "11A" },
    },
  }),
  hold: resource({
    summary: "Orders to keep records beyond their time; confidential.",
    schema: holdSchema,
    fields: {
      about: { type: "text", many: true },
      from: { type: "date" },
      lifted: { type: "date" },
    },
    classify: alwaysConfidential,
    columns: ["id", "reason", "from", "lifted"],
    example: {
      id: "opcc-derbyshire.inquiry-2017",
      reason: "Kept for an inquiry",
      about: ["engagement/contact/opcc-derbyshire.2017-0001"],
      from: "2017-06-01",
    },
  }),
};
