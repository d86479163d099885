/**
 * A table with its totals as a circulation. Every entry (a cell or a total) is an arc, every sum
 * that must hold is a node: what flows in flows out. In a table of rows and columns
 *
 *   total → row total → cell → column total → total
 *
 * so that a cell is an arc from its row to its column. Ranges of hidden entries are then maximum
 * flows, exact in whole numbers, and no solver is needed (Gusfield 1988; Fischetti and
 * Salazar-González 1999 on suppression in two-dimensional tables).
 */
export class Network {
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** The present value of each arc and the bounds within which it may move. */
  readonly value: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly nodes: number;
  /** The arcs of each node, one list after the other, and where each list starts. */
  readonly arcsOf: Int32Array;
  readonly startOf: Int32Array;
  /** The same without the arcs that cannot move at present. */
  private readonly freeOf: Int32Array;
  private readonly freeFrom: Int32Array;
  private readonly level: Int32Array;
  private readonly next: Int32Array;
  private readonly queue: Int32Array;
  private readonly source: number;
  private readonly sink: number;
  /** How many arcs are entries; the others join the nodes to source and sink. */
  readonly entries: number;

  constructor(nodes: number, ends: readonly (readonly [tail: number, head: number])[]) {
    this.entries = ends.length;
    this.source = nodes;
    this.sink = nodes + 1;
    this.nodes = nodes + 2;
    const arcs = ends.length + 2 * nodes;
    this.tail = new Int32Array(arcs);
    this.head = new Int32Array(arcs);
    this.value = new Float64Array(arcs);
    this.low = new Float64Array(arcs);
    this.high = new Float64Array(arcs);
    for (const [arc, [tail, head]] of ends.entries()) {
      this.tail[arc] = tail;
      this.head[arc] = head;
    }
    for (let node = 0; node < nodes; node += 1) {
      this.tail[this.entries + node] = this.source;
      this.head[this.entries + node] = node;
      this.tail[this.entries + nodes + node] = node;
      this.head[this.entries + nodes + node] = this.sink;
    }
    this.startOf = new Int32Array(this.nodes + 1);
    for (let arc = 0; arc < arcs; arc += 1) {
      for (const end of [this.tail, this.head]) {
        const node = end[arc] as number;
        this.startOf[node + 1] = (this.startOf[node + 1] as number) + 1;
      }
    }
    for (let node = 0; node < this.nodes; node += 1) {
      this.startOf[node + 1] = (this.startOf[node + 1] as number) + (this.startOf[node] as number);
    }
    this.arcsOf = new Int32Array(2 * arcs);
    const filled = this.startOf.slice();
    for (let arc = 0; arc < arcs; arc += 1) {
      for (const end of [this.tail, this.head]) {
        const node = end[arc] as number;
        this.arcsOf[filled[node] as number] = arc;
        filled[node] = (filled[node] as number) + 1;
      }
    }
    this.freeOf = this.arcsOf.slice();
    this.freeFrom = this.startOf.slice();
    this.level = new Int32Array(this.nodes);
    this.next = new Int32Array(this.nodes);
    this.queue = new Int32Array(this.nodes);
  }

  /** Gives every arc a value within its bounds so that all sums hold; false when there is none. */
  settle(): boolean {
    const { entries, source, sink, value, low, high } = this;
    const surplus = new Float64Array(this.nodes);
    for (let arc = 0; arc < entries; arc += 1) {
      if ((low[arc] as number) > (high[arc] as number)) return false;
      value[arc] = low[arc] as number;
      surplus[this.head[arc] as number] =
        (surplus[this.head[arc] as number] as number) + (low[arc] as number);
      surplus[this.tail[arc] as number] =
        (surplus[this.tail[arc] as number] as number) - (low[arc] as number);
    }
    let needed = 0;
    for (let node = 0; node < source; node += 1) {
      const left = surplus[node] as number;
      high[entries + node] = Math.max(0, left);
      high[entries + source + node] = Math.max(0, -left);
      needed += Math.max(0, left);
    }
    this.listFree();
    const moved = this.push(source, sink, -1, Number.POSITIVE_INFINITY);
    for (let arc = entries; arc < value.length; arc += 1) {
      value[arc] = 0;
      high[arc] = 0;
    }
    this.listFree();
    return moved === needed;
  }

  private listFree(): void {
    const { arcsOf, startOf, freeOf, freeFrom, low, high } = this;
    let filled = 0;
    for (let node = 0; node < this.nodes; node += 1) {
      freeFrom[node] = filled;
      for (let at = startOf[node] as number; at < (startOf[node + 1] as number); at += 1) {
        const arc = arcsOf[at] as number;
        if (low[arc] === high[arc]) continue;
        freeOf[filled] = arc;
        filled += 1;
      }
    }
    freeFrom[this.nodes] = filled;
  }

  /**
   * Moves as much as possible, up to a limit, from one node to another without using one arc
   * (Dinic's algorithm), and leaves the values so. Infinity when nothing bounds it; then the part
   * that was moved before that was seen is taken up by `excluded`, as is every other.
   */
  push(from: number, to: number, excluded: number, limit: number): number {
    let moved = 0;
    while (moved < limit && this.levels(from, to, excluded)) {
      this.next.set(this.freeFrom.subarray(0, this.nodes));
      for (;;) {
        const amount = this.advance(from, to, excluded, limit - moved);
        if (amount === Number.POSITIVE_INFINITY) {
          this.take(excluded, from, moved);
          return Number.POSITIVE_INFINITY;
        }
        if (amount === 0) break;
        moved += amount;
      }
    }
    this.take(excluded, from, moved);
    return moved;
  }

  /** Keeps the sums of the ends of the arc that was left out. */
  private take(arc: number, from: number, moved: number): void {
    if (arc < 0) return;
    const rises = this.head[arc] === from;
    this.value[arc] = (this.value[arc] as number) + (rises ? moved : -moved);
  }

  /** How much an arc can still carry away from a node. */
  private room(arc: number, node: number): number {
    return this.tail[arc] === node
      ? (this.high[arc] as number) - (this.value[arc] as number)
      : (this.value[arc] as number) - (this.low[arc] as number);
  }

  private levels(from: number, to: number, excluded: number): boolean {
    const { level, queue, freeFrom, freeOf } = this;
    level.fill(-1);
    level[from] = 0;
    queue[0] = from;
    for (let first = 0, last = 1; first < last; first += 1) {
      const node = queue[first] as number;
      for (let at = freeFrom[node] as number; at < (freeFrom[node + 1] as number); at += 1) {
        const arc = freeOf[at] as number;
        const other = (this.tail[arc] as number) + (this.head[arc] as number) - node;
        if (arc === excluded || level[other] !== -1 || this.room(arc, node) <= 0) continue;
        level[other] = (level[node] as number) + 1;
        queue[last] = other;
        last += 1;
        if (other === to) return true;
      }
    }
    return false;
  }

  private advance(node: number, to: number, excluded: number, limit: number): number {
    if (node === to) return limit;
    const { level, next, freeFrom, freeOf } = this;
    for (
      ;
      (next[node] as number) < (freeFrom[node + 1] as number);
      next[node] = (next[node] as number) + 1
    ) {
      const arc = freeOf[next[node] as number] as number;
      const other = (this.tail[arc] as number) + (this.head[arc] as number) - node;
      if (arc === excluded || level[other] !== (level[node] as number) + 1) continue;
      const room = this.room(arc, node);
      if (room <= 0) continue;
      const amount = this.advance(other, to, excluded, Math.min(limit, room));
      if (amount === 0) continue;
      if (amount !== Number.POSITIVE_INFINITY) {
        this.value[arc] =
          (this.value[arc] as number) + (this.tail[arc] === node ? amount : -amount);
      }
      return amount;
    }
    return 0;
  }
}
