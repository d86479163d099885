import { type Layout, networkOf } from "./layout.ts";

/**
 * Rounds every entry of a table to one of the two multiples of the base next to it, so that what is
 * shown still adds up, and as near to the truth as that allows (controlled rounding; Cox 1987:
 * such a rounding exists for every table of rows and columns). A multiple of the base stays as it is.
 */
export function roundTable(entries: readonly number[], layout: Layout, base: number): number[] {
  const network = networkOf(layout);
  const surplus = new Int32Array(network.nodes);
  for (const [entry, value] of entries.entries()) {
    const below = Math.floor(value / base);
    network.low[entry] = below;
    network.high[entry] = value % base === 0 ? below : below + 1;
    network.value[entry] = (value % base) * 2 >= base ? (network.high[entry] as number) : below;
    const head = network.head[entry] as number;
    const tail = network.tail[entry] as number;
    surplus[head] = (surplus[head] as number) + (network.value[entry] as number);
    surplus[tail] = (surplus[tail] as number) - (network.value[entry] as number);
  }
  /** How much further from the truth one step of an entry is, in units of half a base. */
  const cost = (entry: number, step: 1 | -1): number => {
    const value = entries[entry] as number;
    const present = (network.value[entry] as number) * base;
    return Math.abs(present + step * base - value) - Math.abs(present - value);
  };
  for (let node = 0; node < network.nodes; node += 1) {
    while ((surplus[node] as number) > 0) {
      const end = shift(network, surplus, node, cost);
      surplus[node] = (surplus[node] as number) - 1;
      surplus[end] = (surplus[end] as number) + 1;
    }
  }
  return entries.map((_, entry) => (network.value[entry] as number) * base);
}

/** Moves one step from a node with a surplus to the cheapest one that lacks it; answers which. */
function shift(
  network: ReturnType<typeof networkOf>,
  surplus: Int32Array,
  from: number,
  cost: (entry: number, step: 1 | -1) => number,
): number {
  const { tail, head, value, low, high, entries, nodes, arcsOf, startOf } = network;
  const distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const cameBy = new Int32Array(nodes).fill(-1);
  distance[from] = 0;
  // Bellman and Ford: a step back towards the truth has a negative cost.
  const queue = [from];
  const queued = new Uint8Array(nodes);
  for (let first = 0; first < queue.length; first += 1) {
    const node = queue[first] as number;
    queued[node] = 0;
    for (const arc of arcsOf.subarray(startOf[node], startOf[node + 1])) {
      if (arc >= entries) continue;
      const forward = tail[arc] === node;
      if (forward ? value[arc] === high[arc] : value[arc] === low[arc]) continue;
      const other = (forward ? head : tail)[arc] as number;
      const reached = (distance[node] as number) + cost(arc, forward ? 1 : -1);
      if (reached >= (distance[other] as number)) continue;
      distance[other] = reached;
      cameBy[other] = arc;
      if (queued[other] === 0) {
        queued[other] = 1;
        queue.push(other);
      }
    }
  }
  let end = -1;
  for (let node = 0; node < nodes; node += 1) {
    const reached = distance[node] as number;
    const best = end < 0 ? Number.POSITIVE_INFINITY : (distance[end] as number);
    if ((surplus[node] as number) < 0 && reached < best) end = node;
  }
  for (let node = end; node !== from; ) {
    const arc = cameBy[node] as number;
    const forward = head[arc] === node;
    value[arc] = (value[arc] as number) + (forward ? 1 : -1);
    node = (forward ? tail : head)[arc] as number;
  }
  return end;
}
