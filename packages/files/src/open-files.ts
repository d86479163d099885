import { MoothallError } from "@moothall/core";
import type { Files } from "@moothall/core/store";
import { FolderFiles } from "./folder-files.ts";
import { S3Files } from "./s3-files.ts";

/**
 * Files where a user says they are: a folder, or `s3://BUCKET/PREFIX?endpoint=…&region=…` with the key
 * in `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and, for a passing one, `AWS_SESSION_TOKEN`.
 * @throws MoothallError `core/configuration`
 */
export function openFiles(
  location: string,
  environment: Readonly<Record<string, string | undefined>>,
): Files {
  if (!location.startsWith("s3:")) return new FolderFiles({ path: location });
  const { bucket, prefix, endpoint, region } = s3Location(location);
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw configuration(
      `There is no key for ${location}.`,
      "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
    );
  const sessionToken = environment.AWS_SESSION_TOKEN;
  const regionSaid = region ?? environment.AWS_REGION;
  return new S3Files({
    bucket,
    prefix,
    ...(endpoint !== undefined && { endpoint }),
    ...(regionSaid !== undefined && { region: regionSaid }),
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== undefined && { sessionToken }),
  });
}

function s3Location(location: string) {
  const hint = "Write s3://BUCKET/PREFIX/?endpoint=https://s3.example.org&region=eu-west-2.";
  const url = URL.canParse(location) ? new URL(location) : undefined;
  const bucket = url?.hostname ?? "";
  const prefix = url?.pathname.slice(1) ?? "";
  if (url === undefined || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    throw configuration("It does not name a bucket of files.", hint);
  if (!/^(?:[a-zA-Z0-9_.-]+\/)*$/.test(prefix))
    throw configuration(
      `The prefix '${prefix}' is not letters, digits, '.', '_', '-' and '/', or does not end with '/'.`,
      hint,
    );
  const unknown = [...url.searchParams.keys()].find((key) => !["endpoint", "region"].includes(key));
  if (unknown !== undefined || url.username !== "" || url.password !== "")
    throw configuration(`'${unknown ?? "a user"}' has no place in ${bucket}'s address.`, hint);
  const endpoint = url.searchParams.get("endpoint") ?? undefined;
  if (endpoint !== undefined && !/^https?:\/\//.test(endpoint))
    throw configuration("The endpoint is not an address.", hint);
  return { bucket, prefix, endpoint, region: url.searchParams.get("region") ?? undefined };
}

const configuration = (message: string, hint: string): MoothallError =>
  new MoothallError({ code: "core/configuration", message, hint });
