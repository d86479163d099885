import { completeDocument } from "@moothall/core";
import type { Words } from "@moothall/host";
import { type Asked, inputForm, titleOf } from "./input-form.ts";
import { fromHome, replyPage } from "./page.ts";
import type { Exchange } from "./service.ts";

/** A page that asks a reader for what a report or an export has to be told first. */
export const askInput = async (
  exchange: Exchange,
  action: Asked,
  words: Words,
): Promise<Response> =>
  replyPage(
    exchange,
    completeDocument({ title: titleOf(action), summary: action.summary, blocks: [] }),
    { breadcrumbs: fromHome, form: await inputForm(exchange, action, words) },
  );
