import type { Finding } from "@moothall/core";
import * as z from "zod";

export const flagsInput = () =>
  z.strictObject({
    /** Days below which a time for bids is called short (R003). */
    shortPeriodDays: z.int().min(1).default(15),
    /** Bids from which a tenderer with few wins is looked at, where Tukey's fence gives less (R025). */
    manyBids: z.int().min(2).default(5),
  });

export type FlagsInput = z.input<ReturnType<typeof flagsInput>>;
export type FlagsOptions = z.output<ReturnType<typeof flagsInput>>;

/** What the red flags are, by their numbers in Cardinal's list. A flag is a question, not a finding of guilt. */
export const flagTitles = {
  R003: "The time for bids is short",
  R018: "One tenderer only",
  R024: "The winning price is unusually near the next",
  R025: "A tenderer with many bids and few wins",
  R028: "Different tenderers bid the same amount",
  R030: "The winning bid came after the end",
  R035: "All bids but the winner's are disqualified",
  R036: "The lowest bid is disqualified",
  R038: "Unusually many bids are disqualified",
  R048: "A supplier wins across unusually many classes",
  R058: "The winning price is unusually far from the next",
} as const;
export type FlagNumber = keyof typeof flagTitles;

export const flagged = (
  flag: FlagNumber,
  about: string,
  message: string,
  evidence: Finding["evidence"],
): Finding => ({
  rule: `procurement/${flag.toLowerCase()}`,
  about,
  severity: "warning",
  message: `${flagTitles[flag]}. ${message}`,
  evidence: { flag, ...evidence },
});
