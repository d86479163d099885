import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesContract } from "@moothall/core/store/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bucket, key, S3Server } from "../test/s3-server.ts";
import { openFiles } from "./open-files.ts";
import { S3Files } from "./s3-files.ts";

const server = new S3Server();
const temporary = mkdtempSync(join(tmpdir(), "moothall-s3-"));
let endpoint: string;
beforeAll(async () => {
  endpoint = await server.listen();
});
afterAll(() => {
  server.close();
  rmSync(temporary, { recursive: true });
});

const at = (prefix: string, options: Partial<ConstructorParameters<typeof S3Files>[0]> = {}) =>
  new S3Files({ bucket, prefix, endpoint, region: "eu-west-2", temporary, ...key, ...options });
const prefixOf = (location: string) => location.slice(`s3://${bucket}/`.length);
const one = async function* () {
  yield new TextEncoder().encode("Minutes");
};

let places = 0;
describe("files contract, in an S3-compatible store", () => {
  const cases = filesContract({
    open: async () => {
      places += 1;
      return at(`files-${places}/`);
    },
    reopen: async ({ location }) => at(prefixOf(location)),
    damage: async ({ location }, sha512, bytes) => {
      const name = `${prefixOf(location)}${sha512}`;
      server.objects.set(name, { bytes, at: new Date() });
    },
  });
  for (const { name, hold } of cases) it(name, hold);
});

describe("an S3-compatible store", () => {
  it("is not written to with a wrong key, and neither key nor secret is told", async () => {
    const files = at("wrong/", { secretAccessKey: "another secret" });
    const error = await files.put(one()).catch((cause: Error) => cause);
    expect(error).toMatchObject({ code: "core/configuration" });
    expect(JSON.stringify(error) + String(error)).toContain("SignatureDoesNotMatch");
    expect(JSON.stringify(error) + String(error)).not.toMatch(/another secret|AKIA/);
    expect([...server.objects.keys()].filter((name) => name.startsWith("wrong/"))).toEqual([]);
  });

  it("that has no such bucket is told as such", async () => {
    const files = new S3Files({ bucket: "none", endpoint, ...key });
    await expect(files.put(one())).rejects.toMatchObject({ code: "core/configuration" });
  });

  it("is asked again when it is busy, and told when it stays so", async () => {
    const files = at("busy/");
    server.failures.push(503, 500);
    const { sha512 } = await files.put(one());
    expect((await files.find(sha512))?.size).toBe(7);
    server.failures.push(503, 503, 503, 503);
    await expect(files.find(sha512)).rejects.toMatchObject({ code: "core/store-unreachable" });
  });

  it("that is not there is told without waiting for ever", async () => {
    const files = at("gone/", { endpoint: "http://127.0.0.1:9" });
    await expect(files.find("0".repeat(128))).rejects.toMatchObject({
      code: "core/store-unreachable",
    });
  });

  it("leaves nothing where bytes waited", () => {
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe("an address", () => {
  const environment = {
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
  };

  it("names bucket, prefix, endpoint and region", async () => {
    const address = `s3://${bucket}/of/council/?endpoint=${endpoint}&region=eu-west-2`;
    const files = openFiles(address, environment);
    expect(files.location).toBe(`s3://${bucket}/of/council/`);
    const { sha512 } = await files.put(one());
    expect(server.objects.has(`of/council/${sha512}`)).toBe(true);
  });

  it.each([
    "s3://",
    "s3://UPPER/",
    `s3://${bucket}/no-slash-at-the-end`,
    `s3://${bucket}/a b/`,
    `s3://${bucket}/?endpoint=ftp://x`,
    `s3://${bucket}/?secret=x`,
    `s3://user:secret@${bucket}/`,
  ])("is refused where it cannot be right: %s", (address) => {
    expect(() => openFiles(address, environment)).toThrow(
      expect.objectContaining({ code: "core/configuration" }),
    );
  });

  it("without a key is refused", () => {
    expect(() => openFiles(`s3://${bucket}/`, {})).toThrow("There is no key");
  });

  it("is a folder otherwise", () => {
    expect(openFiles("./files", {}).location).toBe("./files");
  });
});
