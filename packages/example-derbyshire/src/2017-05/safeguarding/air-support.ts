import type { ExampleRecord } from "../../example-record.ts";
import {
  claim,
  count,
  dimension,
  type From,
  observed,
  reported,
  row,
  type Shown,
  safeguarding,
} from "../../safeguarding-records.ts";
import { ofItem } from "./places.ts";

const item = ofItem("12G");
const use = item({ paragraph: "2.4" });
const recent = item({ paragraph: "2.5" });
const rates = item({ paragraph: "2.6" });
const service = item({ paragraph: "2.13" });
const times = item({ paragraph: "2.10" });
const region = item({ paragraph: "2.20" });
const theme = "air-support";

const share = (from: From, id: string, title: string, year: Shown, quarter: Shown) => [
  reported(from, "calls", {
    id,
    title,
    theme,
    unit: "% of calls",
    places: 1,
    text: `${title}, of all calls of the period`,
  }),
  ...row(id, from, {}, { "2016": year, "2017-Q1": quarter }),
];

/** Item 12G. What the service costs is with the money. */
export const airSupport: readonly ExampleRecord[] = [
  count(use, {
    id: "air-support-calls",
    title: "Air support calls actioned",
    theme,
    unit: "calls",
    text: "Calls for the force that the air service took up",
  }),
  ...row("air-support-calls", use, {}, { "2016": "150" }),
  ...row(
    "air-support-calls",
    recent,
    {},
    {
      "2016-12-01/2017-03-31": "31",
      "2016-12": "10",
      "2017-Q1": "21",
    },
  ),
  safeguarding("target", {
    id: "air-support-allocation-2016",
    title: "Deployments allocated for 2016",
    indicator: "safeguarding/indicator/air-support-calls",
    area: "register/area/derbyshire-police-force-area",
    period: "2016",
    value: "597",
    setBy: "National Police Air Service",
    sources: [use.source],
    printed: [
      { of: "/value", text: "597", value: "597", source: use.source },
      { of: "each-month", text: "50 per month", value: "50", source: use.source },
    ],
    relations: [
      {
        kind: "ratio",
        part: "/value",
        base: { constant: "12" },
        ratio: "each-month",
        because: "A year has twelve months.",
      },
    ],
  }),
  claim(use, "air-support-calls", {
    id: "12g.under-allocation",
    text: "447 under the allocation of 597",
    period: "2016",
    says: { kind: "gap", side: "below", amount: "447", from: "597" },
  }),
  claim(service, "air-support-calls", {
    id: "12g.reduced",
    text: "75 % fewer than allocated",
    period: "2016",
    says: { kind: "gap", side: "below", percent: "75", from: "597" },
  }),
  count(recent, {
    id: "air-support-calls-predicted",
    title: "Air support calls predicted",
    theme,
    unit: "calls",
    text: "What the first quarter would make of the year",
  }),
  ...row(
    "air-support-calls-predicted",
    recent,
    {},
    {
      "2017": {
        text: "84",
        status: ["E"],
        relations: [
          {
            kind: "derived",
            operation: "product",
            of: [observed("air-support-calls.2017-q1"), { constant: "4" }],
            result: "/value",
            because: "A year has four quarters.",
          },
        ],
      },
    },
  ),
  claim(recent, "air-support-calls-predicted", {
    id: "12g.fewer-than-2016",
    text: "66 fewer than the 150 of 2016",
    period: "2017",
    says: { kind: "gap", side: "below", amount: "66", from: "150" },
  }),
  ...share(
    service,
    "air-support-attended",
    "Calls at which the aircraft came",
    { text: "25.5%", also: [{ text: "26%", unit: "1", source: rates.source }] },
    { text: "18.1%", also: [{ text: "18%", unit: "1", source: rates.source }] },
  ),
  ...share(rates, "air-support-declined", "Calls declined", { text: "17%" }, { text: "36%" }),
  ...share(rates, "air-support-cancelled", "Calls cancelled", { text: "44%" }, { text: "30%" }),
  reported(times, "calls of the priority", {
    id: "air-support-minutes",
    title: "Minutes from request to arrival",
    theme,
    unit: "minutes",
    places: 2,
    polarity: { direction: "low" },
    text: "Mean minutes from the request received to arrival at the scene, by priority",
    dimensions: [dimension("priority", "Priority", { one: "Priority 1", two: "Priority 2" })],
  }),
  ...row(
    "air-support-minutes",
    times,
    { breakdown: "priority=one" },
    {
      "2016": {
        text: "20.53",
        also: [{ of: "before", text: "18.6", source: times.source }],
        relations: [
          { kind: "change", from: "before", to: "/value", direction: "up", words: "increased" },
        ],
      },
      "2017-Q1": { text: "1", comment: "One call, with the aircraft overhead." },
    },
  ),
  ...row(
    "air-support-minutes",
    times,
    { breakdown: "priority=two" },
    {
      "2015-04-01/2015-12-31": "25",
      "2016": { text: "44", also: [{ text: "54", source: item({ paragraph: "2.14" }).source }] },
      "2017-Q1": { text: "44", also: [{ text: "44", source: item({ paragraph: "2.14" }).source }] },
    },
  ),
  count(region, {
    id: "air-support-region-calls",
    title: "Air support calls actioned, central region",
    theme,
    unit: "calls",
    text: "Calls taken up in the air service's central region",
  }),
  ...row("air-support-region-calls", region, {}, { "2016": "3,402" }),
  safeguarding("target", {
    id: "air-support-region-allocation-2016",
    title: "Deployments allocated for 2016, central region",
    indicator: "safeguarding/indicator/air-support-region-calls",
    period: "2016",
    value: "3693",
    setBy: "National Police Air Service",
    sources: [region.source],
    printed: [{ of: "/value", text: "3,693", value: "3693", source: region.source }],
  }),
  count(item({ paragraph: "2.26" }), {
    id: "air-support-bases",
    title: "Operational bases of the air service",
    theme,
    unit: "bases",
    timing: "stock",
    text: "Bases in operation across the country",
  }),
  ...row(
    "air-support-bases",
    item({ paragraph: "2.26" }),
    {},
    {
      "@2017-05-22": {
        text: "15",
        also: [{ of: "before", text: "20", source: item({ paragraph: "2.26" }).source }],
        relations: [
          { kind: "change", from: "before", to: "/value", direction: "down", words: "a reduction" },
        ],
      },
    },
  ),
];
