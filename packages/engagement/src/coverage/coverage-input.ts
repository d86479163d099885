import { calendarDate, period } from "@moothall/core";
import * as z from "zod";

const fact = (what: string) =>
  z
    .boolean()
    .nullish()
    .describe(`${what}; left out where it is not known, and then it does not count`);

export const coverageInput = () =>
  z
    .strictObject({
      places: z
        .array(
          z.strictObject({
            code: z.string().min(1).describe("Its code or id, by which visits name it"),
            name: z.string().min(1).optional(),
            authority: z.string().min(1).optional().describe("The local authority it lies in"),
            population: z.number().nullish(),
            validFrom: calendarDate().optional(),
            validTo: calendarDate().optional().describe("The last day on which it was a place"),
            successors: z
              .array(z.string().min(1))
              .optional()
              .describe("Codes of what took its place"),
          }),
        )
        .describe("The register of places, also those that are none any more"),
      visits: z
        .array(
          z.strictObject({
            place: z.string().min(1).describe("The code of a place"),
            date: calendarDate().or(period()).describe("A day, or a period where no more is known"),
            held: fact("Whether it took place"),
            inPerson: fact("Whether it was in person"),
            openToPublic: fact("Whether it was open to the public"),
          }),
        )
        .describe("A visit counts where it was held, in person and open to the public"),
      term: z.strictObject({ start: calendarDate(), end: calendarDate() }).optional(),
      target: z
        .int()
        .positive()
        .optional()
        .describe("Places to visit by the end; all where left out"),
      interim: z
        .array(z.strictObject({ by: calendarDate(), places: z.int().positive() }))
        .optional()
        .describe("Places to have visited by a day on the way"),
      asAt: calendarDate().describe("The day as of which it is told"),
    })
    .meta({ description: "Places, visits and the term in which they are to be made" });

export type CoverageInput = z.input<ReturnType<typeof coverageInput>>;
export type CoverageQuestion = z.output<ReturnType<typeof coverageInput>>;

const part = () => ({
  places: z.int(),
  visited: z.int(),
  /** Of the places, 0 to 1; null where there are none. */
  share: z.number().nullable(),
  population: z.number(),
  /** People in the places visited. */
  covered: z.number(),
  populationShare: z.number().nullable(),
  /** Places whose population is not known; in no figure of people. */
  withoutPopulation: z.int(),
});

export const coverageOutput = () =>
  z.strictObject({
    asAt: calendarDate(),
    ...part(),
    visits: z.strictObject({
      /** Held, in person, open to the public, in the term and up to the day. */
      qualifying: z.int(),
      outsideTerm: z.int(),
      notHeld: z.int(),
      notInPerson: z.int(),
      notOpen: z.int(),
      /** Of which one of the three is not known. */
      notKnown: z.int(),
    }),
    authorities: z.array(z.strictObject({ authority: z.string().nullable(), ...part() })),
    progress: z
      .strictObject({
        target: z.int(),
        /** Places that should have been visited by the day, in a straight line between targets. */
        expected: z.number(),
        onTrack: z.boolean(),
        next: z.strictObject({ by: calendarDate(), places: z.int(), missing: z.int() }).nullable(),
        words: z.string(),
      })
      .nullable(),
    /** The longest stretch of the term, up to the day, without a qualifying visit anywhere. */
    longestGap: z
      .strictObject({ days: z.int(), from: calendarDate(), to: calendarDate() })
      .nullable(),
    /** The place, of those visited, whose last visit is longest ago. */
    longestAgo: z
      .strictObject({ code: z.string(), name: z.string(), days: z.int(), date: calendarDate() })
      .nullable(),
    neverVisited: z.array(
      z.strictObject({ code: z.string(), name: z.string(), authority: z.string().nullable() }),
    ),
    /** Parts of a place that was visited before it was divided: which part was visited is not known. */
    undecided: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    equity: z
      .strictObject({
        /** Authorities with the lowest and the highest part of their people covered. */
        lowest: z.string().nullable(),
        highest: z.string().nullable(),
        /** Lowest over highest, 1 is alike; null where nobody is covered. */
        ratio: z.number().nullable(),
        /** Σ min of the distribution of visits and of people over authorities, 0 to 1. */
        similarity: z.number().nullable(),
      })
      .nullable(),
  });

export type Coverage = z.output<ReturnType<typeof coverageOutput>>;
