import { project } from "@moothall/core";
import { describe, expect, it } from "vitest";
import { resources } from "../plugin/resources.ts";
import { bidSchema } from "./bid.ts";
import {
  classifyAward,
  classifyBid,
  classifyContract,
  classifyEvaluation,
  classifyEvaluatorScore,
  classifyTender,
} from "./classify.ts";
import { evaluationSchema } from "./evaluation.ts";
import { tenderSchema } from "./tender.ts";

const published = "2026-03-02";
const source = { document: "Board pack" };
const bid = (fields: object) =>
  bidSchema().parse({
    id: "b",
    tender: "procurement/tender/t",
    bidder: "X",
    price: { amount: "1" },
    quality: "20",
    status: "valid",
    ...fields,
  });
const evaluation = (fields: object) =>
  evaluationSchema().parse({
    id: "e",
    tender: "procurement/tender/t",
    results: [
      { bidder: "Winner", total: "80", rank: 1 },
      { bidder: "Loser", total: "70", rank: 2 },
    ],
    excluded: [{ bidder: "Out", reason: "late" }],
    winner: "Winner",
    ...fields,
  });

describe("classification", () => {
  it("keeps bids and evaluations restricted until the award is published", () => {
    expect(classifyBid(bid({ outcome: "won" })).record).toBe("restricted");
    expect(classifyEvaluation(evaluation({})).record).toBe("restricted");
  });

  it("publishes the winner's price and score then, and nothing of the others", () => {
    const won = bid({ outcome: "won", awardPublished: published });
    expect(project(won, classifyBid(won), "public")?.document).toEqual(
      expect.objectContaining({ bidder: "X", price: { amount: "1", currency: "GBP" } }),
    );
    expect(project(won, classifyBid(won), "public")?.document).not.toHaveProperty("quality");
    const lost = bid({ outcome: "lost", awardPublished: published });
    expect(project(lost, classifyBid(lost), "public")).toBeUndefined();
    const scored = evaluation({ awardPublished: published });
    const seen = project(scored, classifyEvaluation(scored), "public")?.document;
    expect(JSON.stringify(seen)).not.toMatch(/Loser|Out|70/);
    expect(seen?.results).toEqual([{ bidder: "Winner", total: "80", rank: 1 }]);
  });

  it("takes what a public paper printed as public", () => {
    expect(classifyBid(bid({ disclosedIn: source }))).toEqual({ record: "public" });
    expect(classifyEvaluation(evaluation({ disclosedIn: source }))).toEqual({ record: "public" });
  });

  it("keeps individual scores confidential until consensus, and inside the office after it", () => {
    const score = { consensusReached: undefined } as Parameters<typeof classifyEvaluatorScore>[0];
    expect(classifyEvaluatorScore(score).record).toBe("confidential");
    expect(
      classifyEvaluatorScore({ ...score, consensusReached: "2026-03-02T10:00:00Z" }).record,
    ).toBe("restricted");
  });

  it("hides a tender before it is out, and the estimate while bids can be made", () => {
    expect(classifyTender({ status: "planned" }).record).toBe("restricted");
    expect(classifyTender({ status: "active" }).paths).toHaveProperty("/estimate");
    expect(classifyTender({ status: "complete" }).paths).not.toHaveProperty("/estimate");
  });

  it("hides awards until published and pending contracts until their award is", () => {
    expect(classifyAward({} as never).record).toBe("restricted");
    expect(classifyAward({ published } as never).record).toBe("public");
    expect(classifyContract({ status: "pending" } as never).record).toBe("restricted");
    expect(classifyContract({ status: "pending", awardPublished: published } as never).record).toBe(
      "public",
    );
  });

  it("names no path that the resource does not tell readers of", () => {
    const scored = evaluation({ awardPublished: published });
    const told = resources.evaluation?.withholds ?? [];
    for (const path of Object.keys(classifyEvaluation(scored).paths ?? {})) {
      expect(told).toContain(path.replace(/[0-9]+$/, "*"));
    }
    for (const path of Object.keys(classifyTender({ status: "active" }).paths ?? {})) {
      expect(resources.tender?.withholds).toContain(path);
    }
  });
});

describe("a tender", () => {
  const tender = {
    id: "t",
    title: "Works",
    body: "register/body/opcc",
    status: "active",
    procedure: "open",
    method: { formula: "proportional", weights: { price: "60", quality: "40" } },
  };

  it("holds no method but the one that was declared, and is not opened without", () => {
    const faults = (fields: object) =>
      tenderSchema()
        .safeParse({ ...tender, ...fields })
        .error?.issues.map(({ path }) => path.join("/"));
    expect(faults({})).toBeUndefined();
    expect(faults({ declared: { hash: "sha256:0", at: "2026-03-02T10:00:00Z" } })).toEqual([
      "method",
    ]);
    expect(faults({ opened: "2026-03-02T10:00:00Z" })).toEqual(["declared"]);
  });
});
