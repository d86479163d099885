import { type Classification, calendarDate, period, record, reference } from "@moothall/core";
import * as z from "zod";

/** Our answer to somebody else's consultation, question by question; some are answered together. */
export const submissionSchema = record({
  title: z.string().min(1),
  /** Who answers. */
  body: reference("register/body"),
  consultation: z.string().min(1),
  consulter: z.string().min(1),
  consulterBody: reference("register/body").optional(),
  opened: calendarDate().optional(),
  closes: calendarDate().optional(),
  status: z.enum(["considered", "draft", "submitted", "not-answered"]),
  submitted: period().optional(),
  approvedIn: reference().optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  items: z
    .array(
      z.strictObject({
        section: z.string().min(1).optional(),
        /** One, or several that are answered together. */
        questions: z
          .array(z.strictObject({ number: z.string().min(1), text: z.string().min(1) }))
          .min(1),
        /** Null where the question was left unanswered. */
        answer: z.string().min(1).nullable(),
      }),
    )
    .optional(),
}).meta({ description: "An answer to somebody else's consultation" });

export type Submission = z.output<typeof submissionSchema>;

export const classifySubmission = ({ status }: Submission): Classification => ({
  record: status === "draft" ? "restricted" : "public",
});
