export * from "./folder-files.ts";
export * from "./open-files.ts";
export * from "./s3-files.ts";
