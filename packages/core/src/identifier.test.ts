import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  identifier,
  isIdentifier,
  isName,
  isReference,
  parseReference,
  reference,
  referenceTo,
} from "./index.ts";

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,7}(?:-[a-z0-9]{1,8}){0,3}$/);
const id = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,30}$/);

describe("identifiers", () => {
  it("say whose they are in small letters, and cannot leave a path", () => {
    for (const good of ["opcc.2017-13", "sgb.2017-05-22", "a", "0_x", "a".repeat(200)]) {
      expect(isIdentifier(good)).toBe(true);
      expect(identifier().safeParse(good).success).toBe(true);
    }
    for (const bad of [
      "",
      ".",
      "..",
      "-a",
      "A",
      "a b",
      "a/b",
      "é",
      "a\n",
      "a%2f",
      "a".repeat(201),
    ]) {
      expect(isIdentifier(bad)).toBe(false);
      expect(identifier().safeParse(bad).success).toBe(false);
    }
    for (const bad of [1, null, {}]) expect(isIdentifier(bad)).toBe(false);
  });

  it("stand in references that come apart as they were put together", () => {
    fc.assert(
      fc.property(name, name, id, (plugin, resource, own) => {
        const text = referenceTo(`${plugin}/${resource}`, own);
        expect(isReference(text)).toBe(true);
        expect(parseReference(text)).toEqual({
          plugin,
          resource,
          kind: `${plugin}/${resource}`,
          id: own,
        });
        expect(reference(plugin).safeParse(text).success).toBe(true);
        expect(reference(`${plugin}/${resource}`).safeParse(text).success).toBe(true);
        expect(reference("no-such").safeParse(text).success).toBe(plugin === "no-such");
      }),
    );
  });

  it("are refused as references with a part too few, too many or ill-formed", () => {
    for (const bad of [
      "a/b",
      "a/b/c/d",
      "A/b/c",
      "a//c",
      "/a/b/c",
      "a/b/",
      "a-/b/c",
      "a/b/C",
      "http://x/y",
      // A day as papers print it.
      "01/04/15",
    ]) {
      expect(isReference(bad)).toBe(false);
      expect(() => parseReference(bad)).toThrow(
        expect.objectContaining({ code: "core/bad-input" }),
      );
    }
    expect(reference("meetings/decision").safeParse("meetings/meeting/x").success).toBe(false);
    expect(reference("meetings/decision", "register").safeParse("register/body/x").success).toBe(
      true,
    );
    expect(reference("meetings/decision").safeParse("xmeetings/decision/a").success).toBe(false);
  });

  it("are told from names of plugins and resources", () => {
    for (const good of ["meetings", "agenda-item", "a1"]) expect(isName(good)).toBe(true);
    for (const bad of ["", "Agenda", "agenda_item", "-a", "a-", "a--b", "a.b", "a".repeat(61)]) {
      expect(isName(bad)).toBe(false);
    }
  });
});
