import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { moothall, useFolder, useProgram } from "./moothall.ts";

useProgram();
const folder = useFolder();
const at = { cwd: folder.path };

const answer = async (operation: string, input: unknown) => {
  const file = folder.write("input.json", JSON.stringify(input));
  const ran = await moothall(["engagement", operation, "--file", file, "--json"], at);
  return { code: ran.code, ...(JSON.parse(ran.stdout || ran.stderr) as Record<string, unknown>) };
};

describe("engagement weight", () => {
  test("has the weights of R's survey package (Kalton's table) to nine figures", async () => {
    const counts = [
      [20, 50, 100, 30],
      [40, 140, 50, 100],
      [40, 310, 50, 70],
    ];
    const weights = [
      [1.810805093, 1.452821945, 2.016775509],
      [1.083564444, 0.869351544, 1.206814715],
      [2.1960891, 1.761938073, 2.445883727],
      [1.833225532, 1.470810024, 2.041746166],
    ];
    const found = (await answer("weight", {
      sample: counts.flatMap((row, b) =>
        row.map((count, a) => ({ a: String(a + 1), b: String(b + 1), count })),
      ),
      margins: {
        a: { 1: 175, 2: 550, 3: 430, 4: 345 },
        b: { 1: 365, 2: 415, 3: 720 },
      },
    })) as unknown as {
      weights: { a: string; b: string; weight: number }[];
      effectiveSize: number;
      designEffect: number;
      converged: boolean;
    };
    expect(found.weights).toHaveLength(12);
    for (const { a, b, weight } of found.weights)
      expect(weight.toFixed(9)).toBe(weights[Number(a) - 1]?.[Number(b) - 1]?.toFixed(9));
    expect(found.effectiveSize.toPrecision(9)).toBe("909.354887");
    expect(found.designEffect.toPrecision(9)).toBe("1.09968068");
    expect(found.converged).toBe(true);
  });
});

describe("what cannot be worked with", () => {
  const margins = { a: { 1: 10, 2: 5 } };
  const visit = { place: "x", date: "2016-08-01" };
  const vote = { participant: "a", statement: "1", vote: 1 };
  test.each([
    [
      "engagement/margin-without-respondents",
      "weight",
      { sample: [{ a: "1", count: 2 }], margins },
      { pointer: "/margins/a/2" },
    ],
    [
      "engagement/negative-count",
      "weight",
      { sample: [{ a: "1" }, { a: "2", count: -1 }], margins },
      { row: 2, column: "count" },
    ],
    [
      "engagement/margins-differ",
      "weight",
      { sample: [{ a: "1", b: "1" }], margins: { a: { 1: 10 }, b: { 1: 11 } } },
      { pointer: "/margins/b" },
    ],
    [
      "engagement/unknown-category",
      "weight",
      { sample: [{ a: "1" }, { a: "2" }, { a: "3" }], margins },
      { row: 3, column: "a" },
    ],
    [
      "engagement/bad-vote",
      "opinion-groups",
      { votes: [vote, { ...vote, vote: 2 }] },
      { row: 2, column: "vote" },
    ],
    [
      "engagement/bad-vote",
      "opinion-groups",
      { votes: [vote, vote, { ...vote, vote: "yes" }] },
      { row: 3, column: "vote" },
    ],
    [
      "engagement/unknown-place",
      "coverage",
      { places: [{ code: "x" }], visits: [visit, { ...visit, place: "y" }], asAt: "2017-01-01" },
      { row: 2, column: "place" },
    ],
  ])("%s names where it is", async (code, operation, input, place) => {
    expect(await answer(operation, input)).toMatchObject({
      code: 65,
      error: { code, at: place, hint: expect.stringMatching(/./) },
    });
  });

  test("a list alone is taken as the one list that is asked for", async () => {
    const votes = ["a", "b", "c", "d"].flatMap((participant, index) => [
      { participant, statement: "1", vote: index < 2 ? 1 : -1 },
      { participant, statement: "2", vote: 1 },
    ]);
    const bare = await answer("opinion-groups", votes);
    expect(bare).toMatchObject({ code: 0, participants: 4, statements: 2 });
    expect(bare).toEqual(await answer("opinion-groups", { votes }));
  });
});

describe("dispose", () => {
  // In UTF-8 and, since a database may keep text so, in UTF-16.
  const planted = "Quokka-of-Zanzibar-7731";
  const spellings = [Buffer.from(planted), Buffer.from(planted, "utf16le")];

  /** The files that hold it, however deep: store, write-ahead log, backups. */
  const holders = (): string[] =>
    (readdirSync(folder.path, { recursive: true }) as string[]).filter((name) => {
      const path = join(folder.path, name);
      if (!statSync(path).isFile()) return false;
      const bytes = readFileSync(path);
      return spellings.some((each) => bytes.includes(each));
    });

  const office = ["--as", "confidential", "--json"];
  const run = async (...args: string[]) => {
    const ran = await moothall([...args, ...office], at);
    expect(ran.stderr).toBe("");
    expect(ran.code).toBe(0);
    return JSON.parse(ran.stdout);
  };
  const put = async (kind: string, verb: "create" | "replace", data: { id: string }) => {
    const file = folder.write("record.json", JSON.stringify(data));
    const words = verb === "create" ? [] : [data.id];
    await run("engagement", kind, verb, ...words, "--file", file);
    folder.write("record.json", "{}");
  };

  test("a run erases exactly what its dry run lists, and leaves a planted string nowhere", async () => {
    const consultation = {
      id: "c.2019",
      title: "Survey",
      body: "register/body/b",
      kind: "survey",
      status: "published",
      design: "opt-in",
      opens: "2019-01-01",
      closes: "2019-02-28",
      questions: [{ id: "why", text: "Why?", type: "text" }],
    };
    const response = (id: string, why: string) => ({
      id,
      consultation: "engagement/consultation/c.2019",
      received: "2019-01-15T12:00:00Z",
      answers: { why },
    });
    await put("consultation", "create", consultation);
    await put("response", "create", response("r1", `I am ${planted}.`));
    // An older text of it stands in history; a held one of another respondent stays.
    await put("response", "replace", response("r1", `I was ${planted}.`));
    await put("response", "create", response("r2", "Kept."));
    await put("hold", "create", {
      id: "h1",
      reason: "An inquiry",
      about: ["engagement/response/r2"],
      from: "2020-01-01",
    } as { id: string });
    expect(holders()).not.toEqual([]);

    const years = folder.write("retention.json", JSON.stringify({ response: 2 }));
    const dispose = ["engagement", "dispose", "--retention", years];
    const dry = await run(...dispose, "--dry-run");
    expect(dry).toMatchObject({
      dryRun: true,
      erase: [{ kind: "response", id: "r1", due: "2021-04-01" }],
      held: [{ reference: "engagement/response/r2", hold: "engagement/hold/h1" }],
    });
    expect(holders()).not.toEqual([]);
    expect(await run(...dispose)).toEqual({ ...dry, dryRun: false });

    expect(holders()).toEqual([]);
    expect((await moothall(["backup", "after.sqlite"], at)).code).toBe(0);
    expect(readdirSync(folder.path)).toContain("after.sqlite");
    expect(holders()).toEqual([]);
    expect((await moothall(["verify-history"], at)).code).toBe(0);
    expect((await run(...dispose, "--dry-run")).erase).toEqual([]);
  });
});
