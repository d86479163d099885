import type { ExampleRecord } from "../../example-record.ts";
import { claim, count, dimension, reported, row } from "../../safeguarding-records.ts";
import { ofItem } from "./places.ts";

const item = ofItem("12F");
const claims = item({ paragraph: "4.1" });
const injuries = item({ paragraph: "7.1" });
const table = item({ paragraph: "7.5", table: "Incidents per 100 employees" });
const half = "2016-10-01/2017-03-31";
const halfBefore = "2016-04-01/2016-09-30";
const low = { polarity: { direction: "low" } };

/** Item 12F; what it tells of single accidents and settlements is not held. */
export const healthAndSafety: readonly ExampleRecord[] = [
  count(claims, {
    id: "employer-liability-claims",
    title: "Employer liability claims in hand",
    theme: "health-and-safety",
    unit: "claims",
    timing: "stock",
    text: "Claims by employees for an injury on duty, by cause",
    dimensions: [
      dimension("cause", "Cause", {
        training: "Training",
        building: "Building or equipment",
        operation: "Operational response",
      }),
    ],
  }),
  ...row("employer-liability-claims", claims, {}, { "@2017-05-22": "17" }),
  ...Object.entries({ training: "6", building: "7", operation: "4" }).flatMap(([cause, value]) =>
    row(
      "employer-liability-claims",
      claims,
      { breakdown: `cause=${cause}` },
      {
        "@2017-05-22": value,
      },
    ),
  ),
  count(injuries, {
    id: "injuries-on-duty",
    title: "Injuries on duty",
    theme: "health-and-safety",
    unit: "injuries",
    text: "Injuries on duty that were recorded, near misses among them as the report counts them",
    ...low,
    dimensions: [dimension("group", "To", { officers: "Police officers", staff: "Staff" })],
  }),
  ...row("injuries-on-duty", injuries, {}, { [half]: "133" }),
  ...row(
    "injuries-on-duty",
    item({ paragraph: "7.2" }),
    { breakdown: "group=officers" },
    {
      [half]: "98",
    },
  ),
  ...row(
    "injuries-on-duty",
    item({ paragraph: "7.2" }),
    { breakdown: "group=staff" },
    {
      [half]: "35",
    },
  ),
  claim(injuries, "injuries-on-duty", {
    id: "12f.injuries-up",
    text: "24 more than in the report before",
    period: half,
    says: { kind: "change", against: halfBefore, amount: "24" },
  }),
  count(injuries, {
    id: "near-misses",
    title: "Near-miss reports",
    theme: "health-and-safety",
    unit: "reports",
    text: "Reports of near misses",
  }),
  ...row("near-misses", injuries, {}, { [half]: "11" }),
  claim(item({ paragraph: "7.4" }), "near-misses", {
    id: "12f.near-misses-down",
    text: "six fewer than in the report before",
    period: half,
    says: { kind: "change", against: halfBefore, amount: "-6" },
  }),
  count(injuries, {
    id: "reportable-accidents",
    title: "Accidents reported to the Health and Safety Executive",
    theme: "health-and-safety",
    unit: "accidents",
    ...low,
    text: "Accidents that the regulations of 2013 make reportable",
  }),
  ...row("reportable-accidents", injuries, {}, { [half]: "16" }),
  count(table, {
    id: "accidents",
    title: "Accidents",
    theme: "health-and-safety",
    unit: "accidents",
    ...low,
    text: "Accidents of a calendar year; of 2017 the first three months",
  }),
  ...row("accidents", table, {}, { "2014": "311", "2015": "279", "2016": "273", "2017-Q1": "57" }),
  reported(table, "employees", {
    id: "accident-rate",
    title: "Accidents per 100 employees",
    theme: "health-and-safety",
    unit: "accidents per 100 employees",
    places: 1,
    ...low,
    text: "Accidents of a calendar year per 100 employees; of 2017 the first three months",
  }),
  ...row(
    "accident-rate",
    table,
    {},
    { "2014": "8.1", "2015": "7.3", "2016": "7.3", "2017-Q1": "1.5" },
  ),
  count(item({ paragraph: "6.4" }), {
    id: "health-and-safety-survey-returns",
    title: "Returns of the health and safety survey",
    theme: "health-and-safety",
    unit: "returns",
    text: "Returns of the survey on the strategy of 2014 to 2016",
  }),
  ...row("health-and-safety-survey-returns", item({ paragraph: "6.4" }), {}, { "2016-10": "76" }),
  count(item({ paragraph: "5.10" }), {
    id: "vehicles-with-asbestos-kits",
    title: "Marked vehicles with asbestos protection kits",
    theme: "health-and-safety",
    unit: "vehicles",
    timing: "stock",
    text: "Marked police vehicles that were given kits",
  }),
  ...row("vehicles-with-asbestos-kits", item({ paragraph: "5.10" }), {}, { "@2017-05-22": "160" }),
  count(item({ paragraph: "5.2" }), {
    id: "user-operated-crossings",
    title: "User-operated railway crossings",
    theme: "health-and-safety",
    unit: "crossings",
    timing: "stock",
    text: "Crossings of the county that officers and staff may have to use",
  }),
  ...row("user-operated-crossings", item({ paragraph: "5.2" }), {}, { "@2017-05-22": "23" }),
];
