import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  isMoothallError,
  type Kind,
  type PublicationClass,
  type ReportDocument,
  tableOf,
} from "../../packages/core/src/index.ts";
import {
  createHost,
  csvOfRecords,
  type Host,
  importRecords,
  loadPlugin,
  localCaller,
  runChecks,
} from "../../packages/host/src/index.ts";
import { openSqlite } from "../../packages/records-sqlite/src/index.ts";
import {
  renderCsvFiles,
  renderHtml,
  renderMarkdown,
  renderText,
} from "../../packages/render/src/index.ts";

// The libraries with which an officer's spreadsheet is read and written here, as the host has them.
const fromHost = createRequire(new URL("../../packages/host/package.json", import.meta.url));
const { readSheet } = fromHost("read-excel-file/node") as {
  readSheet: (file: Buffer) => Promise<unknown[][]>;
};
const writeSheet = fromHost("write-excel-file/node") as (data: unknown) => {
  toBuffer: () => Promise<Buffer>;
};

const plan = "register/plan/p";
const register = "assurance/risk-register/council.2026";
/** Words that stand nowhere but in restricted records. */
const planted = ["Zanzibar", "Quagmire", "Rhubarb", "Xylophone", "Wolverine"] as const;
const [inRisk, inRegister, inReview, inAudit, inRecommendation] = planted;

const records: readonly { readonly kind: Kind; readonly data: object }[] = [
  { kind: "register/body", data: { id: "council", name: "The Council", kind: "council" } },
  { kind: "register/plan", data: { id: "p", title: "The Plan", body: "register/body/council" } },
  ...[1, 2, 3].map((number) => ({
    kind: "register/objective" as const,
    data: { id: `p.${number}`, plan, number, text: `Objective number ${number}` },
  })),
  {
    kind: "assurance/initiative",
    data: {
      id: "kits",
      title: "Kits against bleeding",
      body: "register/body/council",
      objectives: ["register/objective/p.1"],
      status: "complete",
      money: ["procurement/contract/kits"],
      meetings: ["meetings/meeting/panel"],
      targets: [{ id: "kits", measure: "kits bought", achieved: "20", target: "100" }],
    },
  },
  {
    kind: "procurement/contract",
    data: {
      id: "kits",
      title: "Kits",
      body: "register/body/council",
      supplier: "Kits Ltd",
      status: "active",
      value: { amount: "1234.56" },
    },
  },
  {
    kind: "meetings/meeting",
    data: {
      id: "panel",
      name: "Panel",
      body: "register/body/council",
      start: "2026-06-23T10:00:00+01:00",
      status: "held",
      public: true,
      objectives: ["register/objective/p.2"],
    },
  },
  {
    kind: "assurance/risk-register",
    data: {
      id: "council.2026",
      title: `Risks of the council, ${inRegister}`,
      body: "register/body/council",
      matrix: 4,
      asAt: "2026-06",
    },
  },
  ...[1, 2, 3].map((number) => ({
    kind: "assurance/risk" as const,
    data: {
      id: `council.2026.${number}`,
      register,
      number: String(number),
      title: `${inRisk} risk ${number}`,
      inherent: { likelihood: 4, impact: 4 },
      residual: { likelihood: number, impact: 2 },
      objectives: ["register/objective/p.1"],
      history: [{ date: "2026-05-01", residual: { likelihood: 4, impact: 3 } }],
      sources: [{ document: "Risk register, June 2026", item: "1" }],
    },
  })),
  {
    kind: "assurance/review",
    data: {
      id: "review.1",
      kind: "learning",
      body: "register/body/council",
      stage: "under-way",
      asAt: "2026-06-01",
      publicationDue: "2026-05",
      learning: [`=1+1 ${inReview}`],
    },
  },
  {
    kind: "assurance/audit",
    data: {
      id: "audit.1",
      title: `Audit of ${inAudit}`,
      kind: "internal",
      body: "register/body/council",
      year: "FY2025",
      status: "final",
    },
  },
  {
    kind: "assurance/recommendation",
    data: {
      id: "audit.1.1",
      of: "assurance/audit/audit.1",
      text: `=SUM(1) ${inRecommendation}`,
      agreed: "no",
      due: "2026-01-01",
    },
  },
];

let host: Host;
beforeAll(async () => {
  const names = [
    "register",
    "assurance",
    "procurement",
    "meetings",
    "funding",
    "safeguarding",
    "engagement",
  ];
  const plugins = await Promise.all(
    names.map((name) =>
      loadPlugin(
        { from: name, settings: {} },
        [
          {
            name,
            summary: "",
            from: name,
            load: () => import(`../../packages/${name}/src/plugin.ts`),
          },
        ],
        undefined,
      ),
    ),
  );
  for (const plugin of plugins) if ("error" in plugin) throw plugin.error;
  host = createHost({
    plugins,
    openStore: () => openSqlite({ path: ":memory:" }),
    clock: { now: () => "2026-06-30T10:00:00Z", today: () => "2026-06-30" },
  });
  await host.put(records as never, localCaller("restricted"));
});
afterAll(() => host.close());

const invoke = (name: string, clearance: PublicationClass, call: object = {}) => {
  const action = host.find(name, clearance);
  if (action === undefined) throw new Error(`${name} is not there for ${clearance}`);
  return host.invoke(action, { caller: localCaller(clearance), ...call });
};
const documentOf = async (
  name: string,
  clearance: PublicationClass,
  input: object,
): Promise<ReportDocument> => {
  const reply = await invoke(`assurance/reports/${name}`, clearance, { input });
  if (reply.type !== "document") throw new Error(`${name} made no document`);
  return reply.document;
};
const workbookOf = async (name: string, clearance: PublicationClass, input: object) => {
  const reply = await invoke(`assurance/exports/${name}`, clearance, { input });
  if (reply.type !== "file" || !(reply.body instanceof Uint8Array)) throw new Error("no workbook");
  return Buffer.from(reply.body);
};
const bringBack = (kind: Kind, bytes: Uint8Array) =>
  importRecords(host, {
    kind,
    name: "workbook.xlsx",
    format: "xlsx",
    bytes,
    caller: localCaller("restricted"),
  });

/** Everything of the plugin that a public caller can reach, as one text by surface. */
async function everythingPublic(): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const inputs: Record<string, object[]> = {
    progress: [{ plan: "p" }, { plan }],
    risks: [{ register: "council.2026" }],
    "annual-report": [{ body: "council", year: "FY2025" }],
    "trace-objective": [{ objective: "register/objective/p.1" }],
    movement: [{ from: register, to: register }],
  };
  for (const [name, action] of host.registry.actions) {
    if (!name.startsWith("assurance/")) continue;
    for (const input of inputs[name.split("/").at(-1) as string] ?? [{}]) {
      const key = `${name} ${JSON.stringify(input)}`;
      try {
        if (action.type === "resource" && action.verb !== "list") {
          for (const { kind, data } of records)
            if (kind === action.kind && ["get", "history"].includes(action.verb))
              texts.set(
                `${key} ${(data as { id: string }).id}`,
                await invoke(name, "public", { id: (data as { id: string }).id }).then(
                  JSON.stringify,
                  String,
                ),
              );
        } else if (action.type === "resource") {
          texts.set(key, JSON.stringify(await invoke(name, "public", { query: { limit: 100 } })));
        } else if (action.type === "report") {
          const document = await documentOf(name.split("/").at(-1) as string, "public", input);
          texts.set(
            key,
            [
              JSON.stringify(document),
              renderText(document),
              renderMarkdown(document),
              renderHtml(document),
              ...renderCsvFiles(document).map(({ text }) => text),
            ].join("\n"),
          );
        } else if (action.type === "export") {
          const sheet = await readSheet(
            await workbookOf(name.split("/").at(-1) as string, "public", input),
          );
          texts.set(key, JSON.stringify(sheet));
        } else if (host.find(name, "public") !== undefined) {
          texts.set(key, JSON.stringify(await invoke(name, "public", { input })));
        }
      } catch (error) {
        if (!isMoothallError(error)) throw error;
        const { message, hint, at, findings } = error;
        texts.set(`${key} error`, JSON.stringify({ message, hint, at, findings }));
      }
    }
  }
  for (const word of planted) {
    const { items } = await host.search({ text: word.toLowerCase() }, localCaller("public"));
    texts.set(`search ${word}`, JSON.stringify(items));
  }
  texts.set("check", JSON.stringify(await runChecks(host, { caller: localCaller("public") })));
  return texts;
}

describe("progress across domains", () => {
  it("gathers money, meetings and targets of a plan through references", async () => {
    const document = await documentOf("progress", "public", { plan: "p" });
    const rows = tableOf(document, "objectives")?.rows.map(({ cells }) =>
      cells.map(({ value, text }) => value ?? text),
    );
    expect(rows).toEqual([
      ["1. Objective number 1", "1", "1234.56", "1", "1", "0", "0"],
      ["2. Objective number 2", "0", "", "0", "1", "0", "0"],
      ["3. Objective number 3", "0", "", "0", "0", "0", "0"],
    ]);
    const targets = tableOf(document, "line-1-targets")?.rows[0]?.cells.map(({ text }) => text);
    expect(targets).toEqual(["Kits against bleeding", "kits bought", "20", "100", "80", "20.0"]);
    expect(renderText(document)).toContain("Nothing is recorded that serves it.");
  });

  it("finds the objective that nothing serves", async () => {
    const found = await runChecks(host, { caller: localCaller("public"), plugin: "assurance" });
    expect(found.map(({ rule, about }) => [rule, about])).toEqual([
      ["assurance/objective-without-work", "register/objective/p.3"],
    ]);
  });
});

describe("the worked example", () => {
  let loaded: Host;
  beforeAll(async () => {
    const { example } = await import("../../packages/example-derbyshire/src/index.ts");
    loaded = createHost({
      plugins: host.registry.plugins,
      openStore: () => openSqlite({ path: ":memory:" }),
      clock: { now: () => "2026-06-30T10:00:00Z", today: () => "2026-06-30" },
    });
    const known = new Set(loaded.registry.plugins.map(({ name }) => name));
    await loaded.put(
      example.records.filter(({ kind }) => known.has(kind.split("/")[0] as string)),
      localCaller("confidential"),
    );
  });
  afterAll(() => loaded.close());

  it("comes back from CSV as it went out, kind by kind", async () => {
    const store = await loaded.store();
    for (const [kind, resource] of loaded.registry.resources) {
      if (!kind.startsWith("assurance/")) continue;
      let csv = "";
      for await (const line of csvOfRecords(resource, store.iterate("confidential", kind, {}))) {
        csv += line;
      }
      const result = await importRecords(loaded, {
        kind,
        name: "records.csv",
        format: "csv",
        bytes: new TextEncoder().encode(csv),
        caller: localCaller("confidential"),
      });
      expect(result, kind).toMatchObject({ created: 0, replaced: 0, findings: [] });
      expect(result.unchanged, kind).toBeGreaterThan(0);
    }
  });
});

describe("a risk register", () => {
  it("has a heat map whose cells say in words what their shade says", async () => {
    const document = await documentOf("risks", "restricted", { register: "council.2026" });
    expect(document.class).toBe("restricted");
    const html = renderHtml(document);
    const svg = /<svg[\s\S]*?<\/svg>/.exec(html)?.[0] ?? "";
    expect(svg.match(/<rect [^>]*height="58"/g)).toHaveLength(16);
    expect(svg).toMatch(/fill="#f3bd7a"[^>]*\/><text[^>]*>1: 3<\/text><text[^>]*>\(medium\)</);
    expect(html).toContain("Residual risks with a place on the matrix: 2 medium, 1 low.");
  });

  it("goes out as a workbook, is worked in, and comes back", async () => {
    const sheet = await workbookOf("risks", "restricted", { register: "council.2026" });
    expect(await bringBack("assurance/risk", sheet)).toMatchObject({ unchanged: 3, replaced: 0 });
    const [head = [], ...rows] = await readSheet(sheet);
    expect(head.slice(0, 9)).toEqual([
      "id",
      "number",
      "title",
      "owner",
      "inherent.likelihood",
      "inherent.impact",
      "residual.likelihood",
      "residual.impact",
      "mitigation",
    ]);
    const second = rows[1] as unknown[];
    second[head.indexOf("mitigation")] = "Two suppliers in each district.";
    second[head.indexOf("residual.impact")] = 1;
    second[head.indexOf("reviewDue")] = new Date("2026-09-30T00:00:00Z");
    const worked = await writeSheet(
      [head, ...rows].map((row) =>
        row.map((value) =>
          value === null || value === undefined
            ? null
            : value instanceof Date
              ? { value, type: Date, format: "yyyy-mm-dd" }
              : { value },
        ),
      ),
    ).toBuffer();
    expect(await bringBack("assurance/risk", worked)).toMatchObject({ unchanged: 2, replaced: 1 });
    const reply = await invoke("assurance/risk/get", "restricted", { id: "council.2026.2" });
    expect(JSON.parse((reply as { record: { text: string } }).record.text)).toMatchObject({
      mitigation: "Two suppliers in each district.",
      residual: { likelihood: 2, impact: 1 },
      reviewDue: "2026-09-30",
      history: [{ date: "2026-05-01", residual: { likelihood: 4, impact: 3 } }],
      sources: [{ document: "Risk register, June 2026", item: "1" }],
    });
  });

  it("takes nothing of a workbook with a bad row, and says where", async () => {
    const [head = [], ...rows] = await readSheet(
      await workbookOf("risks", "restricted", { register: "council.2026" }),
    );
    (rows[2] as unknown[])[head.indexOf("inherent.likelihood")] = "often";
    (rows[0] as unknown[])[head.indexOf("mitigation")] = "Not to be taken.";
    const bad = await writeSheet(
      [head, ...rows].map((row) =>
        row.map((value) => (value === null ? null : { value: String(value), type: String })),
      ),
    ).toBuffer();
    await expect(bringBack("assurance/risk", bad)).rejects.toMatchObject({
      code: "core/bad-input",
      at: { row: 4, column: "inherent.likelihood" },
    });
    const reply = await invoke("assurance/risk/get", "restricted", { id: "council.2026.1" });
    expect(JSON.stringify(reply)).not.toContain("Not to be taken.");
  });
});

describe("the recommendations tracker", () => {
  it("goes out as a workbook that runs no formula, and comes back unchanged", async () => {
    const sheet = await workbookOf("recommendations", "restricted", {});
    const [head = [], row = []] = await readSheet(sheet);
    expect(row[head.indexOf("text")]).toBe(`'=SUM(1) ${inRecommendation}`);
    expect(await bringBack("assurance/recommendation", sheet)).toMatchObject({ unchanged: 1 });
  });
});

describe("what is restricted", () => {
  it("is on no public surface", async () => {
    const texts = await everythingPublic();
    expect(texts.size).toBeGreaterThan(50);
    for (const [surface, text] of texts)
      for (const word of planted) expect(text, surface).not.toMatch(new RegExp(word, "i"));
  });

  it("is there for those who may see it", async () => {
    const reply = await invoke("assurance/risk/list", "restricted", { query: { limit: 10 } });
    expect(JSON.stringify(reply)).toContain(inRisk);
    const findings = await runChecks(host, {
      caller: localCaller("restricted"),
      plugin: "assurance",
    });
    expect(findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["assurance/rejected-without-follow-up", "assurance/review-overdue"]),
    );
  });

  it("is not published while it holds private data, and of a published register only what it says now", async () => {
    const publish = () =>
      invoke("assurance/publish-register", "restricted", { input: { register } });
    const retitle = async (title: (number: number) => string) => {
      for (const number of [1, 2, 3]) {
        const id = `council.2026.${number}`;
        const reply = await invoke("assurance/risk/get", "restricted", { id });
        const { record: _, ...data } = JSON.parse(
          (reply as { record: { text: string } }).record.text,
        );
        await host.put(
          [{ kind: "assurance/risk", data: { ...data, title: title(number) } }],
          localCaller("restricted"),
        );
      }
    };
    await retitle((number) => `Risk ${number} of AB 12 34 56 C`);
    await expect(publish()).rejects.toMatchObject({
      code: "assurance/private-data",
      at: { pointer: "/title" },
    });
    await retitle((number) => `Sound risk ${number}`);
    expect(await publish()).toMatchObject({
      value: { published: "2026-06-30", risks: 3 },
    });
    await expect(publish()).rejects.toMatchObject({ code: "assurance/already-published" });
    const texts = await everythingPublic();
    expect([...texts].filter(([, text]) => text.includes("Sound risk 2")).length).toBeGreaterThan(
      3,
    );
    for (const [surface, text] of texts)
      for (const word of [...planted, "AB 12 34 56 C"].filter((each) => each !== inRegister))
        expect(text, surface).not.toMatch(new RegExp(word, "i"));
    expect((await documentOf("risks", "public", { register: "council.2026" })).class).toBe(
      "public",
    );
  });
});
