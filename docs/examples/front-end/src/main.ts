import { createClient, ServiceError } from "@moothall/client";
import { type Payment, readPayments, total } from "./payments.ts";

const place = <Kind extends Element>(selector: string): Kind => {
  const found = document.querySelector<Kind>(selector);
  if (found === null) throw new Error(`The page has no ${selector}.`);
  return found;
};

const records = place<HTMLMetaElement>('meta[name="records"]').content;
const council = createClient({ url: records, cache: new Map() });
// A decimal as text is formatted as it stands, without a binary float between.
const pounds = (amount: string): string =>
  new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" }).format(
    amount as `${number}`,
  );

function show(payments: readonly Payment[]): void {
  // What is not known is no part of a sum, and that is said beside it.
  const known = payments.filter(({ amount }) => amount !== undefined);
  const unknown = payments.length - known.length;
  place("#total").textContent =
    payments.length === 0
      ? "Nothing was found."
      : `${pounds(total(known))} in ${known.length} ${known.length === 1 ? "contract or grant" : "contracts and grants"}${unknown === 0 ? "" : `; the amounts of ${unknown} more are not published`}`;
  place("#payments").replaceChildren(...payments.map(rowOf));
}

function rowOf({ to, what, record, amount, papers }: Payment): HTMLTableRowElement {
  const row = document.createElement("tr");
  const heading = document.createElement("th");
  heading.scope = "row";
  heading.textContent = to;
  row.append(heading);
  const link = document.createElement("a");
  link.href = `${records}/v1/${record}`;
  link.textContent = what;
  row.insertCell().append(link);
  for (const text of [amount === undefined ? "Not published" : pounds(amount), papers.join("; ")])
    row.insertCell().textContent = text;
  row.cells[2]?.classList.add("amount");
  return row;
}

try {
  const [payments, findings] = await Promise.all([readPayments(council), council.checks()]);
  const words = place<HTMLInputElement>("#words");
  const wanted = () => {
    const text = words.value.trim().toLowerCase();
    show(payments.filter(({ to, what }) => `${to} ${what}`.toLowerCase().includes(text)));
  };
  words.addEventListener("input", wanted);
  place("form").addEventListener("submit", (event) => event.preventDefault());
  wanted();
  place("#findings").replaceChildren(
    ...findings
      .filter(
        ({ severity, about }) => severity === "error" && /^(?:procurement|funding)\//.test(about),
      )
      .map(({ message }) => {
        const item = document.createElement("li");
        item.textContent = message;
        return item;
      }),
  );
} catch (error) {
  place("#total").textContent =
    error instanceof ServiceError
      ? `The records cannot be shown: ${error.message}`
      : "The records cannot be reached. Try again later.";
}
