import { type ExampleRecord, printed } from "../../example-record.ts";
import { award, commissionedService, commissioner } from "../../funding-records.ts";
import { in2017 } from "../../papers.ts";
import { reportAndLog } from "../decisions/decision-log.ts";

const at = (paragraph: string) => in2017({ item: "15A, Appendix C", paragraph });
const report = in2017({ item: "15A, Appendix C" });

const recipient = { body: "register/body/sv2", kind: "voluntary" };
const county = {
  name: "Derbyshire County Council",
  body: "register/body/derbyshire-county-council",
};

const ours = {
  name: "Police and Crime Commissioner for Derbyshire",
  body: commissioner,
  year: "FY2016",
};

/**
 * Decision 15/17: counselling for victims of sexual violence, and who pays for how much of it. The
 * grant of £25,000 before it is told only in passing, so it is held as what the commissioner pays and
 * not as an award: its decision is in no pack.
 */
export const counselling: readonly ExampleRecord[] = [
  award({
    id: "opcc.2017-15",
    body: commissioner,
    kind: "victim-services-grant",
    recipient,
    title: "Counselling for victims in 2016/17: additional demand",
    purpose: "Pays for counselling beyond what was planned, once.",
    appliedFor: "20000",
    amount: "20000",
    current: "20000",
    year: "FY2016",
    awarded: "2017-04-06",
    starts: "2016-04-01",
    ends: "2017-03-31",
    decision: "meetings/decision/opcc.2017-15",
    reason: "More people needed the service than before; bids to the lottery were not yet decided.",
    conditions: ["A grant agreement on the agreed data and outcomes"],
    sensitivity: "victim-service",
    sources: [at("1.1"), at("2.6"), at("2.7"), ...reportAndLog("Appendix C")],
    printed: [
      printed("/amount", "£20,000", "20000", at("1.1")),
      printed("/appliedFor", "£20,000", "20000", at("2.6")),
      printed("/amount", "£20,000", "20000", at("3")),
      printed("/awarded", "6TH APRIL 2017", "2017-04-06", report),
      printed("/ends", "31st March 2017", "2017-03-31", at("1.1")),
      printed("/starts", "April 2016", "2016-04", at("3")),
      printed("/ends", "March 2017", "2017-03", at("3")),
      printed("joint-planning-agreed", "March 2016", "2016-03", at("2.1")),
      printed("joint-planning-first-met", "30th June 2016", "2016-06-30", at("2.2")),
    ],
    relations: [
      {
        kind: "same",
        figures: ["/awarded", { record: "meetings/decision/opcc.2017-15", of: "/taken" }],
        because: "The report and the log give one day.",
      },
      {
        kind: "same",
        figures: ["/amount", "/appliedFor"],
        because: "What was asked for is proposed.",
      },
      {
        kind: "order",
        dates: [
          "joint-planning-agreed",
          { record: "meetings/paper/sgb.2017-05-22.11b", of: "elected" },
          "joint-planning-first-met",
          "/awarded",
        ],
        because:
          "It was agreed while the commissioner was deputy, and he led it from its first meeting.",
      },
    ],
  }),
  commissionedService({
    id: "derbyshire-county-council.counselling",
    title: "Counselling for victims of sexual violence",
    body: county.body,
    provider: recipient,
    coFunders: [
      { ...county, year: "FY2016", amount: "25000" },
      { ...ours, amount: "25000" },
      { ...ours, amount: "20000" },
      { ...county, year: "FY2017", amount: "12500" },
    ],
    sensitivity: "victim-service",
    sources: [at("2.4"), at("2.5"), at("2.6"), at("2.8")],
    printed: [
      printed("gap", "£50,000", "50000", at("2.5")),
      printed("gap-until", "31st March 2017", "2017-03-31", at("2.4")),
      printed("/coFunders/0/amount", "£25,000", "25000", at("2.5")),
      printed("/coFunders/1/amount", "£25,000", "25000", at("2.5")),
      printed("/coFunders/2/amount", "£20,000", "20000", at("2.6")),
      printed("/coFunders/3/amount", "£12,500", "12500", at("2.8")),
    ],
    relations: [
      {
        kind: "same",
        figures: ["/coFunders/0/amount", "/coFunders/1/amount"],
        because: "The commissioner's matches the council's.",
      },
      {
        kind: "total",
        parts: ["/coFunders/0/amount", "/coFunders/1/amount"],
        total: "gap",
        because: "The two halves close it.",
      },
      {
        kind: "same",
        figures: ["gap-until", { record: "funding/award/opcc.2017-15", of: "/ends" }],
        because: "The further grant is for the same year.",
      },
      {
        kind: "same",
        figures: ["/coFunders/2/amount", { record: "funding/award/opcc.2017-15", of: "/amount" }],
      },
    ],
  }),
  commissionedService({
    id: "north-derbyshire-ccg.counselling",
    title: "Counselling by SAIL",
    body: "register/body/north-derbyshire-ccg",
    provider: { body: "register/body/sail", kind: "voluntary" },
    sensitivity: "victim-service",
    sources: [at("2.8")],
  }),
];
