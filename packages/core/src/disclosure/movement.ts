import type { Network } from "./network.ts";

/** The cost of using an entry that is hidden already. */
export const costOfHidden = 1;

/**
 * The cheapest entries along which an entry can rise (or fall) by an amount while all sums hold:
 * along one path where one can carry it all, else along several. Undefined when there are none.
 * Rising is never bounded, falling is bounded by the network's lower bounds. Values and costs are as
 * before when it answers.
 *
 * @param costs of using each entry, Infinity where it may not be used.
 * @param dearest entries that cost more are not used.
 */
export function movement(
  network: Network,
  costs: Float64Array,
  entry: number,
  amount: number,
  rising: boolean,
  dearest = Number.MAX_VALUE,
): number[] | undefined {
  const { value, head, tail, low } = network;
  const from = (rising ? head : tail)[entry] as number;
  const to = (rising ? tail : head)[entry] as number;
  const before = new Map<number, { value: number; cost: number }>();
  const ownCost = costs[entry] as number;
  costs[entry] = Number.POSITIVE_INFINITY;
  let left = amount;
  let least = amount;
  while (left > 0) {
    const path = cheapestPath(network, costs, from, to, least, dearest);
    if (path === undefined) {
      if (least === 1) break;
      least = 1;
      continue;
    }
    let room = left;
    for (const [arc, forward] of path) {
      if (!forward) room = Math.min(room, (value[arc] as number) - (low[arc] as number));
    }
    for (const [arc, forward] of path) {
      if (!before.has(arc)) {
        before.set(arc, { value: value[arc] as number, cost: costs[arc] as number });
      }
      value[arc] = (value[arc] as number) + (forward ? room : -room);
      costs[arc] = costOfHidden;
    }
    left -= room;
  }
  costs[entry] = ownCost;
  for (const [arc, was] of before) {
    value[arc] = was.value;
    costs[arc] = was.cost;
  }
  return left > 0 ? undefined : [...before.keys()];
}

/** Dijkstra's algorithm over the entries that can carry so much. */
function cheapestPath(
  { tail, head, value, low, entries, nodes, arcsOf, startOf }: Network,
  costs: Float64Array,
  from: number,
  to: number,
  least: number,
  dearest: number,
): [arc: number, forward: boolean][] | undefined {
  const distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const cameBy = new Int32Array(nodes).fill(-1);
  const settled = new Uint8Array(nodes);
  distance[from] = 0;
  for (;;) {
    let node = -1;
    let nearest = Number.POSITIVE_INFINITY;
    for (let each = 0; each < nodes; each += 1) {
      if (settled[each] === 0 && (distance[each] as number) < nearest) {
        node = each;
        nearest = distance[each] as number;
      }
    }
    if (node < 0) return undefined;
    if (node === to) break;
    settled[node] = 1;
    for (let at = startOf[node] as number; at < (startOf[node + 1] as number); at += 1) {
      const arc = arcsOf[at] as number;
      if (arc >= entries || (costs[arc] as number) > dearest) continue;
      const forward = tail[arc] === node;
      if (!forward && (value[arc] as number) - (low[arc] as number) < least) continue;
      const other = (forward ? head : tail)[arc] as number;
      const reached = nearest + (costs[arc] as number);
      if (reached < (distance[other] as number)) {
        distance[other] = reached;
        cameBy[other] = arc;
      }
    }
  }
  const path: [number, boolean][] = [];
  for (let node = to; node !== from; ) {
    const arc = cameBy[node] as number;
    const forward = head[arc] === node;
    path.push([arc, forward]);
    node = (forward ? tail : head)[arc] as number;
  }
  return path.reverse();
}
