import { type ExampleRecord, printed } from "../../example-record.ts";
import { commissionedService, fund } from "../../funding-records.ts";
import { in2017 } from "../../papers.ts";

const consortium = in2017({ item: "11D, Appendix B" });
const refuge = in2017({ item: "11D, Appendix C" });
const briefing = in2017({ item: "11D, Appendix C", table: "Appendix I" });
const council = in2017({ item: "11D, Appendix D" });

const county = "register/body/derbyshire-county-council";
const constabulary = {
  name: "Derbyshire Constabulary",
  body: "register/body/derbyshire-constabulary",
};
const countyCouncil = { name: "Derbyshire County Council", body: county };
const cityCouncil = { name: "Derby City Council", body: "register/body/derby-city-council" };
const commissioner = {
  name: "Police and Crime Commissioner for Derbyshire",
  body: "register/body/opcc-derbyshire",
};

/** Services of the county council and those who pay for them with it. */
const inCounty: readonly ExampleRecord[] = [
  commissionedService({
    id: "derbyshire-county-council.domestic-abuse",
    title: "Domestic abuse services in the county",
    body: county,
    provider: { body: "register/body/derbyshire-domestic-abuse-services-consortium" },
    starts: "2016-04-01",
    // Both amounts are of a year; the report of May 2017 is taken for that year.
    coFunders: [
      { ...countyCouncil, year: "FY2017", amount: "1400000" },
      { name: "Partners", year: "FY2017", amount: "200000" },
      commissioner,
    ],
    sensitivity: "refuge",
    sources: [consortium, council],
    printed: [
      printed("/starts", "1st April 2016", "2016-04-01", council),
      printed("/starts", "April 2016", "2016-04", consortium),
      printed("/coFunders/0/amount", "approx. £1.4m", "1400000", council),
      printed("/coFunders/1/amount", "approximately £200k", "200000", council),
    ],
  }),
  commissionedService({
    id: "derbyshire-county-council.helpline",
    title: "Helpline for domestic abuse, for victims and professionals",
    body: county,
    provider: { body: "register/body/action-housing", kind: "voluntary" },
    starts: "2016-04-01",
    sensitivity: "victim-service",
    sources: [council],
  }),
  commissionedService({
    id: "derbyshire-county-council.violence-advisers",
    title: "Independent Domestic Violence Advisers for those at high risk, with court and health",
    body: county,
    provider: {},
    coFunders: [countyCouncil, constabulary, commissioner],
    sensitivity: "victim-service",
    sources: [council],
  }),
  commissionedService({
    id: "derbyshire-constabulary.risk-assessment-conference",
    title: "Team that administers the risk assessment conferences (MARAC)",
    body: "register/body/derbyshire-constabulary",
    provider: { body: "register/body/derbyshire-constabulary", kind: "police" },
    coFunders: [
      constabulary,
      cityCouncil,
      countyCouncil,
      { name: "Clinical Commissioning Groups" },
    ],
    sources: [council],
  }),
  commissionedService({
    id: "derbyshire-wish.rooms",
    title: "Rooms for counselling, hired by the session",
    body: "register/body/derbyshire-wish",
    provider: {},
    charges: [
      {
        year: "2017",
        unit: "sessions of one person's course",
        quantity: "15",
        rate: "6.50",
        amount: "97.50",
      },
      { year: "2017", unit: "persons", quantity: "20", rate: "97.50", amount: "1950.00" },
    ],
    sources: [consortium],
    printed: [
      printed("/charges/0/rate", "£ 6.50", "6.50", consortium),
      printed("/charges/0/quantity", "15 sessions", "15", consortium),
      printed("/charges/0/amount", "£97.50", "97.50", consortium),
      { ...printed("/charges/1/amount", "nearly £2000", "2000", consortium), unit: "100" },
    ],
  }),
  fund({
    id: "derbyshire-county-council.additional-needs",
    title: "Projects for victims of domestic abuse with additional needs",
    body: county,
    source: "other",
    sourceName: "Department for Communities and Local Government",
    sources: [council, consortium],
    printed: [
      // The year is not printed, so the fund has no year's budget; it is for twelve months.
      printed("budget", "£530k", "530000", council),
      printed("length", "12 months", "12", consortium),
    ],
  }),
];

/** What Refuge runs in the city; its address is nowhere in the pack, and nothing locates it here. */
const inCity: readonly ExampleRecord[] = [
  commissionedService({
    id: "derby-city-council.refuge",
    title: "Refuge and outreach in Derby, under contract with the city council",
    body: cityCouncil.body,
    provider: { body: "register/body/refuge", kind: "voluntary" },
    ends: "2017-03-31",
    coFunders: [
      { name: "Found by Refuge, for female offenders and an outreach worker", amount: "379000" },
    ],
    outcomes: [
      { id: "safer", text: "Those who leave feel safer.", unit: "per cent of those who leave" },
      {
        id: "quality",
        text: "Their quality of life has improved.",
        unit: "per cent of those who leave",
      },
      {
        id: "violence",
        text: "Physical violence has ended.",
        unit: "per cent of those who leave",
      },
    ],
    sensitivity: "refuge",
    sources: [refuge, briefing],
    printed: [
      printed("/ends", "31 March 2017", "2017-03-31", refuge),
      printed("/coFunders/0/amount", "£379,000", "379000", refuge),
      printed("outcomes.safer.2016-17", "94.1%", "94.1", refuge),
      printed("outcomes.quality.2016-17", "89.9%", "89.9", refuge),
      printed("outcomes.violence.2016-17", "85.1%", "85.1", refuge),
      printed("usage.supported.2016-17", "814", "814", refuge),
      printed("usage.admitted.2016-17", "144", "144", refuge),
      printed("usage.outreach-referrals.2016-17", "1,098", "1098", refuge),
      printed("usage.outreach-referrals-by-constabulary.2016-17", "71.3%", "71.3", refuge),
      printed("social-return-on-a-pound", "£4.94", "4.94", refuge),
      printed("social-return-on-a-pound", "£4.94", "4.94", briefing),
      printed("social-return-on-a-pound.outreach", "£6.92", "6.92", refuge),
      printed("social-return-on-a-pound.advocacy", "£7.14", "7.14", refuge),
      printed("saved-to-the-state-in-a-year", "£5.9 million", "5900000", refuge),
    ],
  }),
  commissionedService({
    id: "derby-homes.refuge",
    title: "Refuge in Derby, kept open with Derby Homes",
    body: "register/body/derby-homes",
    provider: { body: "register/body/refuge", kind: "voluntary" },
    starts: "2017-04-01",
    ends: "2019-03-31",
    months: 24,
    sensitivity: "refuge",
    sources: [refuge],
    printed: [printed("/ends", "31 March 2019", "2019-03-31", refuge)],
  }),
];

/** Item 11D: what partners said of their services against domestic abuse, and of the money for them. */
export const domesticAbuse: readonly ExampleRecord[] = [...inCounty, ...inCity];
