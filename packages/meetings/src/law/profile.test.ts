import { describe, expect, it } from "vitest";
import type { MeetingRecords } from "../agenda/meeting-records.ts";
import { checklist, dutiesOf } from "./checklist.ts";
import { groundOf, grounds } from "./grounds.ts";
import { agendaNotice, profileFor, profileOf } from "./profile.ts";
import { profiles } from "./profiles.ts";

const nothing: MeetingRecords = {
  meeting: {
    id: "m",
    body: "register/body/b",
    name: "M",
    start: "2026-06-18T10:00:00+01:00",
    public: true,
    status: "called",
    announced: true,
  },
  body: undefined,
  orders: undefined,
  agenda: undefined,
  items: [],
  papers: [],
  versions: [],
  attendance: [],
  declarations: [],
  questions: [],
  resolutions: [],
  motions: [],
  votes: [],
  minutes: undefined,
  actions: [],
  decisions: [],
  publications: [],
  names: new Map(),
};

describe("legal profiles", () => {
  it("cite a provision for every rule and name grounds that exist", () => {
    for (const profile of profiles) {
      for (const rule of profile.rules)
        expect(rule.provision, `${profile.id} ${rule.id}`).not.toBe("");
      for (const ground of profile.grounds) expect(groundOf(ground), ground).toBeDefined();
      expect(profile.rules.length).toBeGreaterThan(0);
    }
    expect(new Set(grounds.map(({ code }) => code)).size).toBe(grounds.length);
  });

  it("owe different things for the same meeting", () => {
    const day = "2026-06-18";
    const owed = (id: string) => agendaNotice(profileOf(id), day)?.days;
    expect(owed("police-and-crime-panel")).toBe(5);
    expect(owed("english-council")).toBe(5);
    expect(owed("english-executive")).toBe(5);
    expect(owed("welsh-council")).toBe(3);
    expect(owed("commissioner")).toBeUndefined();
    const dues = (id: string) =>
      Object.fromEntries(
        dutiesOf(profileOf(id), day, "england").map(({ rule, due }) => [rule.id, due]),
      );
    expect(dues("police-and-crime-panel")).toMatchObject({
      "agenda-5": "2026-06-10",
      "keep-minutes": "2032-06-18",
      "keep-background-papers": "2030-06-18",
    });
    expect(dues("commissioner")).toEqual({
      "meeting-details": null,
      agenda: null,
      minutes: null,
      decision: null,
    });
    expect(dues("english-executive")).toMatchObject({ "key-decision-notice": "2026-05-20" });
    expect(profileOf("commissioner").grounds).not.toContain("schedule-12a-3");
  });

  it("owed three days in England before October 2002", () => {
    expect(agendaNotice(profileOf("english-council"), "2002-09-30")?.days).toBe(3);
    expect(agendaNotice(profileOf("english-council"), "2002-10-01")?.days).toBe(5);
  });

  it("follow the body's own record, then its kind, on the day", () => {
    const body = {
      kind: "board",
      legalProfiles: [
        { profile: "commissioner", validTo: "2028-05-10" },
        { profile: "successor", validFrom: "2028-05-11" },
      ],
    };
    expect(profileFor(body, "2026-06-18")?.id).toBe("commissioner");
    expect(profileFor(body, "2028-06-18")?.id).toBe("successor");
    expect(profileFor({ kind: "commissioner" }, "2028-06-18")).toBeUndefined();
    expect(profileFor({ kind: "council", nation: "wales" }, "2026-06-18")?.id).toBe(
      "welsh-council",
    );
    expect(profileFor({ kind: "board" }, "2026-06-18")).toBeUndefined();
    expect(() => profileOf("martian")).toThrow(
      expect.objectContaining({ code: "meetings/unknown-profile" }),
    );
  });

  it("say how each duty stands", () => {
    const stateOf = (today: string, records = nothing) =>
      checklist(profileOf("police-and-crime-panel"), records, today, "england").find(
        ({ rule }) => rule.subject === "agenda",
      )?.state;
    expect(stateOf("2026-06-10")).toBe("due");
    expect(stateOf("2026-06-11")).toBe("overdue");
    const agenda = {
      id: "m",
      meeting: "meetings/meeting/m",
      sections: [],
      publication: "published" as const,
    };
    expect(
      stateOf("2026-06-11", { ...nothing, agenda: { ...agenda, published: "2026-06-10" } }),
    ).toBe("done");
    expect(
      stateOf("2026-06-11", { ...nothing, agenda: { ...agenda, published: "2026-06-11" } }),
    ).toBe("done-late");
    expect(stateOf("2026-06-11", { ...nothing, agenda })).toBe("unknown");
  });
});
