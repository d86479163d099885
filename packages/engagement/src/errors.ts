import { type ErrorTable, type Location, MoothallError } from "@moothall/core";

const bad = (title: string) => ({ title, status: 422, exit: 65 });

/** Every error of this package: what a caller over HTTP and on the command line gets. */
export const errors = {
  "engagement/negative-count": bad("A count is negative"),
  "engagement/not-a-number": bad("A number is not usable"),
  "engagement/unknown-category": bad("There is no such category"),
  "engagement/category-missing": bad("A respondent has no category of a margin"),
  "engagement/margin-without-respondents": bad("A margin has a population and no respondents"),
  "engagement/margin-without-population": bad("A margin has respondents and no population"),
  "engagement/margins-differ": bad("Margins add up to different populations"),
  "engagement/margin-missing": bad("No population margin is given"),
  "engagement/sample-empty": bad("There are no respondents"),
  "engagement/bad-share": bad("A share is not between 0 and 1"),
  "engagement/bad-size": bad("A size is not usable"),
  "engagement/no-sampling-margin": bad("An opt-in consultation has no sampling margin"),
  "engagement/question-changed": bad("The wording of the question changed"),
  "engagement/too-few-waves": bad("A trend needs two waves"),
  "engagement/group-without-population": bad("A group has no population"),
  "engagement/unknown-place": bad("There is no such place"),
  "engagement/duplicate-place": bad("A place is named twice"),
  "engagement/circular-successors": bad("Places succeed each other in a circle"),
  "engagement/bad-vote": bad("A vote is none of agree, disagree and pass"),
  "engagement/too-few-votes": bad("There are too few votes to find groups"),
  "engagement/unknown-question": bad("There is no such question"),
  "engagement/unknown-option": bad("There is no such option"),
  "engagement/answer-missing": bad("A question that needs an answer has none"),
  "engagement/survey-closed": { title: "The survey is closed", status: 409, exit: 65 },
  "engagement/survey-not-open": { title: "The survey is not open yet", status: 409, exit: 65 },
  "engagement/duplicate-response": {
    title: "The response is there already",
    status: 409,
    exit: 65,
  },
  "engagement/two-header-rows": bad("A file has two rows of headings"),
  "engagement/no-column-map": bad("The survey does not say which column is which"),
  "engagement/column-missing": bad("A file lacks a column"),
  "engagement/bad-file": { title: "A file cannot be read", status: 400, exit: 65 },
  "engagement/private-data": bad("Personal data would be published"),
  "engagement/not-answered": bad("The matter is not answered yet"),
  "engagement/already-published": { title: "It is published already", status: 409, exit: 65 },
  "engagement/unknown-retention": bad("No retention period is set"),
} as const satisfies ErrorTable;

export type EngagementErrorCode = keyof typeof errors;

/** The error of this package with that code. No message may hold what a respondent wrote. */
export const fault = (
  code: EngagementErrorCode,
  message: string,
  hint: string,
  at?: Location,
): MoothallError => new MoothallError({ code, message, hint, ...(at !== undefined && { at }) });
