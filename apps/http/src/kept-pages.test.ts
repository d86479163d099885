import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHost, loadPlugin, localCaller } from "@moothall/host";
import { openSqlite } from "@moothall/records-sqlite";
import { describe, expect, it } from "vitest";
import { createApp } from "./index.ts";
import { KeptPages } from "./kept-pages.ts";

const page = (length: number) => ({
  text: "x".repeat(length),
  options: { type: "application/json" },
});

describe("kept pages", () => {
  it("are let go with the mark, and when there are too many", () => {
    const pages = new KeptPages();
    pages.keep("1", "a", page(10));
    expect(pages.find("1", "a")?.text).toHaveLength(10);
    expect(pages.find("2", "a")).toBeUndefined();
    pages.keep("2", "b", page(10));
    expect(pages.find("1", "a")).toBeUndefined();
    expect(pages.find("2", "a")).toBeUndefined();
    for (const asked of ["c", "d", "e"]) pages.keep("2", asked, page(7 * 1024 * 1024));
    expect(pages.find("2", "e")?.text).toHaveLength(7 * 1024 * 1024);
    expect(pages.find("2", "b")).toBeUndefined();
  });

  it("show at once what this process and another one wrote", async () => {
    const folder = mkdtempSync(join(tmpdir(), "moothall-pages-"));
    const open = async () => {
      const lighting = await loadPlugin(
        { from: "lighting", settings: {} },
        [
          {
            name: "lighting",
            summary: "",
            from: "lighting",
            load: () => import("../test/lighting-plugin.ts"),
          },
        ],
        undefined,
      );
      return createHost({
        plugins: [lighting],
        openStore: () => openSqlite({ path: join(folder, "moothall.sqlite") }),
      });
    };
    const [own, other] = await Promise.all([open(), open()]);
    const app = createApp(own);
    const read = async (authorization?: string) =>
      (
        (await (
          await app.request("/v1/lighting/lamp", {
            ...(authorization && { headers: { authorization } }),
          })
        ).json()) as { items: { title: string }[] }
      ).items.map(({ title }) => title);
    const put = (host: typeof own, id: string, title: string, more = {}) =>
      host.put(
        [{ kind: "lighting/lamp", data: { id, title, ...more } }],
        localCaller("confidential"),
      );
    try {
      await put(own, "a", "One");
      expect(await read()).toEqual(["One"]);
      await put(own, "a", "Two");
      expect(await read()).toEqual(["Two"]);
      expect(await read()).toEqual(["Two"]);
      await put(other, "a", "Three");
      expect(await read()).toEqual(["Three"]);
      await put(other, "a", "Three", { class: "confidential" });
      expect(await read()).toEqual([]);
    } finally {
      await Promise.all([own.close(), other.close()]);
      rmSync(folder, { recursive: true });
    }
  });
});
