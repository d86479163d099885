import { identifier, type MoothallError, referenceTo } from "@moothall/core";
import { type Export, exporter, Records, type StoredRecord } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { type Recommendation, recommendation } from "../resources/recommendation.ts";
import { risk } from "../resources/risk.ts";
import { type WorkbookSheet, workbookOf } from "../workbook.ts";
import { all, readRegister } from "./read-records.ts";

const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const exports: Readonly<Record<string, Export>> = {
  risks: exporter({
    summary: "The risks of a register as a workbook to work in and bring back with import.",
    mediaType,
    extension: "xlsx",
    input: () => z.strictObject({ register: identifier() }),
    needs: [Records],
    example: { input: { register: "opcc-derbyshire.2017-03" } },
    build: ({ register }) =>
      Effect.flatMap(readRegister(referenceTo("assurance/risk-register", register)), ({ risks }) =>
        workbook({
          name: "Risks",
          schema: risk(),
          records: risks.toSorted((left, right) =>
            left.number.localeCompare(right.number, "en", { numeric: true }),
          ),
          first: [
            "id",
            "number",
            "title",
            "owner",
            "inherent",
            "residual",
            "mitigation",
            "status",
            "reviewDue",
          ],
        }),
      ),
  }),
  recommendations: exporter({
    summary: "The recommendations tracker as a workbook to work in and bring back with import.",
    mediaType,
    extension: "xlsx",
    input: () => z.strictObject({}),
    needs: [Records],
    example: { input: {} },
    build: () =>
      Effect.flatMap(all<Recommendation>("assurance/recommendation"), (records) =>
        workbook({
          name: "Recommendations",
          schema: recommendation(),
          records,
          first: [
            "id",
            "of",
            "number",
            "text",
            "priority",
            "agreed",
            "reason",
            "response",
            "owner",
            "due",
            "status",
            "followedUp",
            "followUp",
          ],
        }),
      ),
  }),
};

/** What the store says of a record (version, times) is not part of it, and is not brought back. */
const workbook = (
  sheet: Omit<WorkbookSheet, "records"> & { readonly records: readonly StoredRecord[] },
): Effect.Effect<Uint8Array, MoothallError> => Effect.promise(() => workbookOf(sheet));
