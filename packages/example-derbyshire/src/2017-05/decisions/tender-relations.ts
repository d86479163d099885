/** How the figures of a tender's report hang together, the same in every report of item 15A. */

/** The bids are some of those who showed interest. */
export const bidsOfTheInterested = {
  kind: "total",
  parts: ["/bidsReceived"],
  total: "/expressionsOfInterest",
  partial: true,
  because: "Only those who expressed an interest could bid.",
};

/** The weights that a report prints without a method make up the whole score. */
export const weightsOfTheWhole = {
  kind: "total",
  parts: ["quality-weight", "price-weight"],
  total: { constant: "100" },
  because: "The report calls the one the remainder of the score beside the other.",
};

/** A contract that follows another, after its own award. */
export const takesOver = (number: string) => [
  {
    kind: "period",
    periods: ["previous-contract-ends", "/period"],
    adjoining: true,
    because: "The new contract takes over where the old one ends.",
  },
  {
    kind: "order",
    dates: [{ record: `procurement/award/opcc.2017-${number}`, of: "/decided" }, "/period"],
    because: "A contract is awarded before it starts.",
  },
];
