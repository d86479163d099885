import type { Source } from "@moothall/core";

type Place = Omit<Source, "document" | "record">;

/** The three packs, and the law and lists on which the register rests, by their own titles. */
export const documents = {
  "2013-02": "Derbyshire Safer Communities Board pack, 27 February 2013",
  "2017-05": "Derbyshire Strategic Governance Board pack, 22 May 2017",
  "2022-06": "Derbyshire Police and Crime Panel report, 23 June 2022",
  codes: "Register of Geographic Codes, Office for National Statistics",
  authorities: "Local authorities for England register",
  "reform-act": "Police Reform and Social Responsibility Act 2011",
  "government-act": "Local Government Act 1972",
  "coronavirus-act": "Coronavirus Act 2020",
  "city-order": "Derbyshire (City of Derby) (Structural Change) Order 1995",
} as const;

const inDocument =
  (document: string) =>
  (place: Place = {}): Source => ({ document, ...place });

/** Places in the pack of 27 February 2013. */
export const in2013 = inDocument(documents["2013-02"]);
/** Places in the pack of 22 May 2017. */
export const in2017 = inDocument(documents["2017-05"]);
/** Places in the report of 23 June 2022. */
export const in2022 = inDocument(documents["2022-06"]);
export const inCodes = inDocument(documents.codes);
export const inAuthorities = inDocument(documents.authorities);
export const inReformAct = inDocument(documents["reform-act"]);
export const inGovernmentAct = inDocument(documents["government-act"]);
export const inCoronavirusAct = inDocument(documents["coronavirus-act"]);
export const inCityOrder = inDocument(documents["city-order"]);
