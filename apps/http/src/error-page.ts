import { completeDocument, type ErrorRow, MoothallError } from "@moothall/core";
import { httpErrors } from "./errors.ts";
import type { Methods } from "./methods.ts";
import { chooseFormat } from "./negotiation.ts";
import { fromHome, replyPage } from "./page.ts";
import { queryWords, refuseWords, takeWord } from "./query-words.ts";
import { replyJson } from "./reply.ts";
import type { Exchange } from "./service.ts";

/** `/errors/OWNER/NAME`: what the `type` of a problem means. */
export const errorPage = (exchange: Exchange, code: string): Methods => ({
  GET: () => {
    const words = queryWords(exchange.context);
    refuseWords(words, ["format"]);
    const [named] = takeWord(words, "format");
    const format = chooseFormat(["json", "html"], exchange.context.req.header("accept"), named);
    const rows: Readonly<Record<string, ErrorRow>> = {
      ...exchange.service.host.registry.errors,
      ...httpErrors,
    };
    const row = Object.hasOwn(rows, code) ? rows[code] : undefined;
    if (row === undefined) {
      throw new MoothallError({
        code: "core/no-such-action",
        message: `There is no error '${code}'.`,
        hint: "Codes are of the form owner/kebab-case.",
      });
    }
    if (format === "json") return replyJson(exchange, { code, ...row });
    return replyPage(
      exchange,
      completeDocument({
        title: row.title,
        blocks: [
          {
            type: "facts",
            id: "error",
            items: [
              { term: "Code", text: code },
              { term: "HTTP status", text: String(row.status) },
              { term: "Exit code of the command line", text: String(row.exit) },
            ],
          },
        ],
      }),
      { breadcrumbs: fromHome },
    );
  },
});
