import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, startService } from "../test/running-service.ts";

const json = { "content-type": "application/json" };
let service: RunningService;

beforeAll(async () => {
  service = await startService({ limits: { body: 10_000, file: 50_000 } });
});
afterAll(() => service.close());

const post = (
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = json,
  path = "/v1/lighting/add-up",
) => service.fetch(path, { method: "POST", body, headers });
const outcome = async (answer: Response) => [
  answer.status,
  ((await answer.json()) as { code: string }).code,
];

/** Sends bytes as they are and gives back all that comes until the connection is closed. */
function raw(text: string, to: RunningService = service): Promise<string> {
  const { hostname, port } = new URL(to.url);
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.on("close", () => resolve(received));
    socket.on("error", reject);
  });
}

describe("a body", () => {
  it.each([
    ["{", 400, "core/malformed"],
    ['{"leftNumber":1,}', 400, "core/malformed"],
    ["\ufeff\ufeff{}", 400, "core/malformed"],
    ["[1]", 422, "core/bad-input"],
    ['"text"', 422, "core/bad-input"],
    ["null", 422, "core/bad-input"],
    [`${"[".repeat(4000)}${"]".repeat(4000)}`, 400, "core/malformed"],
  ])("%s is refused", async (text, status, code) => {
    expect(await outcome(await post(text))).toEqual([status, code]);
  });

  it("that is not JSON is not repeated to its sender", async () => {
    const text = await (await post('{"leftNumber": wallpaper}')).text();
    expect(text).not.toContain("wallpaper");
  });

  it("that is not UTF-8 is refused", async () => {
    expect(await outcome(await post(new Uint8Array([0x22, 0xff, 0x22])))).toEqual([
      400,
      "core/malformed",
    ]);
  });

  it("of another type is refused", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""]) {
      expect(await outcome(await post("{}", { "content-type": type }))).toEqual([
        415,
        "http/unsupported-media-type",
      ]);
    }
    expect(
      (await post('{"leftNumber":1}', { "content-type": "Application/JSON; charset=utf-8" }))
        .status,
    ).toBe(200);
    expect(
      await outcome(
        await post("a", { "content-type": "application/json" }, "/v1/lighting/number-lines"),
      ),
    ).toEqual([415, "http/unsupported-media-type"]);
  });

  it("that is too large is refused, whether it says so or not", async () => {
    const large = JSON.stringify({ leftNumber: 1, text: "x".repeat(20_000) });
    expect(await outcome(await post(large))).toEqual([413, "core/too-large"]);
    const announced = await raw(
      "POST /v1/lighting/add-up HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n",
    );
    expect(announced).toMatch(/^HTTP\/1.1 413 /);
    const chunked = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(4096)),
    });
    const answer = await service.fetch("/v1/lighting/count-bytes", {
      method: "POST",
      body: chunked,
      duplex: "half",
    } as RequestInit);
    expect(await outcome(answer)).toEqual([413, "core/too-large"]);
  });

  it("that does not arrive in time is not waited for", async () => {
    const hasty = await startService({ limits: { arrival: 20 } });
    const head =
      "HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{";
    const answer = await raw(`POST /v1/lighting/add-up ${head}`, hasty);
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(answer).toContain('"http/too-slow"');
    const file = await raw(`POST /v1/lighting/count-bytes ${head}`, hasty);
    expect(file).toMatch(/^HTTP\/1.1 408 /);
    await hasty.close();
  });

  it("may be left out where nothing is asked for", async () => {
    expect((await service.fetch("/v1/lighting/assess", { method: "POST" })).status).toBe(200);
  });
});
