import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const key = { accessKeyId: "AKIAMOOTHALL", secretAccessKey: "a secret for tests" } as const;
export const bucket = "papers";

/**
 * An S3-compatible store in memory on this machine: one bucket, objects put, got, headed, deleted and
 * listed as the S3 API has it. Every request must bear a true signature, and a body must have the
 * SHA-256 that was signed.
 */
export class S3Server {
  readonly objects = new Map<string, { readonly bytes: Uint8Array; readonly at: Date }>();
  /** Statuses with which the next requests are answered instead. */
  readonly failures: number[] = [];
  requests = 0;
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch((error: unknown) => {
      response.destroy(error as Error);
    });
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests += 1;
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const failure = this.failures.shift();
    if (failure !== undefined) return refuse(response, failure, "SlowDown");
    const url = new URL(request.url ?? "", `http://${request.headers.host}`);
    if (!isSigned(request, url)) return refuse(response, 403, "SignatureDoesNotMatch");
    const promised = request.headers["x-amz-content-sha256"];
    if (request.method === "PUT" && promised !== createHash("sha256").update(body).digest("hex"))
      return refuse(response, 400, "XAmzContentSHA256Mismatch");
    const [, asked, ...rest] = url.pathname.split("/");
    if (asked !== bucket) return refuse(response, 404, "NoSuchBucket");
    const name = rest.join("/");
    if (name === "") return this.#list(url.searchParams, response);
    return this.#object(request.method, name, body, response);
  }

  #object(
    method: string | undefined,
    name: string,
    body: Uint8Array,
    response: ServerResponse,
  ): void {
    const found = this.objects.get(name);
    if (method === "PUT") {
      this.objects.set(name, { bytes: body, at: new Date() });
      response.end();
    } else if (method === "DELETE") {
      this.objects.delete(name);
      response.writeHead(204).end();
    } else if (found === undefined) refuse(response, 404, "NoSuchKey");
    else {
      response.writeHead(200, {
        "Content-Length": found.bytes.byteLength,
        "Last-Modified": found.at.toUTCString(),
      });
      response.end(method === "HEAD" ? undefined : found.bytes);
    }
  }

  /** Ten at most, so that whoever reads a list has to go on. */
  #list(query: URLSearchParams, response: ServerResponse): void {
    const after = query.get("start-after") ?? "";
    const names = [...this.objects.keys()]
      .filter((name) => name.startsWith(query.get("prefix") ?? "") && name > after)
      .sort();
    const entries = names.slice(0, 10).map((name) => {
      const { bytes, at } = this.objects.get(name) ?? { bytes: new Uint8Array(), at: new Date() };
      return `<Contents><Key>${name}</Key><LastModified>${at.toISOString()}</LastModified><ETag>&quot;x&quot;</ETag><Size>${bytes.byteLength}</Size></Contents>`;
    });
    response.setHeader("Content-Type", "application/xml");
    response.end(
      `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>${bucket}</Name><IsTruncated>${names.length > 10}</IsTruncated>${entries.join("")}</ListBucketResult>`,
    );
  }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { "Content-Type": "application/xml" });
  response.end(`<Error><Code>${code}</Code><Message>No.</Message></Error>`);
}

/**
 * Whether a request is signed with our key: Signature Version 4, as Amazon lays it down ("Create a
 * signed AWS API request", and for S3 "Signature calculations for the Authorization header").
 */
function isSigned({ method, headers }: IncomingMessage, url: URL): boolean {
  const [, scope = "", signed = "", signature = ""] =
    /^AWS4-HMAC-SHA256 Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      String(headers.authorization),
    ) ?? [];
  const [day = "", region = "", service = "", end = ""] = scope.split("/");
  const date = String(headers["x-amz-date"]);
  if (service !== "s3" || end !== "aws4_request" || !date.startsWith(day)) return false;
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&");
  const request = [
    method,
    url.pathname.split("/").map(decodeURIComponent).map(encoded).join("/"),
    query,
    ...signed.split(";").map((name) => `${name}:${String(headers[name]).trim()}`),
    "",
    signed,
    String(headers["x-amz-content-sha256"]),
  ].join("\n");
  const text = ["AWS4-HMAC-SHA256", date, scope, sha256(request)].join("\n");
  const signingKey = [day, region, service, end].reduce<string | Buffer>(
    (secret, part) => createHmac("sha256", secret).update(part).digest(),
    `AWS4${key.secretAccessKey}`,
  );
  return createHmac("sha256", signingKey).update(text).digest("hex") === signature;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Everything but the unreserved characters of RFC 3986. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
