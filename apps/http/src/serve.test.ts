import { createServer } from "node:http";
import { connect } from "node:net";
import { MoothallError } from "@moothall/core";
import { createHost } from "@moothall/host";
import { openSqlite } from "@moothall/records-sqlite";
import { afterEach, describe, expect, it } from "vitest";
import { startService } from "../test/running-service.ts";
import { serve } from "./index.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const emptyHost = () =>
  createHost({ plugins: [], openStore: () => openSqlite({ path: ":memory:" }) });

describe("serve", () => {
  it("listens on this machine alone, on a free port", async () => {
    const served = await serve(emptyHost(), { port: 0 });
    ends.push(served.close);
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9][0-9]*$/);
    expect((await fetch(`${served.url}/health`)).status).toBe(200);
  });

  it("names an address as a link does", async () => {
    const served = await serve(emptyHost(), { port: 0, hostname: "::1" });
    ends.push(served.close);
    expect(served.url).toMatch(/^http:\/\/\[::1\]:/);
    expect((await fetch(`${served.url}/health`)).status).toBe(200);
  });

  it("says that a port is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    ends.push(() => new Promise((resolve) => other.close(() => resolve())));
    const { port } = other.address() as { port: number };
    await expect(serve(emptyHost(), { port })).rejects.toMatchObject({
      code: "core/address-in-use",
    });
  });

  it("says that an address cannot be listened on", async () => {
    await expect(serve(emptyHost(), { port: 0, hostname: "203.0.113.7" })).rejects.toMatchObject({
      code: "core/configuration",
    });
  });

  it("does not start over records that cannot be read", async () => {
    const damaged = new MoothallError({ code: "core/store-damaged", message: "It is damaged." });
    const host = createHost({ plugins: [], openStore: () => Promise.reject(damaged) });
    await expect(serve(host, { port: 0 })).rejects.toBe(damaged);
  });

  it("ends with connections open, and cuts off what does not end", async () => {
    const service = await startService({ grace: 50 });
    const { hostname, port } = new URL(service.url);
    const idle = connect(Number(port), hostname);
    const stuck = connect(Number(port), hostname);
    await Promise.all(
      [idle, stuck].map((socket) => new Promise((resolve) => socket.once("connect", resolve))),
    );
    stuck.write(
      "POST /v1/lighting/count-bytes HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\nabc",
    );
    const closed = [idle, stuck].map(
      (socket) => new Promise((resolve) => socket.once("close", resolve).on("error", () => {})),
    );
    await service.close();
    await Promise.all(closed);
    await expect(fetch(`${service.url}/health`)).rejects.toThrow();
    await service.close();
  });

  it("lets a request under way end", async () => {
    const service = await startService();
    const answer = await service.fetch("/v1/lighting/count?up-to=20000");
    const closing = service.close();
    const { numbers } = (await answer.json()) as { numbers: unknown[] };
    expect(numbers).toHaveLength(20_000);
    await closing;
  });
});

describe("a store that fails", () => {
  it("shows in /health and is told to nobody else", async () => {
    const service = await startService();
    ends.push(service.close);
    const store = await service.host.store();
    const broken = () => {
      throw new MoothallError({
        code: "core/store-unreachable",
        message: "The file /var/lib/moothall/moothall.sqlite is gone.",
      });
    };
    Object.assign(store, { list: broken, get: broken });
    const health = await service.fetch("/health");
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({
      status: "down",
      records: "core/store-unreachable",
    });
    const list = await service.fetch("/v1/lighting/lamp");
    expect(list.status).toBe(503);
    expect(list.headers.get("retry-after")).toBe("2");
    expect(await list.text()).not.toContain("/var/lib");
    expect(service.log).toHaveLength(1);
  });
});
