import type { FeedResponse } from "@moothall/core/plugin";

export const json = (body: unknown, status = 200): FeedResponse => ({
  status,
  mediaType: "application/json; charset=utf-8",
  body: JSON.stringify(body),
});

export const plain = (body: string): FeedResponse => ({
  status: 200,
  mediaType: "text/plain; charset=utf-8",
  body,
});
