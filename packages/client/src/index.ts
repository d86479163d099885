export type * from "./api.generated.ts";
export type { Api, BuiltInApi } from "./api.ts";
export {
  type Client,
  type ClientOptions,
  createClient,
  type Finding,
  type Health,
  type HistoryEntry,
  type Hit,
  type Page,
  type ReportDocument,
  type Versioned,
} from "./client.ts";
export type { AnswerCache, CallOptions, KeptAnswer } from "./connection.ts";
export { ConnectionError, type Problem, ServiceError } from "./errors.ts";
