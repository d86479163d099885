import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import * as Effect from "effect/Effect";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { staticFolder } from "../exports/static-folder.ts";
import { aBoard, body, chair, item, may } from "../testing/a-board.ts";
import type { MemoryRecords } from "../testing/memory-records.ts";
import { handleOparl } from "./oparl.ts";

const base = "https://example.org/oparl";
const schemas = join(import.meta.dirname, "../../../../../shared/standards/oparl");
if (!existsSync(schemas)) console.info(`skipped: the OParl schemas are not at ${schemas}`);

function board(): MemoryRecords {
  const records = aBoard();
  const out = { publication: "published", published: "2026-06-08" };
  records.put("meetings/agenda-item", {
    id: "office.board.2026-06-18.1",
    meeting: may,
    number: "1",
    title: "Budget",
    order: 4,
    ...out,
  });
  records.put("meetings/agenda-item", {
    id: "office.board.2026-06-18.2",
    meeting: may,
    number: "2",
    title: "Estates",
    order: 9,
    ...out,
  });
  records.put("meetings/paper", {
    id: "office.board.2026-06-18.1",
    title: "Budget outturn",
    body,
    meeting: may,
    item: item(1),
    date: "2026-06-01",
    information: [{ number: "2.1", text: "There was an underspend." }],
    ...out,
  });
  records.put("meetings/paper-version", {
    id: "office.board.2026-06-18.1.1",
    paper: "meetings/paper/office.board.2026-06-18.1",
    version: 1,
    file: {
      name: "budget.pdf",
      mediaType: "application/pdf",
      size: 12,
      sha512: "0".repeat(128),
      url: "https://example.org/budget.pdf",
    },
    ...out,
  });
  records.put("meetings/attendance", {
    id: "office.board.2026-06-18.chair",
    meeting: may,
    member: chair,
    capacity: "present",
    ...out,
  });
  records.put("meetings/resolution", {
    id: "office.board.2026-06-18.1",
    meeting: may,
    item: item(1),
    limbs: [{ number: "(1)", text: "To note." }],
    outcome: "noted",
    ...out,
  });
  records.put("meetings/minutes", {
    id: "office.board.2026-06-18",
    meeting: may,
    status: "approved",
    minutes: [{ id: "1", heading: "Budget", paragraphs: [{ text: "It was noted." }] }],
  });
  return records;
}

const ask = (records: MemoryRecords, address: string) => {
  const url = new URL(address);
  const path = url.pathname.replace(/^\/oparl\/?/, "");
  return Effect.runPromise(
    handleOparl(records.at("public"), { path, query: url.searchParams, base }, undefined),
  );
};
type Json = Record<string, unknown>;
const get = async (records: MemoryRecords, address: string) =>
  JSON.parse((await ask(records, address)).body);

/** Every object that can be reached, and every list page. */
async function crawl(records: MemoryRecords): Promise<Map<string, Json>> {
  const found = new Map<string, Json>();
  const waiting = [base];
  const known = new Set(waiting);
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const { mediaType, body: text } = await ask(records, address);
    if (!mediaType.startsWith("application/json")) continue;
    const value = JSON.parse(text, (_, each) => {
      if (typeof each === "string" && each.startsWith(base) && !known.has(each)) {
        known.add(each);
        waiting.push(each);
      }
      return each;
    });
    found.set(address, value);
  }
  return found;
}

const referenceOf = (url: string) => `meetings/meeting/${url.split("/").at(-1)}` as const;

const objectsIn = (value: unknown): Json[] => {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return "type" in value ? [value as Json, ...inner] : inner;
};

describe("the OParl feed", () => {
  it("says where the file of a version is had: at its address, else from the service that keeps it", async () => {
    const records = board();
    const id = "office.board.2026-06-18.1.2";
    const file = {
      name: "budget.pdf",
      mediaType: "application/pdf",
      size: 12,
      sha512: "1".repeat(128),
    };
    records.put("meetings/paper-version", {
      id,
      paper: "meetings/paper/office.board.2026-06-18.1",
      version: 2,
      file,
      publication: "published",
    });
    const path = `file/version/${id}`;
    const query = new URLSearchParams();
    const answer = async (service?: string) =>
      Effect.runPromise(
        handleOparl(
          records.at("public"),
          { path, query, base, ...(service && { service }) },
          undefined,
        ),
      );
    const { body } = await answer("https://records.example.org");
    expect(JSON.parse(String(body))).toMatchObject({
      accessUrl: `https://records.example.org/v1/meetings/paper-version/${id}/files/${file.sha512}`,
      sha512Checksum: file.sha512,
    });
    await expect(answer()).rejects.toMatchObject({ code: "core/not-found" });
  });

  it.skipIf(!existsSync(schemas))(
    "gives only objects of the official schemas, each at its own address",
    async () => {
      const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
      ajv.addFormat("url", (text) => URL.canParse(text));
      ajv.addFormat("date", /^\d{4}-\d{2}-\d{2}$/);
      ajv.addFormat("date-time", /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/);
      const validators = new Map<string, ValidateFunction>();
      for (const file of readdirSync(schemas).filter((name) => name.endsWith(".json")))
        validators.set(
          file.slice(0, -5),
          ajv.compile(JSON.parse(readFileSync(join(schemas, file), "utf8"))),
        );
      const pages = await crawl(board());
      const types = new Set<string>();
      for (const each of [...pages.values()].flatMap(objectsIn)) {
        const type = String(each.type).split("/").at(-1) ?? "";
        types.add(type);
        const validate = validators.get(type);
        expect(validate?.(each), `${each.id}: ${JSON.stringify(validate?.errors)}`).toBe(true);
        expect(each).toHaveProperty("created");
        expect(each).toHaveProperty("modified");
        expect(pages.has(String(each.id)), `${each.id} answers`).toBe(true);
        expect(pages.get(String(each.id))).toMatchObject({ id: each.id, type: each.type });
      }
      expect([...types].sort()).toEqual([
        "AgendaItem",
        "Body",
        "Consultation",
        "File",
        "Location",
        "Meeting",
        "Membership",
        "Organization",
        "Paper",
        "Person",
        "System",
      ]);
    },
  );

  it("orders items from 0 without gaps and writes moments as the standard wants", async () => {
    const meeting = await get(board(), `${base}/meeting/office.board.2026-06-18`);
    expect(meeting.agendaItem.map(({ order }: Json) => order)).toEqual([0, 1]);
    expect(meeting.start).toBe("2026-06-18T10:00:00+01:00");
    expect(meeting.created).toBe("2026-01-01T09:00:00+00:00");
    expect(meeting.participant).toEqual([`${base}/person/post/office.chair`]);
    expect(meeting.agendaItem[0]).toMatchObject({
      result: "noted",
      resolutionText: "(1) To note.",
    });
  });

  it("pages a list in a stable order and keeps the window in its links", async () => {
    const records = aBoard();
    for (let index = 0; index < 120; index += 1)
      records.put(
        "meetings/meeting",
        {
          id: `office.board.m${String(index).padStart(3, "0")}`,
          body,
          name: `M${index}`,
          start: "2026-06-18T10:00:00+01:00",
          public: true,
          status: "held",
        },
        `2026-02-${String(1 + (index % 28)).padStart(2, "0")}T09:00:00.500Z`,
      );
    const ids: string[] = [];
    const sizes: number[] = [];
    const window = "modified_since=2026-02-15T00:00:00%2B00:00";
    for (const start of [`${base}/body/office/meeting`, `${base}/body/office/meeting?${window}`]) {
      ids.length = 0;
      sizes.length = 0;
      for (let address: string | undefined = start; address !== undefined; ) {
        const { data, links } = await get(records, address);
        sizes.push(data.length);
        ids.push(...data.map(({ id }: Json) => String(id)));
        if (start !== `${base}/body/office/meeting`)
          expect(links.first).toContain("modified_since=2026-02-15");
        address = links.next;
      }
      expect(new Set(ids).size).toBe(ids.length);
      // By id, or by the time that is asked for.
      const order = ids.map((id) => records.touched.get(referenceOf(id)) ?? "");
      expect(start.includes("?") ? order : ids).toEqual(
        (start.includes("?") ? order : ids).toSorted(),
      );
      expect(sizes.slice(0, -1).every((size) => size === 50)).toBe(true);
    }
    expect(ids).toHaveLength(
      Array.from({ length: 120 }, (_, index) => index % 28).filter((day) => day >= 14).length,
    );
    const empty = await get(
      records,
      `${base}/body/office/meeting?created_since=2027-01-01T00:00:00%2B00:00`,
    );
    expect(empty).toMatchObject({ data: [] });
    expect(empty.links.next).toBeUndefined();
  });

  it("moves a meeting when what is embedded in it changes or goes, and lists it from then on", async () => {
    const records = board();
    const since = (moment: string) =>
      get(records, `${base}/body/office/meeting?modified_since=${encodeURIComponent(moment)}`).then(
        ({ data }) => data.map(({ modified }: Json) => modified),
      );
    expect(await since("2026-05-01T00:00:00+00:00")).toEqual([]);
    const named = records.at("public").find(item(2));
    const second = await Effect.runPromise(named);
    records.put(
      "meetings/agenda-item",
      { ...second, title: "Estates strategy" },
      "2026-05-02T09:00:00.250Z",
    );
    expect(await since("2026-05-02T10:00:00+01:00")).toEqual(["2026-05-02T10:00:00+01:00"]);
    const meeting = await get(records, `${base}/meeting/office.board.2026-06-18`);
    expect(meeting.modified).toBe("2026-05-02T10:00:00+01:00");
    expect(meeting.agendaItem.map(({ modified }: Json) => modified)).toEqual([
      "2026-01-01T09:00:00+00:00",
      "2026-05-02T10:00:00+01:00",
    ]);
    records.remove(item(2), "2026-05-03T09:00:00.000Z");
    expect(await since("2026-05-03T00:00:00+00:00")).toEqual(["2026-05-03T10:00:00+01:00"]);
    // What the public does not see moves nothing.
    records.put(
      "meetings/agenda-item",
      { id: "office.board.2026-06-18.9", meeting: may, title: "Draft", order: 12 },
      "2026-05-04T09:00:00.000Z",
    );
    expect(await since("2026-05-04T00:00:00+00:00")).toEqual([]);
    expect(
      (await get(records, `${base}/body/office/meeting?modified_until=2026-05-03T10:00:00%2B01:00`))
        .data,
    ).toHaveLength(1);
  });

  it("lists what was deleted where `modified_since` is set, and nowhere else", async () => {
    const records = board();
    for (const each of [item(1), "meetings/paper/office.board.2026-06-18.1"] as const)
      records.remove(each, "2026-07-01T00:00:00.000Z");
    const window = "modified_since=2026-06-30T00:00:00%2B01:00";
    for (const [list, type] of [
      ["agenda-item", "AgendaItem"],
      ["paper", "Paper"],
      ["consultation", "Consultation"],
    ]) {
      const { data } = await get(records, `${base}/body/office/${list}?${window}`);
      const gone = data.filter(({ deleted }: Json) => deleted);
      expect(gone).toEqual([
        {
          id: `${base}/${list}/office.board.2026-06-18.1`,
          type: `https://schema.oparl.org/1.1/${type}`,
          created: "2026-01-01T09:00:00+00:00",
          modified: "2026-07-01T01:00:00+01:00",
          deleted: true,
        },
      ]);
      expect(await get(records, gone[0].id)).toEqual(gone[0]);
      const plain = await get(records, `${base}/body/office/${list}`);
      expect(JSON.stringify(plain)).not.toContain("deleted");
      const until = await get(
        records,
        `${base}/body/office/${list}?${window}&modified_until=2026-06-30T12:00:00%2B01:00`,
      );
      expect(until.data).toEqual([]);
    }
  });

  it("says that an object was deleted, and knows nothing of what the public never saw", async () => {
    const records = board();
    records.remove("meetings/meeting/office.board.2026-06-18", "2026-07-01T00:00:00.000Z");
    expect(await get(records, `${base}/meeting/office.board.2026-06-18`)).toMatchObject({
      deleted: true,
      modified: "2026-07-01T01:00:00+01:00",
    });
    records.put("meetings/agenda-item", {
      id: "office.board.2026-06-18.9",
      meeting: may,
      title: "Draft",
      order: 1,
    });
    await expect(
      ask(records, `${base}/agenda-item/office.board.2026-06-18.9`),
    ).rejects.toMatchObject({ code: "core/not-found" });
    await expect(ask(records, `${base}/nothing/here`)).rejects.toMatchObject({
      code: "core/not-found",
    });
    await expect(
      ask(records, `${base}/body/office/meeting?modified_since=yesterday`),
    ).rejects.toMatchObject({ code: "core/bad-input" });
  });

  it("lies as files in a folder, whose links lead from file to file", async () => {
    const records = board();
    const at = "https://data.example.org/o";
    const chunks: Uint8Array[] = [];
    const read = async (address: string, path: string, query: URLSearchParams) =>
      (
        await Effect.runPromise(
          handleOparl(records.at("public"), { base: address, path, query }, undefined),
        )
      ).body;
    for await (const chunk of staticFolder(at, read)) chunks.push(chunk);
    const files = unzipSync(Buffer.concat(chunks));
    const texts = Object.entries(files).map(
      ([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const,
    );
    for (const [name, text] of texts.filter(([each]) => each.endsWith(".json"))) {
      for (const [, link = ""] of text.matchAll(/"https:\/\/data\.example\.org\/o\/([^"]*)"/g))
        expect(Object.keys(files), `${name} → ${link}`).toContain(link);
    }
    expect(texts.length).toBeGreaterThan(15);
  });
});
