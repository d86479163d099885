/**
 * Remembers texts by a hash of 64 bits, each with a whole number, in 12 bytes a text: a file of a
 * million grants names a million identifiers, and keeping them as texts would fill the memory. Two
 * texts that differ are taken for one with a chance of less than one in thirty million at a million.
 */
export class HashIndex {
  private high = new Uint32Array(1024);
  private low = new Uint32Array(1024);
  private values = new Uint32Array(1024);
  private size = 0;

  /** The number that was kept with this text, or undefined, in which case `value` is kept (above zero). */
  putIfNew(text: string, value: number): number | undefined {
    if (this.size * 4 > this.values.length * 3) this.grow();
    const [high, low] = hash(text);
    const slot = this.slotOf(high, low);
    const held = this.values[slot] as number;
    if (held !== 0) return held;
    this.high[slot] = high;
    this.low[slot] = low;
    this.values[slot] = value;
    this.size += 1;
    return undefined;
  }

  private slotOf(high: number, low: number): number {
    const mask = this.values.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      if (this.values[slot] === 0) return slot;
      if (this.low[slot] === low && this.high[slot] === high) return slot;
    }
  }

  private grow(): void {
    const { high, low, values } = this;
    this.high = new Uint32Array(values.length * 2);
    this.low = new Uint32Array(values.length * 2);
    this.values = new Uint32Array(values.length * 2);
    for (let index = 0; index < values.length; index += 1) {
      if (values[index] === 0) continue;
      const slot = this.slotOf(high[index] as number, low[index] as number);
      this.high[slot] = high[index] as number;
      this.low[slot] = low[index] as number;
      this.values[slot] = values[index] as number;
    }
  }
}

/** Two rounds of FNV-1a with different beginnings, mixed as in MurmurHash3. */
function hash(text: string): [number, number] {
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b);
    two ^= two >>> 15;
  }
  return [mix(one ^ text.length), mix(two)];
}

function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
