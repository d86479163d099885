import { type ApiDocument, apiTypes } from "./api-types.ts";

/**
 * The file of types that a front end gives to `createClient<ServiceApi>(…)`.
 *
 * @param text An OpenAPI document, as a Moothall service answers it under `/openapi.json`.
 * @returns undefined where the text is something else
 */
export function serviceTypes(text: string): string | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isApiDocument(document)) return undefined;
  return `${apiTypes(
    document,
    `Generated from the OpenAPI document of ${document.info?.title ?? "a service"} by moothall-client-types. Do not edit.`,
  )}
type Table<Interface> = { readonly [Name in keyof Interface]: Interface[Name] };

/** What the service answers: \`createClient<ServiceApi>({ url: … })\`. */
export interface ServiceApi {
  readonly resources: Table<Resources>;
  readonly operations: Table<Operations>;
  readonly questions: Table<Questions>;
  readonly fileOperations: Table<FileOperations>;
  readonly reports: Table<Reports>;
  readonly exports: Table<Exports>;
}
`;
}

/** Whether a document has all that is read of it, where it is read; anybody may have written it. */
function isApiDocument(
  value: unknown,
): value is ApiDocument & { readonly info?: { readonly title?: string } } {
  if (!isObject(value) || !isObject(value.paths) || !isObject(value.components)) return false;
  const { paths } = value;
  return (
    isObject(value.components.schemas) &&
    Object.values(value.components.schemas).every(isObject) &&
    Object.keys(paths).some((path) => path.startsWith("/v1/")) &&
    Object.values(paths).every(
      (path) =>
        isObject(path) &&
        [path.get, path.post].every((each) => each === undefined || isOperation(each)),
    )
  );
}

const isOperation = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.summary === "string" &&
  isObject(value.responses) &&
  Object.values(value.responses).every(mayHaveContent) &&
  (value.requestBody === undefined || mayHaveContent(value.requestBody)) &&
  (value.parameters === undefined ||
    (Array.isArray(value.parameters) &&
      value.parameters.every((each) => isObject(each) && typeof each.name === "string")));

const mayHaveContent = (value: unknown): boolean =>
  isObject(value) &&
  (value.content === undefined ||
    (isObject(value.content) && Object.values(value.content).every(isObject)));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
