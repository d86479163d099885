import { type Exact, exact, greatest, least, ratio, sum, zero } from "@moothall/core";
import { fault } from "../errors.ts";
import type { Formula, MovedPrice, PriceContext } from "./formula.ts";

const one = ratio(1n, 1n);
const half = ratio(1n, 2n);
const aboveZero = (value: Exact): Exact => greatest([zero, value]);
const share = (value: Exact): Exact => least([one, aboveZero(value)]);

/** Where the order of the bids changes, and where the lowest price and its double lie. */
const changesOfOrder = ({ others }: MovedPrice): Exact[] => [
  ...others,
  ...others.map((price) => price.div(2n)),
  ...(others.length === 0 ? [] : [least(others).mul(2n)]),
];

const parameter = (context: PriceContext, name: string): Exact =>
  context.parameters.get(name) as Exact;

/**
 * The formulas in use in the field; p is the price of the bid, L, H and m the lowest, highest and
 * mean price of the valid bids, W the price weight.
 */
export const formulaCatalogue: readonly Formula[] = [
  {
    id: "proportional",
    version: 1,
    title: "Proportional to the lowest price",
    expression: "W × L / p",
    relative: true,
    ranksBy: "points",
    points: ({ price, weight, lowest }) => weight.mul(lowest).div(price),
    bends: changesOfOrder,
  },
  {
    id: "deviation-from-lowest",
    version: 1,
    title: "Deviation from the lowest price",
    expression: "max(0, W × (1 − (p − L) / L))",
    relative: true,
    ranksBy: "points",
    points: ({ price, weight, lowest }) =>
      aboveZero(weight.mul(one.sub(price.sub(lowest).div(lowest)))),
    bends: changesOfOrder,
  },
  {
    id: "linear-range",
    version: 1,
    title: "Linear between lowest and highest price",
    expression: "W × (H − p) / (H − L); W where H = L",
    relative: true,
    ranksBy: "points",
    points: ({ price, weight, lowest, highest }) =>
      highest.compare(lowest) === 0
        ? weight
        : weight.mul(highest.sub(price)).div(highest.sub(lowest)),
    bends: changesOfOrder,
  },
  {
    id: "mean-based",
    version: 1,
    title: "Distance from the mean price",
    expression: "W × clamp(½ + (m − p) / m, 0, 1)",
    relative: true,
    ranksBy: "points",
    points: ({ price, weight, mean }) => weight.mul(share(half.add(mean.sub(price).div(mean)))),
    bends: (moved) => {
      const others = sum(moved.others);
      const bids = BigInt(moved.others.length + 1);
      const ownBend = (at: Exact): Exact[] => {
        const rest = ratio(bids, 1n).sub(at);
        return rest.compare(zero) > 0 ? [others.mul(at).div(rest)] : [];
      };
      return [
        ...changesOfOrder(moved),
        ...moved.others.flatMap((price) => [
          price.mul(ratio(2n * bids, 3n)).sub(others),
          price.mul(2n * bids).sub(others),
        ]),
        ...ownBend(ratio(3n, 2n)),
        ...ownBend(half),
      ];
    },
  },
  {
    id: "price-per-quality-point",
    version: 1,
    title: "Price per quality point",
    expression: "p / q, the lowest wins",
    relative: false,
    ranksBy: "lowest-figure",
    figure: ({ price, quality }) => {
      if (quality.compare(zero) <= 0) {
        throw fault(
          "procurement/quality-is-zero",
          "A bid without quality points has no price per quality point.",
          "Set a minimum quality, so that such a bid is out before it is scored, or use another formula.",
        );
      }
      return price.div(quality);
    },
    bends: () => [],
  },
  {
    id: "absolute-benchmark",
    version: 1,
    title: "Against a benchmark fixed in advance",
    expression: "W × clamp(1 − (p − B) / B, 0, 1)",
    relative: false,
    parameters: { benchmark: "The price that earns all points, fixed before bids are opened" },
    ranksBy: "points",
    points: (context) => {
      const benchmark = parameter(context, "benchmark");
      return context.weight.mul(share(one.sub(context.price.sub(benchmark).div(benchmark))));
    },
    bends: ({ parameters }) => {
      const benchmark = parameters.get("benchmark") ?? exact("1");
      return [benchmark, benchmark.mul(2n)];
    },
  },
  {
    id: "direct-points",
    version: 1,
    title: "Price points given directly",
    expression: "the points that the evaluators gave",
    relative: false,
    takesPricePoints: true,
    ranksBy: "points",
    points: ({ pricePoints }) => pricePoints as Exact,
    bends: () => [],
  },
];

/**
 * The formulas that a caller may use: those of the field, and the caller's own.
 * @throws MoothallError `procurement/bad-formula` when an id is taken or malformed.
 */
export function formulasWith(own: readonly Formula[] = []): ReadonlyMap<string, Formula> {
  const all = new Map<string, Formula>();
  for (const formula of [...formulaCatalogue, ...own]) {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(formula.id) || all.has(formula.id)) {
      throw fault(
        "procurement/bad-formula",
        `The formula id '${formula.id}' is ${all.has(formula.id) ? "taken" : "not kebab-case"}.`,
        "Give it an id of its own, prefixed with the council's name.",
      );
    }
    all.set(formula.id, formula);
  }
  return all;
}

/** @throws MoothallError `procurement/unknown-formula`. */
export function formulaOf(id: string, formulas: ReadonlyMap<string, Formula>): Formula {
  const found = formulas.get(id);
  if (found !== undefined) return found;
  throw fault(
    "procurement/unknown-formula",
    `There is no formula '${id}'.`,
    `Use one of ${[...formulas.keys()].join(", ")}, or pass your own.`,
    { pointer: "/formula" },
  );
}
