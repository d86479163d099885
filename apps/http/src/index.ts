export { createApp } from "./app.ts";
export { httpErrors } from "./errors.ts";
export type { Problem } from "./problem.ts";
export { type Served, type ServeOptions, serve } from "./serve.ts";
export { type AppOptions, type Limits, standardLimits } from "./service.ts";
