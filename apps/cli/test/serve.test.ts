import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { moothall, startServing, useFolder, useProgram } from "./moothall.ts";

useProgram();
const folder = useFolder();

describe("moothall serve", () => {
  test("loads the example, checks it, serves it, and ends cleanly when told to", async () => {
    const { url, stdout, end } = await startServing(
      ["serve", "--example", "--port", "0"],
      folder.path,
    );
    expect(stdout()).toMatch(/records created/);
    expect(stdout()).toContain("£106,600.00");
    const health = await fetch(`${url}/health`);
    expect(health.status).toBe(200);
    const contract = await fetch(`${url}/v1/procurement/contract/opcc.2017-13`);
    expect(await contract.json()).toMatchObject({ value: { amount: "121229.00" } });
    const { findings } = (await (await fetch(`${url}/v1/checks`)).json()) as {
      findings: { about: string }[];
    };
    expect(findings.map(({ about }) => about)).toContain("procurement/contract/opcc.2017-17");
    expect(await end("SIGTERM")).toBe(0);
  });

  test("a token made on the command line writes over HTTP, within its clearance and permission", async () => {
    const at = { cwd: folder.path };
    const { stdout } = await moothall(
      [
        "token",
        "create",
        "--clearance",
        "restricted",
        "--body",
        "*",
        "--permission",
        "procurement:write",
        "--expires",
        "1d",
      ],
      at,
    );
    const { url, end } = await startServing(["serve", "--port", "0"], folder.path);
    const post = (token?: string) =>
      fetch(`${url}/v1/procurement/contract`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({
          id: "new",
          title: "New",
          body: "register/body/opcc-derbyshire",
          supplier: "X",
          status: "active",
        }),
      });
    expect((await post()).status).toBe(401);
    expect((await post("moothall_wrong")).status).toBe(401);
    expect((await post(stdout.trim())).status).toBe(201);
    expect((await post(stdout.trim())).status).toBe(409);
    expect(await end("SIGINT")).toBe(0);
    expect((await moothall(["procurement", "contract", "get", "new", "--json"], at)).code).toBe(0);
  });

  test("a port in use is 69", async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, "127.0.0.1", () => resolve((taken.address() as { port: number }).port)),
    );
    const ran = await moothall(["serve", "--port", String(port)], { cwd: folder.path });
    taken.close();
    expect(ran.code).toBe(69);
    expect(ran.stderr).toContain(String(port));
  });

  test("a damaged store is 74, a locked one 75", async () => {
    folder.write(
      "broken.sqlite",
      "this is no database at all, although it is longer than its header",
    );
    expect(
      (await moothall(["check", "--data", "sqlite:broken.sqlite"], { cwd: folder.path })).code,
    ).toBe(74);
    const { DatabaseSync } = await import("node:sqlite");
    const database = new DatabaseSync(`${folder.path}/.moothall/moothall.sqlite`);
    database.exec("BEGIN EXCLUSIVE");
    const ran = await moothall(["procurement", "contract", "delete", "new", "--reason", "test"], {
      cwd: folder.path,
    });
    database.exec("ROLLBACK");
    database.close();
    expect(ran.code).toBe(75);
  });
});
