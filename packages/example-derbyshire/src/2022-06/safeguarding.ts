import type { ExampleRecord } from "../example-record.ts";
import { in2022 } from "../papers.ts";
import { count, type From, row, safeguarding } from "../safeguarding-records.ts";

const at = (paragraph: string): From => ({
  source: in2022({ paragraph }),
  disclosedOn: "2022-06-23",
});

/** Figures of performance in the report of 23 June 2022; those of surveys and grants are elsewhere. */
export const safeguarding2022: readonly ExampleRecord[] = [
  count(at("3.8"), {
    id: "neighbourhood-watch-growth",
    title: "Growth of Neighbourhood Watch",
    theme: "community",
    unit: "members",
    counts: "people",
    polarity: { direction: "high" },
    text: "Members that joined, less those that left, between two months",
  }),
  ...row(
    "neighbourhood-watch-growth",
    at("3.8"),
    {},
    {
      "2021-05-01/2022-06-23": {
        text: "2,482",
        also: [
          {
            of: "/period",
            text: "Since May 2021 to June 2022",
            value: "2021-05-01/2022-06-23",
            source: at("3.8").source,
          },
        ],
      },
    },
  ),
  count(at("3.8"), {
    id: "neighbourhood-watch-schemes-funded",
    title: "Neighbourhood Watch schemes that received funding",
    theme: "community",
    unit: "schemes",
    text: "Local schemes that received money of the fund",
  }),
  ...row("neighbourhood-watch-schemes-funded", at("3.8"), {}, { "2021-11-01/2022-06-23": "21" }),
  count(at("3.11"), {
    id: "bleed-control-kits",
    title: "Bleed control kits sponsored",
    theme: "community",
    unit: "kits",
    text: "Kits for licensed premises of the city that the commissioner paid for",
  }),
  ...row(
    "bleed-control-kits",
    at("3.11"),
    { area: "register/area/derby" },
    {
      "2021-11-01/2022-06-23": {
        text: "20",
        also: [{ text: "20", source: at("3.11").source }],
      },
    },
  ),
  count(at("3.16"), {
    id: "uplift-officers-recruited",
    title: "Officers recruited under the uplift programme",
    theme: "workforce",
    unit: "officers",
    counts: "people",
    timing: "stock",
    polarity: { direction: "high" },
    text: "Officers recruited since the programme began, by the day of the report",
  }),
  ...row("uplift-officers-recruited", at("3.16"), {}, { "@2022-06-23": "158" }),
  safeguarding("target", {
    id: "uplift-officers-2022",
    title: "Officers still to be recruited in the year",
    indicator: "safeguarding/indicator/uplift-officers-recruited",
    area: "register/area/derbyshire-police-force-area",
    period: "FY2022",
    value: "125",
    setBy: "Derbyshire Constabulary",
    sources: [at("3.16").source],
    printed: [{ of: "/value", text: "125", value: "125", source: at("3.16").source }],
  }),
];
