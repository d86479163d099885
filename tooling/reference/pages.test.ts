import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { coreErrors } from "../../packages/core/src/error.ts";
import { fieldDocs } from "./field-docs.ts";
import { referencePages } from "./pages.ts";
import { fieldRows, typeWords } from "./schema-words.ts";

test("the pages name every error and rule of the house, and what each plugin has", async () => {
  const pages = await referencePages();
  const page = (name: string) => pages.get(name) ?? "";
  for (const [code, { title, status, exit }] of Object.entries(coreErrors))
    expect(page("errors.md")).toContain(`| \`${code}\` | ${title} | ${status} | ${exit} |`);
  expect(page("errors.md")).toContain("`http/not-acceptable`");
  expect(page("rules.md")).toContain("| `core/dangling-reference` | ");
  expect(page("rules.md")).toContain("| `procurement/rank-differs` | ");
  expect(page("meetings.md")).toContain("`GET /oparl` and below");
  expect(page("procurement.md")).toContain("Usage: moothall procurement score [OPTIONS]");
  expect(page("procurement.md")).toMatch(/these may be withheld: .*`\/evaluators`/);
  expect(page("commands.md")).toContain("Usage: moothall verify-history [OPTIONS]");
});

test("a field is told by its own words, and by those of another never", () => {
  const folder = mkdtempSync(join(tmpdir(), "moothall-field-docs-"));
  try {
    mkdirSync(join(folder, "resources"));
    writeFileSync(
      join(folder, "resources", "lamp.ts"),
      `export const lamp = record({
        /** Watts. */
        power: z.int(),
        parts: z.array(z.strictObject({
          /** Of the part. */
          title: z.string(),
        })),
        title: z.string(),
      });`,
    );
    writeFileSync(join(folder, "column.ts"), "const column = { power: z.int(), height: z.int() };");
    const docs = fieldDocs(folder);
    expect(docs("lamp", "power")).toBe("Watts.");
    expect(docs("lamp", "parts[].title")).toBe("Of the part.");
    expect(docs("lamp", "title")).toBeUndefined();
    expect(docs("column", "power")).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("types are told in words", () => {
  const schemas = { money: { type: "object", properties: { amount: { type: "string" } } } };
  expect(typeWords({ enum: ["open", "closed"] }, {})).toBe("`open`, `closed`");
  const dateOrNothing = { anyOf: [{ type: "string", format: "date" }, { type: "null" }] };
  expect(typeWords(dateOrNothing, {})).toBe("date or nothing");
  expect(typeWords({ type: "array", items: { type: "integer" } }, {})).toBe("list of whole number");
  expect(typeWords({ "x-reference": ["meetings/meeting"] }, {})).toBe(
    "reference to `meetings/meeting`",
  );
  const lines = {
    type: "array",
    items: { type: "object", properties: { sum: { $ref: "#/components/schemas/money" } } },
  };
  const rows = fieldRows(
    { type: "object", required: ["lines"], properties: { id: { type: "string" }, lines } },
    schemas,
    new Set(["id"]),
  );
  expect(rows.map(({ path, type, required }) => [path, type, required])).toEqual([
    ["lines[]", "list of object", true],
    ["lines[].sum", "object", false],
  ]);
});
