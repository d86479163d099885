import { calendarDate, instant, money, period, record, reference, shared } from "@moothall/core";
import * as z from "zod";
import { declare } from "../scoring/declaration.ts";
import { formulaCatalogue } from "../scoring/formula-catalogue.ts";
import { method } from "../scoring/method.ts";
import { category, notice, procedure, regime } from "./terms.ts";

/** A tender: what is sought, how, and by what method the bids will be compared. */
export const tenderSchema = shared(() =>
  record({
    title: z.string().min(1),
    description: z.string().min(1).optional(),
    body: reference("register/body"),
    /** The body's own number. */
    number: z.string().min(1).optional(),
    /** OCDS status. Public from `active` on. */
    status: z.enum([
      "planning",
      "planned",
      "active",
      "cancelled",
      "unsuccessful",
      "complete",
      "withdrawn",
    ]),
    procedure: procedure(),
    /** In the paper's words: `mini-competition under a framework`. */
    procedureDetails: z.string().min(1).optional(),
    category: category().optional(),
    regime: regime().optional(),
    /** Above the threshold of its regime. */
    aboveThreshold: z.boolean().optional(),
    lightTouch: z.boolean().optional(),
    published: calendarDate().optional(),
    /** End of the time for bids. */
    deadline: instant().optional(),
    /** The office's own estimate. Restricted until the tender is over. */
    estimate: money().optional(),
    /** What may be spent at most over the contract's life. */
    budgetCeiling: money().optional(),
    contractPeriod: period().optional(),
    lots: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          title: z.string().min(1),
          estimate: money().optional(),
        }),
      )
      .min(1)
      .optional(),
    /** CPV codes. */
    classifications: z.array(z.string().regex(/^[0-9]{8}$/)).optional(),
    method: method().optional(),
    /** Hash of the method and when it was declared; it holds from then on. */
    declared: z.strictObject({ hash: z.string().min(1), at: instant() }).optional(),
    /** When the bids were opened. */
    opened: instant().optional(),
    /** Suppliers that expressed an interest, that were invited, and that bid, as counted. */
    expressionsOfInterest: z.int().nonnegative().optional(),
    invited: z.int().nonnegative().optional(),
    bidsReceived: z.int().nonnegative().optional(),
    /** Posts of the evaluators. */
    evaluators: z.array(reference("register/post")).optional(),
    notices: z.array(notice()).optional(),
    /** Open Contracting id of the process. */
    ocid: z.string().min(1).optional(),
  }).superRefine((tender, context) => {
    if (tender.declared !== undefined && !agreesWithDeclaration(tender)) {
      context.addIssue({
        code: "custom",
        path: ["method"],
        message: "is not the method that was declared: its hash differs from declared.hash",
      });
    }
    if (
      tender.opened !== undefined &&
      tender.method !== undefined &&
      tender.declared === undefined
    ) {
      context.addIssue({
        code: "custom",
        path: ["declared"],
        message: "must be there before the bids are opened",
      });
    }
  }),
);

/** A method by a formula of another package's own cannot be hashed here; its operations do that. */
function agreesWithDeclaration(tender: {
  readonly method?: z.output<ReturnType<typeof method>> | undefined;
  readonly declared?: { readonly hash: string } | undefined;
}): boolean {
  if (tender.method === undefined) return false;
  const { formula } = tender.method;
  if (!formulaCatalogue.some((each) => each.id === formula)) return true;
  try {
    return declare(tender.method).hash === tender.declared?.hash;
  } catch {
    return false;
  }
}

export type Tender = z.output<ReturnType<typeof tenderSchema>>;

export const exampleMethod = {
  formula: "deviation-from-lowest",
  weights: { price: "60", quality: "40" },
};

export const exampleTender: z.input<ReturnType<typeof tenderSchema>> = {
  id: "opcc.2017-13",
  title: "Refurbishment of Block B",
  body: "register/body/opcc",
  status: "complete",
  procedure: "selective",
  category: "works",
  invited: 5,
  bidsReceived: 3,
  method: exampleMethod,
};
