import type { Kind, Reference } from "@moothall/core";
import type { Resource } from "@moothall/core/plugin";
import * as z from "zod";
import { resources } from "../plugin/resources.ts";
import { MemoryRecords } from "./memory-records.ts";

const plain = (fields: Resource["fields"] = {}): Resource => ({
  summary: "",
  schema: z.looseObject({ id: z.string() }),
  fields,
  example: { id: "x" },
});

const kinds: Readonly<Record<string, Resource>> = {
  ...Object.fromEntries(
    Object.entries(resources).map(([name, each]) => [`meetings/${name}`, each]),
  ),
  "register/body": plain({ parent: { type: "text" } }),
  "register/post": plain(),
  "register/person": plain(),
};

export const body = "register/body/office.board";
export const chair = "register/post/office.chair";
export const clerk = "register/post/office.clerk";
export const may = "meetings/meeting/office.board.2026-06-18";
export const item = (n: number) => `meetings/agenda-item/office.board.2026-06-18.${n}` as Reference;

export const withheld = (reasoning: string) => ({
  ground: "schedule-12a-3",
  reasoning,
  decidedBy: chair,
  decided: "2026-06-08",
  review: "2026-12-08",
});

/** An office with a board, and one called meeting of it; `profile` is the board's. */
export function aBoard(profile = "english-council"): MemoryRecords {
  const records = new MemoryRecords(kinds);
  const put = (kind: Kind, data: object) => records.put(kind, data);
  put("register/body", { id: "office", name: "The Office", kind: "council" });
  put("register/body", {
    id: "office.board",
    name: "The Board",
    kind: "board",
    parent: "register/body/office",
    legalProfiles: [{ profile }],
  });
  put("register/post", { id: "office.chair", title: "Chair", body });
  put("register/post", { id: "office.clerk", title: "Clerk", body });
  put("meetings/standing-orders", {
    id: "office.board",
    body,
    numbering: {
      agenda: { scheme: "sequence" },
      minutes: { scheme: "yearly" },
      decisions: { scheme: "yearly", yearDigits: 4 },
    },
    quorum: { number: 2 },
    topics: ["Finance"],
  });
  for (const [id, member, role] of [
    ["chair", chair, "chair"],
    ["clerk", clerk, "member"],
  ] as const)
    put("meetings/membership", { id: `office.board.${id}`, body, member, role });
  put("meetings/meeting", {
    id: "office.board.2026-06-18",
    body,
    name: "Board meeting",
    start: "2026-06-18T10:00:00+01:00",
    place: { room: "Room 1", address: "County Hall" },
    public: true,
    status: "called",
  });
  put("meetings/agenda", {
    id: "office.board.2026-06-18",
    meeting: may,
    sections: [{ id: "open", title: "Open session", session: "open" }],
  });
  return records;
}
