import { describe, expect, test } from "vitest";
import { moothall, useFolder, useProgram } from "./moothall.ts";

useProgram();
const folder = useFolder();

// Decision 13/2017: what the paper of 7 March 2017 printed.
const blockB = {
  formula: "deviation-from-lowest",
  weights: { price: "60", quality: "40" },
  bids: [
    { bidder: "A", price: "121229.00", quality: "22" },
    { bidder: "B", price: "138788.00", quality: "26" },
    { bidder: "C", price: "140093.71", quality: "22" },
  ],
};
type Bid = (typeof blockB)["bids"][number];
const withBids = (bids: readonly unknown[]) => ({ ...blockB, bids });
const [a, b] = blockB.bids as [Bid, Bid, Bid];

describe("moothall procurement score", () => {
  test("reproduces the table of decision 13/2017", async () => {
    const file = folder.write("tender.json", JSON.stringify(blockB));
    const { code, stdout, stderr } = await moothall([
      "procurement",
      "score",
      "--file",
      file,
      "--json",
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout).results).toMatchObject([
      { bidder: "A", priceScore: "60.00", qualityScore: "22.00", total: "82.00", rank: 1 },
      { bidder: "B", priceScore: "51.31", qualityScore: "26.00", total: "77.31", rank: 2 },
      { bidder: "C", priceScore: "50.66", qualityScore: "22.00", total: "72.66", rank: 3 },
    ]);
  });

  test("reads standard input, and flags win over it", async () => {
    const { code, stdout } = await moothall(
      ["procurement", "score", "--formula", "proportional", "--json"],
      { input: JSON.stringify(blockB) },
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout).results[1]).toMatchObject({ bidder: "B", priceScore: "52.41" });
  });

  test("shows a reader a table", async () => {
    const { code, stdout } = await moothall(["procurement", "score"], {
      input: JSON.stringify(blockB),
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/A\s+121229\.00\s+60\.00\s+22\.00\s+82\.00/);
  });

  test.each([
    ["malformed JSON", '{"formula":', "core/malformed", 65],
    ["nothing at all", "", "core/no-input", 66],
    ["a missing field", JSON.stringify({ ...blockB, bids: undefined }), "core/bad-input", 65],
    ["a wrong type", JSON.stringify(withBids([{ ...a, price: 121229 }, b])), "core/bad-input", 65],
    [
      "NaN for a price",
      JSON.stringify(withBids([{ ...a, price: "NaN" }, b])),
      "core/bad-input",
      65,
    ],
    ["a negative price", JSON.stringify(withBids([{ ...a, price: "-1.00" }, b])), undefined, 65],
    ["a price of nothing", JSON.stringify(withBids([{ ...a, price: "0.00" }, b])), undefined, 65],
    [
      "weights that do not sum to 100",
      JSON.stringify({ ...blockB, weights: { price: "60", quality: "30" } }),
      "procurement/weights-do-not-sum",
      65,
    ],
    ["no bid", JSON.stringify(withBids([])), undefined, 65],
    [
      "no valid bid",
      JSON.stringify(withBids([{ ...a, disqualified: true }])),
      "procurement/no-valid-bid",
      65,
    ],
    [
      "an unknown formula",
      JSON.stringify({ ...blockB, formula: "by-eye" }),
      "procurement/unknown-formula",
      65,
    ],
    [
      "one bidder twice",
      JSON.stringify(withBids([a, { ...b, bidder: "A" }])),
      "procurement/duplicate-bidder",
      65,
    ],
  ])("refuses %s", async (_, input, code, exit) => {
    const ran = await moothall(["procurement", "score", "--json"], { input });
    expect(ran.stdout).toBe("");
    expect(ran.code).toBe(exit);
    const { error } = JSON.parse(ran.stderr);
    if (code !== undefined) expect(error.code).toBe(code);
    expect(error.message).toMatch(/\.$/);
    expect(error.hint).toBeTruthy();
  });

  test("says in which field a fault lies", async () => {
    const ran = await moothall(["procurement", "score"], {
      input: JSON.stringify(withBids([a, { ...b, price: "dear" }])),
    });
    expect(ran.code).toBe(65);
    expect(ran.stderr).toContain("/bids/1/price");
  });

  test("a file that is not there is 66", async () => {
    const ran = await moothall(["procurement", "score", "--file", "nowhere.json"], {
      cwd: folder.path,
    });
    expect(ran.code).toBe(66);
    expect(ran.stderr).toContain("there is no such file");
  });

  test("a disk without room for the answer is an error, not a silent success", async ({ skip }) => {
    const { existsSync } = await import("node:fs");
    if (!existsSync("/dev/full")) skip("this system has no /dev/full");
    const { spawnSync } = await import("node:child_process");
    const { openSync } = await import("node:fs");
    const { fileURLToPath } = await import("node:url");
    const program = fileURLToPath(new URL("../dist/main.js", import.meta.url));
    const ran = spawnSync(process.execPath, [program, "procurement", "score", "--json"], {
      input: JSON.stringify(blockB),
      stdio: ["pipe", openSync("/dev/full", "w"), "pipe"],
    });
    expect(ran.status).toBe(73);
    expect(String(ran.stderr)).toContain("ENOSPC");
  });
});
