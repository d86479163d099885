import { exporter, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import type { Area } from "../area.ts";
import { popolo as popoloOf } from "../popolo.ts";
import { readOffices } from "./read-offices.ts";

export const popolo = exporter({
  summary: "Bodies, posts, elected office-holders and areas after Popolo.",
  mediaType: "application/json",
  extension: "json",
  input: () => z.strictObject({}),
  needs: [Records],
  example: { input: {} },
  build: () =>
    Effect.gen(function* () {
      const records = yield* Records;
      const areas = yield* records.all<Area>("register/area");
      return `${JSON.stringify(popoloOf(yield* readOffices, areas), null, 2)}\n`;
    }),
});
