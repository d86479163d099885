import { Zip, ZipDeflate } from "fflate";

/** Answers one address below the base, as the live feed would. */
export type ReadAddress = (base: string, path: string, query: URLSearchParams) => Promise<string>;

/**
 * The whole feed as a zipped folder, file by file in constant memory: every object that can be reached
 * from the system object lies at its own address with `.json` at its end, every text with `.txt`, and
 * all links lead from file to file. A folder of files cannot answer filters, so lists stand whole.
 */
export async function* staticFolder(base: string, read: ReadAddress): AsyncIterable<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const waiting = [base];
  const known = new Set(waiting);
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const body = await read(base, pathOf(base, address), new URL(address).searchParams);
    const text = address.endsWith("/text")
      ? body
      : `${JSON.stringify(
          JSON.parse(body, (_, value: unknown) => {
            if (!isOurs(base, value)) return value;
            if (!known.has(value)) {
              known.add(value);
              waiting.push(value);
            }
            return `${base}/${fileOf(base, value)}`;
          }),
        )}\n`;
    const file = new ZipDeflate(fileOf(base, address), { level: 6 });
    zip.add(file);
    file.push(new TextEncoder().encode(text), true);
    yield* chunks.splice(0);
  }
  zip.end();
  yield* chunks.splice(0);
}

const isOurs = (base: string, value: unknown): value is string =>
  typeof value === "string" && (value === base || value.startsWith(`${base}/`));

const pathOf = (base: string, address: string): string =>
  address.slice(base.length).replace(/\?.*$/, "").replace(/^\//, "");

/** `body/x/meeting?after=y` → `body/x/meeting.after-y.json`. */
function fileOf(base: string, address: string): string {
  const path = pathOf(base, address);
  if (path === "") return "system.json";
  if (path.endsWith("/text")) return `${path.slice(0, -"/text".length)}.txt`;
  const after = new URL(address).searchParams.get("after");
  return `${path}${after === null ? "" : `.after-${after}`}.json`;
}
