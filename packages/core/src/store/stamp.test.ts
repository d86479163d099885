import { expect, it } from "vitest";
import { stampedText, unstampedText } from "./stamp.ts";

const stamp = { version: 12, created: "c", modified: "m" };

it.each(["{}", '{"id":"a"}', '{"id":"a","x":{"record":{"version":12}}}'])(
  "adds to %s what the store says, and takes it away again",
  (document) => {
    const text = stampedText(document, stamp);
    expect(JSON.parse(text)).toEqual({ ...JSON.parse(document), record: stamp });
    expect(unstampedText(text, stamp)).toBe(document);
  },
);
