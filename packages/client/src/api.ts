import type {
  Exports,
  FileOperations,
  Operations,
  Questions,
  Reports,
  Resources,
} from "./api.generated.ts";

/** What there is to ask of a service, by name. */
export interface Api {
  /** By `plugin/resource`. */
  readonly resources: {
    readonly [kind: string]: {
      readonly read: unknown;
      readonly write: unknown;
      readonly query: object;
    };
  };
  /** By `plugin/operation`, as the four below. */
  readonly operations: {
    readonly [name: string]: { readonly input: unknown; readonly output: unknown };
  };
  readonly questions: {
    readonly [name: string]: { readonly query: object; readonly output: unknown };
  };
  readonly fileOperations: {
    readonly [name: string]: {
      readonly query: object;
      readonly output: unknown;
      readonly answers: "whole" | "lines";
    };
  };
  readonly reports: { readonly [name: string]: { readonly query: object } };
  readonly exports: { readonly [name: string]: { readonly query: object } };
}

type Table<Interface> = { readonly [Name in keyof Interface]: Interface[Name] };

/**
 * What a service with the built-in plugins answers. `moothall-client-types` writes the same of a
 * service with others.
 */
export interface BuiltInApi extends Api {
  readonly resources: Table<Resources>;
  readonly operations: Table<Operations>;
  readonly questions: Table<Questions>;
  readonly fileOperations: Table<FileOperations>;
  readonly reports: Table<Reports>;
  readonly exports: Table<Exports>;
}
