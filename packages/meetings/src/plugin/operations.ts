import type { Nation } from "@moothall/core/calendar";
import { attempt, type Operation, operation } from "@moothall/core/plugin";
import { notice, noticeInput, noticeOutput } from "../notice/notice.ts";
import { minutingOperations } from "./minuting-operations.ts";
import { publishingOperations } from "./publishing-operations.ts";

export const operations = (nation: Nation): Readonly<Record<string, Operation>> => ({
  "clear-days": operation({
    summary: "The latest day to publish for a meeting; whether a publication was in time.",
    description:
      "At least `days` working days of the nation must lie strictly between the two; neither the day of publication nor that of the meeting counts.",
    input: noticeInput,
    output: noticeOutput,
    mode: "read",
    needs: [],
    example: {
      input: { meeting: "2026-06-18", days: 5, nation: "england", published: "2026-06-11" },
    },
    handler: (input) => attempt(() => notice({ ...input, nation: input.nation ?? nation })),
  }),

  ...publishingOperations(nation),
  ...minutingOperations(nation),
});
