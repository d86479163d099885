import { MoothallError } from "@moothall/core";
import { type Reply, valueDocument } from "@moothall/host";
import { type DocumentFormat, type DocumentOptions, showDocument, showJson } from "../show.ts";
import { isTerminal, write } from "../terminal.ts";

/** Shows what an action answered: for a reader, or with `--json` as it is. */
export async function writeReply(
  title: string,
  reply: Reply,
  format: DocumentFormat,
  options: DocumentOptions = {},
): Promise<void> {
  switch (reply.type) {
    case "value":
      return format === "json"
        ? showJson(reply.value)
        : showDocument(valueDocument(title, reply.value), format, options);
    case "record":
      return format === "json"
        ? write(`${reply.record.text}\n`)
        : showDocument(valueDocument(title, JSON.parse(reply.record.text)), format, options);
    case "page":
      return write(
        `{"items":[${reply.page.items.map(({ text }) => text).join(",")}],"next":${JSON.stringify(reply.page.next)}}\n`,
      );
    case "items":
      return writeItems(reply.items, reply.as);
    case "document":
      return showDocument(reply.document, format, options);
    case "file":
      return writeFileBody(reply.body);
    case "stored-file":
      return writeFileBody(reply.bytes.read());
    case "nothing":
      return format === "json" ? showJson({ outcome: reply.outcome }) : write(`${reply.outcome}\n`);
  }
}

async function writeItems(
  items: AsyncIterable<unknown>,
  as: "json-lines" | { readonly under: string },
): Promise<void> {
  if (as === "json-lines") {
    for await (const item of items) await write(`${JSON.stringify(item)}\n`);
    return;
  }
  await write(`{${JSON.stringify(as.under)}:[`);
  let first = true;
  for await (const item of items) {
    await write(`${first ? "" : ","}\n${JSON.stringify(item)}`);
    first = false;
  }
  await write("\n]}\n");
}

async function writeFileBody(
  body: string | Uint8Array | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  if (typeof body !== "string" && !(body instanceof Uint8Array)) {
    for await (const chunk of body) await write(chunk);
    return;
  }
  if (typeof body !== "string" && isTerminal()) {
    throw new MoothallError({
      code: "core/usage",
      message: "This export is not text.",
      hint: "Send it to a file: … > FILE.",
    });
  }
  await write(body);
}
