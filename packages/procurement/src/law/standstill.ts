import { calendarDate, parseDate, parseInput } from "@moothall/core";
import {
  addWorkingDays,
  isWorkingDay,
  type Nation,
  nation,
  nations,
} from "@moothall/core/calendar";
import * as z from "zod";
import { regime } from "../resources/terms.ts";

export const standstillInput = () =>
  z.strictObject({
    /** The day on which the contract award notice was published, or the award notices were sent. */
    published: calendarDate(),
    nation: nation().default("england"),
    regime: regime().default("procurement-act-2023"),
  });

export const standstillPeriod = () =>
  z
    .strictObject({
      begins: calendarDate(),
      /** The last day of standstill: no contract may be signed on it. */
      ends: calendarDate(),
      /** The first day on which the contract may be signed. */
      contractFrom: calendarDate(),
      /** The end if bank holidays anywhere in the United Kingdom are left out, for the cautious. */
      endsByAllNations: calendarDate(),
      nation: z.string(),
      regime: regime(),
      rule: z.string(),
      citation: z.string(),
      note: z.string().optional(),
    })
    .meta({ description: "Standstill between award and contract" });

export type StandstillInput = z.input<ReturnType<typeof standstillInput>>;
export type StandstillPeriod = z.output<ReturnType<typeof standstillPeriod>>;

const rules = {
  "procurement-act-2023": {
    rule: "8 working days beginning with the day of publication of the contract award notice",
    citation: "Procurement Act 2023, s.51(2)",
  },
  "public-contracts-regulations-2015": {
    rule: "10 days after the day of sending by electronic means, to the end of the next working day",
    citation: "Public Contracts Regulations 2015, reg 87(2) and (6)",
  },
  "public-contracts-scotland-regulations-2015": {
    rule: "10 days after the day of sending by electronic means, to the end of the next working day",
    citation: "Public Contracts (Scotland) Regulations 2015, reg 86",
  },
} as const;

/**
 * The standstill after an award: when it begins and ends, and from when the contract may be signed.
 * @throws MoothallError `core/bad-input`; `core/no-bank-holiday-data` for a year that is not held.
 */
export function standstill(input: StandstillInput): StandstillPeriod {
  const { published, nation: of, regime: law } = parseInput(standstillInput(), input, "standstill");
  const ends = endOf(published, law, [of]);
  return {
    begins: published,
    ends,
    contractFrom: parseDate(ends).add({ days: 1 }).toString(),
    endsByAllNations: endOf(published, law, nations),
    nation: of,
    regime: law,
    ...rules[law],
    ...(of === "scotland" &&
      law === "procurement-act-2023" && {
        note: "A devolved Scottish authority is under the Public Contracts (Scotland) Regulations 2015: give that regime for it.",
      }),
  };
}

function endOf(published: string, law: keyof typeof rules, of: readonly Nation[]): string {
  if (law === "procurement-act-2023") {
    const [only] = of;
    if (of.length === 1 && only !== undefined) {
      return addWorkingDays(published, 8, only, "beginning-with-the-day");
    }
    let day = published;
    for (let counted = 0; ; day = next(day)) {
      if (worked(day, of)) counted += 1;
      if (counted === 8) return day;
    }
  }
  let day = parseDate(published).add({ days: 10 }).toString();
  while (!worked(day, of)) day = next(day);
  return day;
}

const worked = (day: string, of: readonly Nation[]): boolean =>
  of.every((each) => isWorkingDay(day, each));

const next = (day: string): string => parseDate(day).add({ days: 1 }).toString();
