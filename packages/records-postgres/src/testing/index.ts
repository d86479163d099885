export {
  findPostgres,
  noPostgres,
  type PostgresOptions,
  PostgresServer,
  startPostgres,
} from "./postgres-server.ts";
export { noReplica, startReplica } from "./replica.ts";
