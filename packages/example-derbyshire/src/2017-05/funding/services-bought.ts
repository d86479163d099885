import { type ExampleRecord, printed } from "../../example-record.ts";
import { commissionedService, commissioner } from "../../funding-records.ts";
import { in2017 } from "../../papers.ts";
import { observed } from "../../safeguarding-records.ts";

const airAt = (paragraph: string) => in2017({ item: "12G", paragraph });
const audit = in2017({ item: "4B, minutes of 9 March 2017", paragraph: "7.2" });
const devices = in2017({ item: "4A, minutes of 27 March 2017", paragraph: "Mobile data" });

const constabulary = "register/body/derbyshire-constabulary";

/** The air service is paid by use: by hours until March 2016, then by calls that were answered. */
const air = commissionedService({
  id: "derbyshire-constabulary.air-service",
  title: "National Police Air Service",
  body: constabulary,
  provider: { body: "register/body/national-police-air-service", kind: "police" },
  starts: "2013-10-01",
  charges: [
    {
      year: "2013-10-01/2016-03-31",
      unit: "hours flown",
      formula: "An allocation of 400 operational flying hours a year",
      quantity: "400",
    },
    {
      year: "2016",
      unit: "calls answered",
      formula: "From April 2016 each use that was answered, whatever its hours",
      quantity: "150",
      amount: "531000",
    },
    {
      year: "FY2017",
      unit: "calls answered",
      formula: "The share by calls answered, projected from those of 2016",
      amount: "197000",
    },
  ],
  relations: [
    {
      kind: "derived",
      operation: "difference",
      of: ["usage.predicted.2016", "/charges/1/quantity"],
      result: "usage.under-prediction.2016",
    },
    {
      kind: "change",
      from: "/charges/1/amount",
      to: "/charges/2/amount",
      direction: "down",
      words: "a significant reduction",
    },
    { kind: "same", figures: ["/charges/1/quantity", observed("air-support-calls.2016")] },
    {
      kind: "same",
      figures: ["usage.predicted.2017", observed("air-support-calls-predicted.2017")],
    },
  ],
  sources: [airAt("1.1"), airAt("2.3"), airAt("2.4"), airAt("2.30"), airAt("2.31")],
  printed: [
    printed("/starts", "1 October 2013", "2013-10-01", airAt("1.1")),
    printed("/charges/0/quantity", "400 operational flying hours", "400", airAt("2.3")),
    printed("/charges/1/quantity", "150", "150", airAt("2.4")),
    printed("/charges/1/amount", "£531,000", "531000", airAt("2.30")),
    printed("/charges/2/amount", "£197,000", "197000", airAt("2.31")),
    printed("usage.predicted.2016", "597", "597", airAt("2.4")),
    printed("usage.under-prediction.2016", "447 under", "447", airAt("2.4")),
    printed("usage.predicted.2017", "84", "84", airAt("2.5")),
    printed("usage.share-attended.2016", "26%", "26", airAt("2.6")),
    printed("usage.share-attended.2016", "25.5 %", "25.5", airAt("2.13")),
    printed("usage.share-attended.2017-Q1", "18%", "18", airAt("2.6")),
    printed("usage.share-attended.2017-Q1", "18.1%", "18.1", airAt("2.13")),
  ],
});

/** The fees of the external audit, the same in both years. */
const audits = (
  [
    ["opcc-derbyshire", commissioner, "the commissioner", "£31,035"],
    ["derbyshire-constabulary", constabulary, "the chief constable", "£15,000"],
  ] as const
).map(([id, body, whose, text]) => {
  const amount = text.replace(/[£,]/g, "");
  return commissionedService({
    id: `${id}.external-audit`,
    title: `External audit of ${whose}`,
    body,
    provider: {},
    years: ["FY2015", "FY2016"].map((year) => ({ year, amount })),
    sources: [audit],
    printed: [
      printed("/years/0/amount", text, amount, audit),
      printed("/years/1/amount", text, amount, audit),
    ],
  });
});

const mobile = commissionedService({
  id: "derbyshire-constabulary.mobile-devices",
  title: "Mobile devices for officers",
  body: constabulary,
  provider: {},
  charges: [{ year: "2017", unit: "officers on a day", rate: "1.20" }],
  sources: [devices],
  printed: [printed("/charges/0/rate", "£1.20", "1.20", devices)],
});

/** What is paid for by use or by fee, as the pack of May 2017 names it. */
export const servicesBought: readonly ExampleRecord[] = [air, ...audits, mobile];
