import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import autocannon, { type Request } from "autocannon";

/**
 * How fast a list of 50 records is served: requests a second against those of a bare Hono that
 * answers the same bytes, each server in a process of its own, measured in turns in one run. The aim
 * is at least half for what is asked again and again, as front pages do.
 *
 *     node tooling/bench/http.ts [ROUNDS] [SECONDS]
 */
const rounds = Number(process.argv[2] ?? 5);
const duration = Number(process.argv[3] ?? 4);
const path = "/v1/procurement/contract?limit=50";

const folder = mkdtempSync(join(tmpdir(), "moothall-bench-"));
const answer = join(folder, "answer.json");
const moothall = await start("moothall", join(folder, "moothall.sqlite"));
const response = await fetch(`${moothall.url}${path}`);
const headers = { "content-type": response.headers.get("content-type") };
writeFileSync(answer, JSON.stringify({ headers, text: await response.text() }));
const bare = await start("bare", answer);
const size = Buffer.byteLength(JSON.parse(readFileSync(answer, "utf8")).text);

try {
  await compare(
    `list of 50 records (${size} bytes), asked for again and again`,
    (request) => request,
  );
  // Another query each time, with the same answer, so that none is answered from what is kept.
  let asked = 0;
  await compare("the same, never twice the same query", (request) => {
    asked += 1;
    return { ...request, path: `${path}&status=active&status=none-${asked}` };
  });
} finally {
  moothall.stop();
  bare.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function compare(what: string, ask: (request: Request) => Request): Promise<void> {
  const measure = async (url: string, seconds: number): Promise<number> => {
    const result = await autocannon({
      url,
      connections: 20,
      duration: seconds,
      requests: [{ path, setupRequest: ask }],
    });
    if (result.non2xx > 0 || result.errors > 0)
      throw new Error(`${url} failed ${result.non2xx + result.errors} times.`);
    return result.requests.average;
  };
  await measure(moothall.url, 1);
  await measure(bare.url, 1);
  const ratios: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    // Who goes first changes, so that neither always has the warmer machine.
    const order = round % 2 === 1 ? [moothall, bare] : [bare, moothall];
    const rates = new Map<string, number>();
    for (const { url } of order) rates.set(url, await measure(url, duration));
    const [ours, theirs] = [rates.get(moothall.url) ?? 0, rates.get(bare.url) ?? 0];
    ratios.push(ours / theirs);
    console.log(
      `  round ${round}: Moothall ${ours.toFixed(0)}/s, bare Hono ${theirs.toFixed(0)}/s, ratio ${(ours / theirs).toFixed(2)}`,
    );
  }
  ratios.sort((left, right) => left - right);
  console.log(
    `${what}: ${(ratios[Math.floor(ratios.length / 2)] as number).toFixed(2)} of bare Hono (median of ${rounds})`,
  );
}

/** Starts a server in a process of its own; it prints its address when it listens. */
async function start(
  which: "moothall" | "bare",
  file: string,
): Promise<{ url: string; stop: () => void }> {
  const program = fileURLToPath(new URL(`./http-${which}.ts`, import.meta.url));
  const child = spawn(process.execPath, ["--conditions=@moothall/source", program, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The ${which} server ended with ${code}.`)));
    child.stdout.once("data", (line) => resolve(String(line).trim()));
  });
  return { url, stop: () => child.kill() };
}
