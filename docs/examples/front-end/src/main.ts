import { createClient, ServiceError } from "@moothall/client";
import { type Payment, readPayments, total } from "./payments.ts";

const place = <Kind extends Element>(selector: string): Kind => {
  const found = document.querySelector<Kind>(selector);
  if (found === null) throw new Error(`The page has no ${selector}.`);
  return found;
};

const council = createClient({
  url: place<HTMLMetaElement>('meta[name="records"]').content,
  cache: new Map(),
});
// A decimal as text is formatted as it stands, without a binary float between.
const pounds = (amount: string): string =>
  new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" }).format(
    amount as `${number}`,
  );

function show(payments: readonly Payment[]): void {
  place("#total").textContent =
    payments.length === 0
      ? "Nothing was found."
      : `${pounds(total(payments))} in ${payments.length} ${payments.length === 1 ? "payment" : "payments"}`;
  place("#payments").replaceChildren(...payments.map(rowOf));
}

function rowOf({ to, what, amount, papers }: Payment): HTMLTableRowElement {
  const row = document.createElement("tr");
  const heading = document.createElement("th");
  heading.scope = "row";
  heading.textContent = to;
  row.append(heading);
  for (const text of [
    what,
    amount === undefined ? "Not published" : pounds(amount),
    papers.join("; "),
  ])
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
      .filter(({ severity }) => severity === "error")
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
