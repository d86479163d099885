import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, startService } from "../test/running-service.ts";

let service: RunningService;

beforeAll(async () => {
  service = await startService();
  await service.put("lighting/lamp", {
    id: "a",
    title: "A lamp",
    isLit: false,
    column: "lighting/column/gone",
  });
});
afterAll(() => service.close());

const body = async (path: string, init?: RequestInit & { token?: string }) =>
  (await service.fetch(path, init)).json() as Promise<Record<string, unknown>>;

describe("/", () => {
  it("says what is here, to a program and to a reader", async () => {
    const { plugins } = (await body("/")) as {
      plugins: { name: string; reports: unknown[]; operations: { name: string }[] }[];
    };
    expect(plugins.map(({ name }) => name)).toEqual(["lighting"]);
    expect(plugins[0]?.reports).toEqual([
      { name: "costs", summary: "What the lamps cost.", url: "/v1/lighting/reports/costs" },
      { name: "survey", summary: "The lamps of a column.", url: "/v1/lighting/reports/survey" },
    ]);
    const page = await (await service.fetch("/v1", { headers: { accept: "text/html" } })).text();
    expect(page).toContain('<a href="/v1/lighting/lamp">lamp</a>');
    expect(page).toContain('<a href="/v1/lighting/reports/costs">costs</a>');
    expect(page).not.toContain("hidden-costs");
  });
});

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

describe("a report", () => {
  it.each([
    ["json", "application/json"],
    ["html", "text/html; charset=utf-8"],
    ["markdown", "text/markdown; charset=utf-8"],
  ])("comes as %s", async (format, type) => {
    const answer = await service.fetch(`/v1/lighting/reports/costs?format=${format}`);
    expect(answer.headers.get("content-type")).toBe(type);
    expect(await answer.text()).toContain("What the lamps cost");
    const [wanted = ""] = type.split(";");
    const asked = await service.fetch("/v1/lighting/reports/costs", {
      headers: { accept: wanted },
    });
    expect(asked.headers.get("content-type")).toBe(type);
  });

  it("comes as DOCX, which is told to be the same while the report is", async () => {
    const answer = await service.fetch("/v1/lighting/reports/costs?format=docx");
    expect(answer.headers.get("content-type")).toBe(docx);
    expect(answer.headers.get("content-disposition")).toBe(
      'attachment; filename="lighting-costs.docx"',
    );
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(strFromU8(files["word/document.xml"] ?? new Uint8Array())).toContain(
      "What the lamps cost",
    );
    const tag = answer.headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\//);
    const again = await service.fetch("/v1/lighting/reports/costs", {
      headers: { accept: docx, "if-none-match": tag },
    });
    expect(again.status).toBe(304);
  });

  it("gives each table as CSV, and says which there are", async () => {
    const answer = await service.fetch("/v1/lighting/reports/costs?table=costs");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(await answer.text()).toContain("A lamp");
    expect(await body("/v1/lighting/reports/costs?format=csv")).toMatchObject({
      code: "core/usage",
      hint: "Say ?table= with one of: costs, counts.",
    });
    expect((await service.fetch("/v1/lighting/reports/costs?table=none")).status).toBe(400);
  });

  it("takes its input from the address and refuses other words", async () => {
    expect((await service.fetch("/v1/lighting/reports/costs?column=x")).status).toBe(200);
    expect(await body("/v1/lighting/reports/costs?columm=x")).toMatchObject({
      status: 400,
      code: "core/usage",
    });
  });

  it("links its page to its other forms, keeping its input", async () => {
    const page = await (
      await service.fetch("/v1/lighting/reports/costs?column=x&format=html")
    ).text();
    expect(page).toContain(
      'href="/v1/lighting/reports/costs?column=x&amp;format=csv&amp;table=costs"',
    );
    expect(page).toContain('href="/v1/lighting/reports/costs?column=x&amp;format=markdown"');
  });
});

describe("an export", () => {
  it("is a file, streamed or whole", async () => {
    const streamed = await service.fetch("/v1/lighting/exports/titles");
    expect(streamed.headers.get("content-disposition")).toBe(
      'attachment; filename="lighting-titles.txt"',
    );
    expect(await streamed.text()).toBe("A lamp\n");
    const whole = await service.fetch("/v1/lighting/exports/card?name=B");
    expect(await whole.json()).toEqual({ name: "B" });
    const same = await service.fetch("/v1/lighting/exports/card?name=B", {
      headers: { "if-none-match": whole.headers.get("etag") ?? "" },
    });
    expect(same.status).toBe(304);
    expect((await service.fetch("/v1/lighting/exports/card")).status).toBe(422);
  });
});

describe("checks, search, feeds and errors", () => {
  it("tells what the checks find", async () => {
    const { findings } = (await body("/v1/checks")) as {
      findings: { rule: string; about: string }[];
    };
    expect(findings.map(({ rule }) => rule)).toEqual(["core/dangling-reference", "lighting/unlit"]);
    const own = (await body("/v1/checks?plugin=lighting")) as { findings: { rule: string }[] };
    expect(own.findings.map(({ rule }) => rule)).toEqual([
      "core/dangling-reference",
      "lighting/unlit",
    ]);
    expect((await service.fetch("/v1/checks?plugin=none")).status).toBe(404);
    const page = await (await service.fetch("/v1/checks?format=html")).text();
    expect(page).toContain('href="/v1/lighting/lamp/a"');
  });

  it("searches", async () => {
    const found = (await body("/v1/search?q=lamps")) as {
      items: { reference: string }[];
      next: unknown;
    };
    expect(found).toMatchObject({ items: [{ reference: "lighting/lamp/a" }], next: null });
    expect(await body("/v1/search?q=lamps&kind=lighting/column")).toEqual({
      items: [],
      next: null,
    });
    for (const query of ["", "?q=", "?q=a&kind=x/y", "?q=a&limit=0", "?q=a&other=1"]) {
      expect((await service.fetch(`/v1/search${query}`)).status).toBe(400);
    }
  });

  it("pages a search by its links", async () => {
    await service.put("lighting/column", ...["p", "q", "r"].map((id) => ({ id, title: "Pillar" })));
    const seen: string[] = [];
    for (let path: string | undefined = "/v1/search?q=pillar&limit=2"; path !== undefined; ) {
      const answer = await service.fetch(path);
      const { items } = (await answer.json()) as { items: { reference: string }[] };
      seen.push(...items.map(({ reference }) => reference));
      path = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get("link") ?? "")?.[1];
    }
    expect(seen.sort()).toEqual(["lighting/column/p", "lighting/column/q", "lighting/column/r"]);
  });

  it("answers feeds under their prefix", async () => {
    expect(await body("/lux/some/path?limit=1")).toEqual({
      path: "some/path",
      self: `${service.url}/lux/some/path`,
      ids: ["a"],
    });
    expect(await body("/lux")).toMatchObject({ path: "" });
    expect((await service.fetch("/lux", { method: "POST" })).status).toBe(405);
  });

  it("explains its errors", async () => {
    expect(await body("/errors/lighting/too-dim")).toEqual({
      code: "lighting/too-dim",
      title: "Too dim",
      status: 422,
      exit: 65,
    });
    expect(await body("/errors/http/too-slow")).toMatchObject({ status: 408 });
    expect((await service.fetch("/errors/core/constructor")).status).toBe(404);
    expect(await (await service.fetch("/errors/core/stale?format=html")).text()).toContain("412");
  });
});

describe("addresses and methods", () => {
  it.each([
    "/nowhere",
    "/v1/lighting",
    "/v1/none/none",
    "/v1/lighting/lamp/none",
    "/v1/lighting/lamp/a/b",
    "/v1/lighting/reports/none",
    "/v1/lighting/exports/none",
    "/v1/lighting/lamp/%ff%zz",
    "/v1/lighting/lamp/..%2f..%2fa",
    `/v1/lighting/lamp/${"a".repeat(5000)}`,
    "/v1/constructor/prototype",
  ])("%s is not there, for any method", async (path) => {
    for (const method of ["GET", "PUT", "OPTIONS"]) {
      // Of any id it may be asked what could be done with it.
      if (method !== "GET" && /^\/v1\/lighting\/lamp\/[^/]+$/.test(path)) continue;
      const answer = await service.fetch(path, { method });
      expect(answer.status).toBe(404);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(answer.headers.get("allow")).toBeNull();
    }
  });

  it("say what they can do, and refuse the rest", async () => {
    const cases = [
      ["/v1/lighting/lamp", "GET, HEAD, POST, OPTIONS", "DELETE"],
      ["/v1/lighting/lamp/a", "GET, HEAD, PUT, PATCH, DELETE, OPTIONS", "POST"],
      ["/v1/lighting/add-up", "GET, HEAD, POST, OPTIONS", "PUT"],
      ["/v1/lighting/fit-lamp", "POST, OPTIONS", "GET"],
      ["/v1/lighting/reports/costs", "GET, HEAD, OPTIONS", "POST"],
      ["/", "GET, HEAD, OPTIONS", "POST"],
    ] as const;
    for (const [path, allow, refused] of cases) {
      const options = await service.fetch(path, { method: "OPTIONS" });
      expect([options.status, options.headers.get("allow")]).toEqual([204, allow]);
      const answer = await service.fetch(path, { method: refused });
      expect([answer.status, answer.headers.get("allow")]).toEqual([405, allow]);
      expect(await answer.json()).toMatchObject({ code: "http/method-not-allowed" });
    }
  });

  it("hide what lies above a clearance, whatever the method", async () => {
    const secret = {
      "/v1/lighting/hidden-count": "/v1/lighting/nothing-count",
      "/v1/lighting/reports/hidden-costs": "/v1/lighting/reports/nothing-costs",
    };
    for (const [hidden, absent] of Object.entries(secret)) {
      for (const method of ["GET", "POST", "PUT", "OPTIONS"]) {
        const [one, other] = await Promise.all([
          service.fetch(hidden, { method }),
          service.fetch(absent, { method }),
        ]);
        expect(one.status).toBe(404);
        const [text, otherText] = await Promise.all([one.text(), other.text()]);
        expect(text.replaceAll(hidden, absent)).toBe(otherText);
        const names = (answer: Response) => [...answer.headers.keys()].sort();
        expect(names(one)).toEqual(names(other));
      }
    }
    const token = await service.token({ clearance: "restricted", permissions: [] });
    expect((await service.fetch("/v1/lighting/hidden-count", { token })).status).toBe(200);
    expect(
      (await service.fetch("/v1/lighting/hidden-count", { token, method: "PUT" })).status,
    ).toBe(405);
  });

  it("answer HEAD as GET, without the body", async () => {
    for (const path of [
      "/",
      "/v1/lighting/lamp",
      "/v1/lighting/lamp/a",
      "/v1/lighting/reports/costs",
      "/v1/lighting/exports/titles",
      "/v1/lighting/lamp?format=csv",
    ]) {
      const [head, get] = await Promise.all([
        service.fetch(path, { method: "HEAD" }),
        service.fetch(path),
      ]);
      expect(head.status).toBe(200);
      expect(await head.text()).toBe("");
      for (const name of ["content-type", "etag", "cache-control", "link"])
        expect(head.headers.get(name)).toBe(get.headers.get(name));
      await get.text();
    }
  });
});

describe("headers", () => {
  it("let pages of others read what is public, and nothing else", async () => {
    const read = await service.fetch("/v1/lighting/lamp", {
      headers: { origin: "https://example.org" },
    });
    expect(read.headers.get("access-control-allow-origin")).toBe("*");
    expect(read.headers.get("access-control-allow-credentials")).toBeNull();
    expect(read.headers.get("access-control-expose-headers")?.split(",")).toEqual(
      expect.arrayContaining(["ETag", "Link"]),
    );
    const preflight = await service.fetch("/v1/lighting/add-up", {
      method: "OPTIONS",
      headers: {
        origin: "https://example.org",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type, authorization",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-methods")).toBe("GET,HEAD,POST");
    expect(preflight.headers.get("access-control-allow-headers")?.toLowerCase()).not.toContain(
      "authorization",
    );
    const token = await service.token({ clearance: "restricted" });
    const own = await service.fetch("/v1/lighting/lamp", {
      token,
      headers: { origin: "https://example.org" },
    });
    expect(own.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("say who may keep an answer", async () => {
    const read = await service.fetch("/v1/lighting/lamp");
    expect(read.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(read.headers.get("vary")).toBe("Authorization, Accept");
    const token = await service.token({ clearance: "restricted" });
    expect((await service.fetch("/v1/lighting/lamp", { token })).headers.get("cache-control")).toBe(
      "private, no-store",
    );
    expect((await service.fetch("/nowhere")).headers.get("cache-control")).toBe("no-store");
  });

  it("keep pages from doing anything but being read", async () => {
    for (const path of ["/", "/v1/lighting/lamp", "/nowhere"]) {
      const { headers } = await service.fetch(path, { headers: { accept: "text/html" } });
      expect(headers.get("content-security-policy")).toMatch(
        /^default-src 'none'; style-src 'self' 'sha256-[^']+'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("set-cookie")).toBeNull();
    }
  });
});
