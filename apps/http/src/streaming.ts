import { randomUUID } from "node:crypto";
import { MoothallError } from "@moothall/core";
import { logFault } from "./problem.ts";
import { standardHeaders } from "./reply.ts";
import type { Exchange } from "./service.ts";

/**
 * An answer that goes out as it is made. The first part is waited for, so that what fails at the
 * start is told as a problem; after that an answer that cannot be finished is cut off in a way that
 * its reader sees (the last chunk never comes), and the log says why.
 */
export async function replyStream(
  exchange: Exchange,
  parts: AsyncIterable<string | Uint8Array>,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const source = parts[Symbol.asyncIterator]();
  const first = await nextPart(exchange, source);
  const init = { headers: { ...standardHeaders(exchange), ...headers } };
  if (exchange.context.req.method === "HEAD") {
    await source.return?.();
    return new Response(null, init);
  }
  return new Response(streamOf(exchange, first, source), init);
}

type Part = IteratorResult<string | Uint8Array, unknown>;

function streamOf(
  exchange: Exchange,
  first: Part,
  source: AsyncIterator<string | Uint8Array>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting: Part | undefined = first;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const part = waiting ?? (await nextPart(exchange, source));
          waiting = undefined;
          if (part.done) controller.close();
          else
            controller.enqueue(
              typeof part.value === "string" ? encoder.encode(part.value) : part.value,
            );
        } catch (error) {
          logFault(exchange.service, exchange.context, error, `urn:uuid:${randomUUID()}`);
          cutOff(exchange, controller);
        }
      },
      async cancel() {
        await source.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Ends the connection. The error itself is not handed on: the server would write it out. */
function cutOff({ context }: Exchange, controller: ReadableStreamDefaultController): void {
  const outgoing = (context.env as { outgoing?: { destroy: () => void } } | undefined)?.outgoing;
  if (outgoing === undefined) {
    controller.error(new Error("The answer could not be finished."));
    return;
  }
  outgoing.destroy();
  controller.close();
}

async function nextPart(
  { service }: Exchange,
  source: AsyncIterator<string | Uint8Array>,
): Promise<Part> {
  const { pause } = service.limits;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(paused(pause)), pause);
  });
  try {
    return await Promise.race([source.next(), late]);
  } finally {
    clearTimeout(timer);
  }
}

const paused = (milliseconds: number): MoothallError =>
  new MoothallError({
    code: "core/timeout",
    message: `It was cut off after ${milliseconds} ms without another part of the answer.`,
    hint: "Ask for less at once; when it happens again, tell the plugin's author.",
  });
