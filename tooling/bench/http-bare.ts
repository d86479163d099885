import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

// A bare Hono that answers every request with the bytes of a file.
const { headers, text } = JSON.parse(readFileSync(process.argv[2] as string, "utf8"));
const app = new Hono();
app.get("*", (context) => context.body(text, 200, headers));
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }: AddressInfo) =>
  console.log(`http://127.0.0.1:${port}`),
);
