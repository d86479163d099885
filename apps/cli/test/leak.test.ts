import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { moothall, startServing, useFolder, useProgram } from "./moothall.ts";

// The closed item of 12 December 2012, marked as exempt, with words that stand nowhere else in every
// field that is withheld: none of them may be in anything that the public can get out of Moothall.

useProgram();
const folder = useFolder();
const at = { cwd: folder.path };

const held = "scb.2012-12-12";
const meeting = `meetings/meeting/${held}`;
const item = `meetings/agenda-item/${held}.c1`;
const body = "register/body/safer-communities-board";
const chair = "register/post/safer-communities-board.chair";

const planted: string[] = [];
/** A word that stands nowhere else. */
const plant = (): string => {
  const word = `qzplanted${planted.length + 1}x`;
  planted.push(word);
  return word;
};
const anyPlanted = /qzplanted[0-9]+x/i;

const exempt = (reasoning = plant()) => ({
  ground: "schedule-12a-1",
  reasoning,
  decidedBy: chair,
  decided: "2012-12-12",
  review: "2027-12-12",
});
const out = { publication: "published", published: "2012-12-04" };
const closed = () => ({
  ...out,
  withheld: exempt(),
  sources: [{ document: plant(), item: plant() }],
  printed: [{ of: "figure", text: plant(), value: plant(), source: { document: plant() } }],
});
const limbs = () => [
  { number: "(1)", text: plant(), outcome: plant(), limbs: [{ text: plant() }] },
];

/** What is held of the closed item and around it, by kind; all but its place and its ground is withheld. */
const records: readonly (readonly [
  string,
  { readonly id: string; readonly [field: string]: unknown },
])[] = [
  [
    "agenda-item",
    {
      id: `${held}.c1`,
      meeting,
      title: plant(),
      text: plant(),
      toFollow: [plant()],
      takenOutOfOrder: plant(),
      order: 11,
      taken: 11,
      session: "closed",
      section: "closed",
      ...closed(),
    },
  ],
  [
    "paper",
    {
      id: `${held}.c1`,
      title: plant(),
      body,
      meeting,
      item,
      part: "II",
      stamp: plant(),
      purpose: [{ text: plant(), heading: plant() }],
      information: [{ number: "2.1", text: plant() }],
      recommendations: limbs(),
      implications: { financial: { level: "high", narrative: plant() } },
      contact: { telephone: plant() },
      backgroundPapers: [{ title: plant() }],
      attachments: [{ label: plant(), title: plant() }],
      ...closed(),
    },
  ],
  [
    "paper-version",
    {
      id: `${held}.c1.1`,
      paper: `meetings/paper/${held}.c1`,
      version: 1,
      changes: plant(),
      file: {
        name: `${plant()}.pdf`,
        mediaType: "application/pdf",
        size: 5,
        sha512: "0".repeat(128),
        url: `https://example.org/${plant()}`,
      },
      ...closed(),
    },
  ],
  [
    "resolution",
    {
      id: `${held}.c1`,
      meeting,
      item,
      session: "closed",
      limbs: limbs(),
      outcome: plant(),
      recommendation: { put: limbs(), agreed: limbs(), reason: plant() },
      ...closed(),
    },
  ],
  ["motion", { id: `${held}.c1`, meeting, item, session: "closed", text: plant(), ...closed() }],
  ["attendance", { id: `${held}.c1`, meeting, as: plant(), capacity: "present", ...closed() }],
  [
    "declaration-of-interest",
    { id: `${held}.c1`, meeting, member: chair, kind: "prejudicial", nature: plant(), ...closed() },
  ],
  [
    "question",
    {
      id: `${held}.c1`,
      body,
      meeting,
      asked: "in-advance",
      by: "member",
      text: plant(),
      answer: plant(),
      ...closed(),
    },
  ],
  [
    "action",
    {
      id: `${held}.c1`,
      body,
      meeting,
      item,
      heading: plant(),
      text: plant(),
      progress: [{ text: plant() }],
      due: "2013-01-31",
      ...closed(),
    },
  ],
  [
    "decision",
    {
      id: `${held}.c1`,
      body,
      number: "1/2012",
      title: plant(),
      taken: "2012-12-12",
      meeting,
      item,
      reasons: plant(),
      alternatives: [plant()],
      ...closed(),
    },
  ],
  // Not withheld, but not out.
  ["agenda-item", { id: `${held}.draft`, meeting, title: plant(), order: 12 }],
  [
    "forward-plan-entry",
    { id: `${held}.draft`, body, title: plant(), date: "2013-06-05", publication: "draft" },
  ],
];

interface Surface {
  readonly name: string;
  readonly text: string;
}

/** The text in an answer, also where it is packed in a DOCX or ZIP file. */
function textIn(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => `${name}\n${strFromU8(content)}`)
    .join("\n");
}

let serving: Awaited<ReturnType<typeof startServing>>;
let token = "";
let beforeWithheld = "";

const ask = async (path: string, clearance: "public" | "confidential", init: RequestInit = {}) => {
  const answer = await fetch(`${serving.url}${path}`, {
    ...init,
    headers: {
      ...init.headers,
      ...(clearance === "confidential" && { authorization: `Bearer ${token}` }),
    },
  });
  const text = textIn(new Uint8Array(await answer.arrayBuffer()));
  const headers = JSON.stringify([...answer.headers]);
  return { status: answer.status, name: path, text: `${headers}\n${text}`, body: text };
};

const put = async (kind: string, data: { readonly id: string }) => {
  const path = `/v1/meetings/${kind}/${data.id}`;
  const isThere = (await ask(path, "confidential")).status === 200;
  const headers = {
    "content-type": "application/json",
    ...(isThere ? { "if-match": "*" } : { "if-none-match": "*" }),
  };
  const { status, text } = await ask(path, "confidential", {
    method: "PUT",
    headers,
    body: JSON.stringify(data),
  });
  expect([200, 201], `${path}: ${text}`).toContain(status);
};

const listFormats = ["json", "html", "csv"];
const reportFormats = ["json", "html", "markdown", "docx"];
const reports = {
  meeting: ["agenda", "pack", "full-pack", "minutes", "review-of-actions", "unreported-decisions"],
  body: ["decision-log", "forward-plan"],
};

/** Every address that can tell anything of the records above. */
function addresses(clearance: "public" | "confidential"): string[] {
  const kinds = [...new Set(records.map(([kind]) => kind)), "agenda", "minutes", "meeting"];
  const moments = [beforeWithheld, new Date().toISOString()].map(encodeURIComponent);
  const found = ["/", "/openapi.json", "/v1/checks", "/health", `/v1/search?q=Safer`];
  for (const kind of new Set([...kinds, "publication", "vote"])) {
    const list = `/v1/meetings/${kind}`;
    for (const format of listFormats) {
      found.push(`${list}?format=${format}&limit=1000`);
    }
    for (const moment of moments) found.push(`${list}?as-at=${moment}`);
    found.push(`${list}?modified-from=2020-01-01&order=-touched`);
    for (const id of [`${held}.c1`, `${held}.c1.1`, `${held}.draft`, held]) {
      found.push(`${list}/${id}`, `${list}/${id}?format=html`, `${list}/${id}/history`);
      for (const moment of moments) found.push(`${list}/${id}?as-at=${moment}`);
    }
  }
  for (const format of reportFormats) {
    const report = (name: string, words: string) =>
      found.push(`/v1/meetings/reports/${name}?format=${format}&${words}`);
    for (const name of reports.meeting) report(name, `meeting=${meeting}`);
    for (const name of reports.body) report(name, `body=${body}`);
    report("publication-checklist", `meeting=${meeting}&profile=english-council`);
    report("late", "as-at=2030-01-01");
  }
  for (const name of ["calendar", "atom", "popolo"]) found.push(`/v1/meetings/exports/${name}`);
  // The folder is the feed, which the office does not read otherwise than the public does.
  if (clearance === "public")
    found.push("/v1/meetings/exports/oparl-folder?base=https://example.org/o");
  for (const what of ["agenda", "minutes", "paper", "version"])
    for (const id of [held, `${held}.c1`, `${held}.c1.1`])
      found.push(`/oparl/file/${what}/${id}`, `/oparl/file/${what}/${id}/text`);
  return found;
}

/** Every list of the feed, with what was deleted, and the objects of this meeting. */
async function feed(): Promise<Surface[]> {
  const seen = new Map<string, Surface>();
  let waiting = ["/oparl"];
  while (waiting.length > 0) {
    const answers = await Promise.all(waiting.map((path) => ask(path, "public")));
    for (const answer of answers) seen.set(answer.name, answer);
    const links = answers
      .flatMap(({ body: text }) => [...text.matchAll(/"https?:\/\/[^"/]+(\/oparl[^"]*)"/g)])
      .map(([, path = ""]) => path)
      .filter((path) => path.includes("/body") || path.includes(held))
      .flatMap((path) =>
        path.includes("?") ? [path] : [path, `${path}?modified_since=2000-01-01T00:00:00Z`],
      );
    waiting = [...new Set(links)].filter((path) => !seen.has(path));
  }
  return [...seen.values()];
}

/** Wrong questions, whose answers must not tell either. */
const wrong: readonly (readonly [string, RequestInit])[] = [
  [`/v1/meetings/agenda-item/${held}.draft`, { method: "DELETE" }],
  [`/v1/meetings/agenda-item/${held}.c1`, { method: "PUT", body: "{}" }],
  [`/v1/meetings/agenda-item/${held}.c1`, { method: "PATCH", body: '{"title":1}' }],
  ["/v1/meetings/take", { method: "POST", body: JSON.stringify({ item }) }],
  ["/v1/meetings/supplement-diff", { method: "POST", body: JSON.stringify({ meeting }) }],
  ["/v1/meetings/withhold", { method: "POST", body: JSON.stringify({ about: item }) }],
  [`/v1/meetings/agenda-item?title=x`, {}],
  [`/v1/meetings/reports/full-pack?meeting=${meeting}`, {}],
];

async function everything(clearance: "public" | "confidential"): Promise<Surface[]> {
  const found: Surface[] = [];
  const waiting = addresses(clearance);
  while (waiting.length > 0)
    found.push(...(await Promise.all(waiting.splice(0, 20).map((path) => ask(path, clearance)))));
  const headers = { "content-type": "application/json" };
  for (const [path, init] of clearance === "public" ? wrong : [])
    found.push(await ask(path, clearance, { ...init, headers }));
  return clearance === "public" ? [...found, ...(await feed())] : found;
}

const commands: readonly (readonly string[])[] = [
  ["meetings", "agenda-item", "get", `${held}.c1`],
  ["meetings", "paper", "history", `${held}.c1`, "--json"],
  ["report", "meetings", "pack", "--meeting", meeting, "--format", "markdown"],
  ["report", "meetings", "full-pack", "--meeting", meeting],
  ["export", "meetings", "paper-version", "--format", "csv"],
  ["check"],
];

async function ofCommands(clearance: "public" | "confidential"): Promise<Surface[]> {
  const found: Surface[] = [];
  for (let from = 0; from < commands.length; from += 2)
    found.push(
      ...(await Promise.all(
        commands.slice(from, from + 2).map(async (command) => {
          const { stdout, stderr } = await moothall([...command, "--as", clearance], at);
          return { name: command.join(" "), text: `${stdout}\n${stderr}` };
        }),
      )),
    );
  return found;
}

const wordsIn = (surfaces: readonly Surface[]): ReadonlySet<string> =>
  new Set(surfaces.flatMap(({ text }) => text.toLowerCase().match(/qzplanted[0-9]+x/g) ?? []));

describe("a closed item that is marked as exempt", () => {
  beforeAll(async () => {
    expect((await moothall(["example", "load", "--json"], at)).code).toBe(0);
    const made = await moothall(
      [
        ...["token", "create", "--clearance", "confidential", "--body", "*"],
        ...["--permission", "meetings:write", "--expires", "1d", "--json"],
      ],
      at,
    );
    token = JSON.parse(made.stdout).token;
    serving = await startServing(["serve", "--port", "0"], folder.path);
    // First it is out for all to read; what the public saw then it must not be able to look up now.
    for (const [kind, { withheld: _, session: __, ...data }] of records) await put(kind, data);
    beforeWithheld = new Date().toISOString();
    for (const [kind, data] of records) await put(kind, data);
  }, 300_000);
  afterAll(async () => {
    await serving?.end("SIGTERM");
  });

  test("is nowhere on a public surface, and whole for those who may see it", async () => {
    const forPublic = await everything("public");
    expect(forPublic.filter(({ text }) => text.includes(held)).length).toBeGreaterThan(150);
    const leaking = forPublic.filter(({ text }) => anyPlanted.test(text)).map(({ name }) => name);
    expect(leaking).toEqual([]);
    // The item and its ground are told of, so that the surfaces are those of this meeting.
    expect(forPublic.filter(({ text }) => text.includes("schedule-12a-1")).length).toBeGreaterThan(
      5,
    );
    const forOffice = wordsIn(await everything("confidential"));
    expect(planted.filter((word) => !forOffice.has(word))).toEqual([]);
  }, 120_000);

  test("is not found by search, word by word", async () => {
    const hits = async (word: string, clearance: "public" | "confidential") =>
      JSON.parse((await ask(`/v1/search?q=${word}`, clearance)).body).items.length;
    const found = await Promise.all(planted.map((word) => hits(word, "public")));
    expect(Math.max(...found)).toBe(0);
    const forOffice = await Promise.all(planted.map((word) => hits(word, "confidential")));
    expect(forOffice.filter((count) => count > 0).length).toBeGreaterThan(planted.length / 2);
  });

  test("is not told by any command", async () => {
    const leaking = (await ofCommands("public")).filter(({ text }) => anyPlanted.test(text));
    expect(leaking.map(({ name }) => name)).toEqual([]);
    expect(wordsIn(await ofCommands("confidential")).size).toBeGreaterThan(20);
  }, 120_000);

  test("is in no log", () => {
    expect(serving.stdout()).not.toMatch(anyPlanted);
    expect(serving.stderr()).not.toMatch(anyPlanted);
  });
});
