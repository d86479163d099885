export * from "./attempt.ts";
export * from "./classified.ts";
export * from "./declaration.ts";
export * from "./services.ts";
