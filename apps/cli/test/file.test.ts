import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { moothall, useFolder, useProgram } from "./moothall.ts";

useProgram();
const folder = useFolder();
const at = { cwd: folder.path };
const office = ["--as", "confidential"];

const pathOf = (files: string, sha512: string) =>
  join(folder.path, files, sha512.slice(0, 2), sha512);
const beside = ".moothall/moothall.sqlite.files";
const digestOf = (text: string) => createHash("sha512").update(text).digest("hex");

/** Puts a file for a version of a paper and has the version name it. */
async function paperVersion(id: string, content: string, fields: object): Promise<string> {
  folder.write(`${id}.pdf`, content);
  const reference = `meetings/paper-version/${id}`;
  const put = await moothall(["file", "put", reference, `${id}.pdf`, "--json", ...office], at);
  expect(put).toMatchObject({ code: 0, stderr: "" });
  const file = JSON.parse(put.stdout);
  const record = { id, paper: "meetings/paper/p", version: 1, file, ...fields };
  const create = ["meetings", "paper-version", "create", ...office];
  expect(await moothall(create, { ...at, input: JSON.stringify(record) })).toMatchObject({
    code: 0,
  });
  return file.sha512;
}

const withheld = {
  publication: "published",
  withheld: {
    ground: "schedule-12a-3",
    reasoning: "It would weaken our hand.",
    decidedBy: "register/post/opcc.chief-executive",
    decided: "2017-05-01",
    review: "2018-05-01",
  },
};

let open: string;
let closed: string;
beforeAll(async () => {
  open = await paperVersion("open", "An open report", { publication: "published" });
  closed = await paperVersion("closed", "A closed report", withheld);
});

const get = (id: string, ...more: string[]) =>
  moothall(["file", "get", `meetings/paper-version/${id}`, ...more], at);

describe("files on the command line", () => {
  test("are put, named and got by those who may see them", async () => {
    expect(open).toBe(digestOf("An open report"));
    expect(await get("open")).toMatchObject({ code: 0, stdout: "An open report" });
    expect(await get("closed", "--digest", closed, ...office)).toMatchObject({
      code: 0,
      stdout: "A closed report",
    });
    const [hidden, absent] = [
      await get("closed", "--digest", closed),
      await get("closed", "--digest", digestOf("nothing")),
    ];
    expect(hidden).toMatchObject({ code: 66, stdout: "" });
    expect(hidden.stderr.replaceAll(closed, "")).toBe(
      absent.stderr.replaceAll(digestOf("nothing"), ""),
    );
    expect(await get("closed")).toMatchObject({ code: 66, stdout: "" });
  });

  test("cannot be named without being put", async () => {
    const file = { name: "a", mediaType: "a/b", size: 14, sha512: open };
    const record = { id: "other", paper: "meetings/paper/p", version: 1, file };
    const create = ["meetings", "paper-version", "create", ...office];
    const ran = await moothall(create, { ...at, input: JSON.stringify(record) });
    expect(ran.code).toBe(65);
    expect(ran.stderr).toContain("moothall file put meetings/paper-version/other FILE");
  });

  test.each([
    [["file"], 64],
    [["file", "paint"], 64],
    [["file", "put"], 64],
    [["file", "put", "nonsense", "open.pdf"], 65],
    [["file", "put", "meetings/paper-version/x", "nowhere.pdf"], 66],
    [["file", "put", "meetings/meeting/x", "open.pdf"], 64],
    [["file", "get", "meetings/paper-version/none"], 66],
    [["file", "verify", "--data", "nowhere"], 66],
  ])("%j ends with %i", async (words, code) => {
    expect(await moothall(words, at)).toMatchObject({ code, stdout: "" });
  });

  test("are verified, and those that do not hold are named", async () => {
    expect(await moothall(["file", "verify"], at)).toMatchObject({
      code: 0,
      stdout: "All files hold.\n",
    });
    writeFileSync(pathOf(beside, open), "An open repost");
    const ran = await moothall(["file", "verify"], at);
    expect(ran).toMatchObject({ code: 1, stdout: `${open}: damaged\n` });
    expect(await get("open")).toMatchObject({ code: 74, stdout: "" });
    rmSync(pathOf(beside, open));
    expect(await moothall(["file", "verify"], at)).toMatchObject({
      code: 1,
      stdout: `${open}: missing\n`,
    });
    await moothall(["file", "put", "meetings/paper-version/open", "open.pdf"], at);
    expect(await moothall(["file", "verify"], at)).toMatchObject({ code: 0 });
  });

  test("that no record came to name are swept after a day, and no others", async () => {
    folder.write("never.txt", "never named");
    folder.write("young.txt", "just put");
    for (const name of ["never.txt", "young.txt"])
      await moothall(["file", "put", "meetings/paper-version/later", name], at);
    const never = digestOf("never named");
    const old = new Date("2020-01-01T00:00:00Z");
    for (const sha512 of [never, open, closed]) utimesSync(pathOf(beside, sha512), old, old);
    // Its note is young still.
    expect((await moothall(["file", "sweep", "--dry-run"], at)).stdout).toBe(
      "Would delete 0 files of 0 bytes.\n",
    );
    const { DatabaseSync } = await import("node:sqlite");
    const database = new DatabaseSync(`${folder.path}/.moothall/moothall.sqlite`);
    database.prepare("UPDATE uploads SET at = ? WHERE sha512 = ?").run(old.toISOString(), never);
    database.close();
    expect((await moothall(["file", "sweep", "--dry-run"], at)).stdout).toBe(
      `${never} 11\nWould delete 1 files of 11 bytes.\n`,
    );
    expect(existsSync(pathOf(beside, never))).toBe(true);
    expect((await moothall(["file", "sweep"], at)).stdout).toContain("Deleted 1 files");
    expect(existsSync(pathOf(beside, never))).toBe(false);
    expect(await moothall(["file", "verify"], at)).toMatchObject({ code: 0 });
    expect(existsSync(pathOf(beside, digestOf("just put")))).toBe(true);
  });
});

describe("what is kept with the records", () => {
  test("a backup takes their files, and a restore brings them back", async () => {
    expect(await moothall(["backup", "kept.sqlite"], at)).toMatchObject({
      code: 0,
      stdout: "Backed up to kept.sqlite, with 2 files\n",
    });
    expect(await moothall(["restore", "kept.sqlite", "--data", "restored"], at)).toMatchObject({
      code: 0,
    });
    const there = ["--data", "restored"];
    expect((await get("closed", ...office, ...there)).stdout).toBe("A closed report");
    expect(await moothall(["file", "verify", ...there], at)).toMatchObject({ code: 0 });
  });

  test("a backup writes over nothing, and without its files it is none", async () => {
    expect((await moothall(["backup", "kept.sqlite"], at)).code).toBe(65);
    expect(existsSync(pathOf("kept.sqlite.files", open))).toBe(true);
    const bytes = readFileSync(pathOf(beside, open));
    writeFileSync(pathOf(beside, open), "An open repost");
    expect((await moothall(["backup", "half.sqlite"], at)).code).toBe(74);
    expect(readdirSync(folder.path).filter((name) => name.startsWith("half"))).toEqual([]);
    writeFileSync(pathOf(beside, open), bytes);
  });

  test("a backup whose files do not hold is refused whole", async () => {
    await moothall(["backup", "broken.sqlite"], at);
    writeFileSync(pathOf("broken.sqlite.files", open), "An open repost");
    const ran = await moothall(["restore", "broken.sqlite", "--data", "unbroken"], at);
    expect(ran.code).toBe(74);
    expect(readdirSync(`${folder.path}/unbroken`)).not.toContain("moothall.sqlite");
  });

  test("a copy takes the files that records name now", async () => {
    const copied = await moothall(
      ["copy", "--from", ".moothall", "--to", "copied", "--to-files", "copied-files"],
      at,
    );
    expect(copied).toMatchObject({ code: 0 });
    expect(copied.stdout).toContain("2 files");
    expect(readFileSync(pathOf("copied-files", open), "utf8")).toBe("An open report");
    const there = ["--data", "copied", "--files", "copied-files"];
    expect(await get("open", ...there)).toMatchObject({ code: 0, stdout: "An open report" });
  });
});
