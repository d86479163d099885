import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditTable } from "../../packages/core/src/disclosure/index.ts";
import { isMoothallError, type PublicationClass } from "../../packages/core/src/index.ts";
import {
  createHost,
  type Host,
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

/**
 * Plants counts in confidential records and publishes one protected table; then reads everything that
 * a public caller can reach, and looks for every planted figure that the table does not show.
 */
const categories = ["physical", "sexual", "financial", "neglect"];
const periods = ["FY2014", "FY2015", "FY2016"];
/** Each figure unlike any other, so that it can be recognised; four are small. */
const planted = [
  [70001, 3, 70003],
  [70011, 70012, 2],
  [70021, 70022, 70023],
  [4, 70032, 70033],
];
const indicator = "safeguarding/indicator/concerns";

let host: Host;
const invoke = async (name: string, clearance: PublicationClass, call: object = {}) => {
  const action = host.find(name, clearance);
  if (action === undefined) throw new Error(`${name} is not there for ${clearance}`);
  return host.invoke(action, { caller: localCaller(clearance), ...call });
};
const documentOf = async (name: string, clearance: PublicationClass, input: object) => {
  const reply = await invoke(name, clearance, { input });
  if (reply.type !== "document") throw new Error(`${name} made no document`);
  return reply.document;
};

beforeAll(async () => {
  const load = (name: string) =>
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
    );
  const plugins = [await load("register"), await load("safeguarding")];
  for (const plugin of plugins) if ("error" in plugin) throw plugin.error;
  host = createHost({ plugins, openStore: () => openSqlite({ path: ":memory:" }) });
  const area = { kind: "register/area", data: { id: "county", name: "County", kind: "county" } };
  const records = [
    area,
    {
      kind: "safeguarding/indicator",
      data: {
        id: "concerns",
        title: "Concerns",
        theme: "adults",
        definitions: [{ version: 1, text: "Concerns raised" }],
        unit: "concerns",
        counts: "cases",
        timing: "flow",
        measure: { type: "count" },
        polarity: { direction: "none" },
        disclosurePolicy: "safeguarding/disclosure-policy/office",
        dimensions: [
          { id: "abuse", title: "Abuse", categories: categories.map((id) => ({ id, title: id })) },
        ],
      },
    },
    {
      kind: "safeguarding/indicator",
      data: {
        id: "share",
        title: "Share of concerns",
        theme: "adults",
        definitions: [{ version: 1, text: "Share" }],
        unit: "% of concerns",
        counts: "not-a-count",
        timing: "flow",
        measure: {
          type: "ratio",
          numerator: indicator,
          denominator: indicator,
          per: 100,
          link: "cohort",
        },
        polarity: { direction: "low" },
      },
    },
    {
      kind: "safeguarding/disclosure-policy",
      data: { id: "office", title: "Small counts", policy: { small: [1, 4], zero: "publish" } },
    },
    {
      kind: "safeguarding/peer-group",
      data: { id: "all", title: "All", members: ["register/area/county"] },
    },
    {
      kind: "safeguarding/scorecard",
      data: {
        id: "adults",
        title: "Adults",
        period: "FY2016",
        sections: [
          {
            heading: "Concerns",
            lines: [
              { indicator, breakdown: "abuse=sexual" },
              { indicator },
              { indicator: "safeguarding/indicator/share" },
            ],
          },
        ],
      },
    },
    ...categories.flatMap((category, row) =>
      periods.map((period, column) => ({
        kind: "safeguarding/observation",
        data: {
          id: `concerns.${category}.${period.toLowerCase()}`,
          indicator,
          period,
          area: "register/area/county",
          breakdown: `abuse=${category}`,
          value: String(planted[row]?.[column]),
          comment: `planted-comment-${row}-${column}`,
        },
      })),
    ),
    {
      kind: "safeguarding/observation",
      data: {
        id: "share.fy2016",
        indicator: "safeguarding/indicator/share",
        period: "FY2016",
        area: "register/area/county",
        value: "61.7283",
        numerator: "80001",
        denominator: "80002",
      },
    },
  ];
  await host.put(records as never, localCaller("confidential"));
});
afterAll(() => host.close());

const publication = {
  id: "concerns.by-abuse",
  title: "Concerns by abuse",
  indicator: "concerns",
  area: "county",
  rows: { by: "category", dimension: "abuse", keys: categories },
  columns: { by: "period", keys: periods },
  derive: ["share-of-row", "share-of-column", "share-of-total", "rank"],
};

/** Everything that a caller can read, as one text by surface. */
async function everything(clearance: PublicationClass): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const { actions } = host.registry;
  for (const [name, action] of actions) {
    if (!name.startsWith("safeguarding/")) continue;
    try {
      if (action.type === "resource" && action.verb === "list") {
        const kind = action.kind;
        for (const order of ["ascending", "descending"]) {
          const query = { limit: 1000, order: { field: "id", direction: order } };
          const page = await invoke(name, clearance, { query });
          if (page.type !== "page") throw new Error(`${name} made no page`);
          texts.set(`${name} ${order}`, JSON.stringify(page));
          for (const { id } of page.page.items) {
            const history = host.find(`${kind}/history`, clearance);
            if (history)
              texts.set(
                `${kind}/${id} history`,
                JSON.stringify(
                  await host.invoke(history, { caller: localCaller(clearance), id } as never),
                ),
              );
          }
        }
      } else if (action.type === "report") {
        const inputs = reportInputs[name.split("/").at(-1) as string] ?? [{}];
        for (const input of inputs) {
          const document = await documentOf(name, clearance, input);
          texts.set(
            `${name} ${JSON.stringify(input)}`,
            [
              JSON.stringify(document),
              renderText(document),
              renderMarkdown(document),
              renderHtml(document),
              ...renderCsvFiles(document).map(({ text }) => text),
            ].join("\n"),
          );
        }
      } else if (action.type === "export") {
        const input = name.includes("counts")
          ? { indicators: ["concerns"], periods: ["FY2016"] }
          : {};
        const { body } = (await invoke(name, clearance, { input })) as { body: unknown };
        texts.set(name, await textOf(body));
      } else if (action.type === "operation") {
        for (const input of operationInputs[name.split("/").at(-1) as string] ?? [])
          texts.set(
            `${name} ${JSON.stringify(input)}`,
            JSON.stringify(await invoke(name, clearance, { input })),
          );
      }
    } catch (error) {
      if (!isMoothallError(error)) throw error;
      const { message, hint, at, findings } = error;
      texts.set(`${name} error ${texts.size}`, JSON.stringify({ message, hint, at, findings }));
    }
  }
  for (const word of ["70001", "planted", "concerns", "70022"])
    texts.set(
      `search ${word}`,
      JSON.stringify((await host.search({ text: word }, localCaller(clearance))).items),
    );
  texts.set("check", JSON.stringify(await runChecks(host, { caller: localCaller(clearance) })));
  return texts;
}

const reportInputs: Record<string, object[]> = {
  scorecard: [{ scorecard: "adults" }, { scorecard: "adults", area: "county", period: "FY2015" }],
  themed: [{ theme: "adults" }, { theme: "adults", area: "county" }],
  "action-plan": [{ plan: "none" }],
  "regional-comparison": [{ group: "all", period: "FY2016" }],
};
const operationInputs: Record<string, object[]> = {
  compare: [
    {
      indicator: "concerns",
      from: "FY2015",
      to: "FY2016",
      area: "county",
      breakdown: "abuse=physical",
    },
  ],
  "control-chart": [{ indicator: "concerns", breakdown: "abuse=physical" }],
  rank: [{ indicator: "share", period: "FY2016" }],
  judge: [{ indicator: "concerns", value: "1" }],
  publish: [{ ...publication, id: "incomplete", columns: { by: "period", keys: ["FY1999"] } }],
  revise: [{ observation: "concerns.physical.fy2014", value: "1", reason: "guess" }],
};

async function textOf(body: unknown): Promise<string> {
  if (typeof body === "string") return body;
  if (body instanceof Uint8Array) return Buffer.from(body).toString("latin1");
  let text = "";
  for await (const part of body as AsyncIterable<string | Uint8Array>) text += part;
  return text;
}

const hiddenFigures = (shown: ReadonlySet<number>) =>
  planted
    .flat()
    .filter((value) => value > 70000 && !shown.has(value))
    .map(String);
const others = ["planted-comment", "61.7283", "61.7", "80001", "80002", "80,001"];

describe("a public caller", () => {
  it("sees none of the planted figures before anything is published", async () => {
    const texts = await everything("public");
    expect(texts.size).toBeGreaterThan(40);
    for (const [surface, text] of texts) {
      for (const figure of [...hiddenFigures(new Set()), ...others]) {
        expect(text, surface).not.toContain(figure);
        expect(text, surface).not.toContain(figure.replace(/^70/, "70,"));
      }
    }
  });

  it("sees what the published table shows, and nothing that it hides or that follows from it", async () => {
    const reply = (await invoke("safeguarding/publish", "confidential", {
      input: publication,
    })) as {
      value: { withheld: boolean; cells: (number | null)[][] };
    };
    expect(reply.value.withheld).toBe(false);
    const { cells } = reply.value;
    const shown = new Set(cells.flat().filter((value) => value !== null));
    for (const [row, line] of planted.entries())
      for (const [column, value] of line.entries())
        if (value < 5) expect(cells[row]?.[column]).toBeNull();
    const texts = await everything("public");
    const hidden = [...hiddenFigures(shown), ...others];
    expect(hidden.length).toBeGreaterThan(others.length);
    for (const [surface, text] of texts) {
      for (const figure of hidden) {
        expect(text, surface).not.toContain(figure);
        expect(text, surface).not.toContain(figure.replace(/^70/, "70,"));
      }
    }
    const themed = [...texts].find(([name]) => name.includes("themed"))?.[1];
    expect(themed).toContain("[c]");
    expect(themed).toContain("70,003");
  });

  it("can work nothing out of what the report's own CSV shows", async () => {
    const report = [...host.registry.actions.keys()].find((name) =>
      name.endsWith("/adults"),
    ) as string;
    const document = await documentOf(report, "public", {});
    const table = document.blocks.find(
      (each) => each.type === "table" && each.id === "concerns.by-abuse-table",
    );
    if (table?.type !== "table") throw new Error("no table");
    const withTotal = table.columns.at(-1)?.id === "total";
    const numbers = table.rows.map(({ cells }) =>
      cells
        .slice(1)
        .map(({ value }) => (value === null || value === undefined ? null : Number(value))),
    );
    const body = withTotal ? numbers.slice(0, -1) : numbers;
    const emitted = {
      cells: body.map((line) => (withTotal ? line.slice(0, -1) : line)),
      ...(withTotal && {
        rowTotals: body.map((line) => line.at(-1) as number | null),
        columnTotals: numbers.at(-1)?.slice(0, -1) as (number | null)[],
        total: numbers.at(-1)?.at(-1) as number | null,
      }),
    };
    expect(auditTable(emitted, { small: [1, 4], zero: "publish" }).safe).toBe(true);
  });
});

describe("a caller inside", () => {
  it("sees the figures, and a report that says so", async () => {
    const texts = await everything("confidential");
    const all = [...texts.values()].join("\n");
    for (const figure of ["70,032", "61.7283", "planted-comment-0-0"])
      expect(all).toContain(figure);
    const themed = [...texts].find(([name]) => name.includes("themed"))?.[1];
    expect(themed).toContain('"class":"confidential"');
  });

  it("cannot get a table out by importing it", async () => {
    await host.put(
      [
        {
          kind: "safeguarding/published-table",
          data: {
            id: "smuggled",
            title: "Smuggled",
            indicator,
            rows: publication.rows,
            columns: publication.columns,
            cells: planted,
            policy: { small: [1, 4] },
            published: "2017-05-22",
          },
        },
      ] as never,
      localCaller("confidential"),
    );
    const texts = await everything("public");
    for (const [surface, text] of texts) expect(text, surface).not.toContain("muggled");
  });
});
