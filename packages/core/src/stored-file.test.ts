import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filesIn, isFileDigest, storedFile } from "./stored-file.ts";

const file = {
  name: "Report.pdf",
  mediaType: "application/pdf",
  size: 7,
  sha512: "0123456789abcdef".repeat(8),
};

describe("storedFile", () => {
  it.each([
    { ...file },
    { ...file, size: 0 },
    { ...file, name: "Adroddiad “Ŵ”.pdf" },
    {
      ...file,
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    },
    { ...file, url: "https://example.org/report.pdf" },
  ])("takes %j", (value) => {
    expect(storedFile().parse(value)).toEqual(value);
  });

  it.each([
    { name: "" },
    { name: "a/b.pdf" },
    { name: "a\\b.pdf" },
    { name: "a\nb.pdf" },
    { name: "\ud800.pdf" },
    { name: "a".repeat(201) },
    { mediaType: "pdf" },
    { mediaType: "text/html; charset=utf-8" },
    { mediaType: "text/html\r\nX: y" },
    { size: -1 },
    { size: 1.5 },
    { sha512: "0".repeat(127) },
    { sha512: "A".repeat(128) },
    { url: "report.pdf" },
    { other: 1 },
  ])("refuses %j", (wrong) => {
    expect(storedFile().safeParse({ ...file, ...wrong }).success).toBe(false);
  });
});

describe("filesIn", () => {
  it("finds what is kept, wherever it stands, and not what lies elsewhere", () => {
    const other = { ...file, sha512: "f".repeat(128) };
    const document = {
      id: "a",
      file,
      parts: [{ deep: [other] }, { ...file, name: "again.pdf" }],
      elsewhere: { ...file, sha512: "e".repeat(128), url: "https://example.org/e" },
      words: file.sha512,
    };
    expect([...filesIn(document).values()]).toEqual([file, other]);
  });

  it("finds nothing in any other JSON", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => filesIn(value).size === 0));
    expect(filesIn({ ...file, size: "7" }).size).toBe(0);
    expect(filesIn({ ...file, sha512: "0" }).size).toBe(0);
  });
});

it("knows a digest", () => {
  expect(isFileDigest(file.sha512)).toBe(true);
  for (const wrong of ["", "0".repeat(129), "../".repeat(40), 7, null, undefined])
    expect(isFileDigest(wrong)).toBe(false);
});
