import { expect, it } from "vitest";
import { webAddress } from "./web-address.ts";

it("lets only addresses of the web through", () => {
  expect(webAddress("https://example.org/a b?c=d#e")).toBe("https://example.org/a%20b?c=d#e");
  expect(webAddress("HTTP://example.org")).toBe("http://example.org/");
  for (const address of [
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "//example.org",
    "example.org",
    "",
    undefined,
  ]) {
    expect(webAddress(address)).toBeUndefined();
  }
});
