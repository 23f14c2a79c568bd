import type { Ballot } from "../voting/index.ts";
import type { BallotList, Weighted } from "../voting/method.ts";
import { PackedValues } from "./packed-values.ts";

/**
 * Ballots as they come in, equal ones put together, each kept as the few bytes that it takes to make it again when a
 * count goes over them: those of a million people fit, even where no two are alike.
 */
export class BallotGroups implements BallotList<Ballot> {
  /** of each group the ballot; in a list by itself where it has no weight */
  readonly #packed = new PackedValues();
  /** where each group begins among the bytes, and where the next one will */
  #starts = new Uint32Array(1 << 10);
  readonly #weights: bigint[] = [];
  readonly #heads: number[] = [];
  /** groups by what their bytes hash to, or after it: the number of each plus one; 0 where there is none */
  #slots = new Uint32Array(1 << 11);

  get length(): number {
    return this.#heads.length;
  }

  /** Ballots without weight are kept apart from others: methods that go by heads tell them apart. */
  add(ballot: Ballot, weight: bigint): void {
    const start = this.#packed.end;
    // Why somebody disagrees is published with the ballot; no method counts it.
    const counted = "reason" in ballot ? { ...ballot, reason: "" } : ballot;
    this.#packed.write(weight === 0n ? [counted] : counted);
    const slot = this.#slotOf(start, this.#packed.end);
    const group = (this.#slots[slot] ?? 0) - 1;
    if (group < 0) {
      this.#open(slot, weight);
      return;
    }
    this.#packed.end = start;
    this.#weights[group] = (this.#weights[group] ?? 0n) + weight;
    this.#heads[group] = (this.#heads[group] ?? 0) + 1;
  }

  /** Counts all weights in parts of so many of which one is made. */
  multiply(factor: bigint): void {
    if (factor === 1n) return;
    for (const [group, weight] of this.#weights.entries()) this.#weights[group] = weight * factor;
  }

  *[Symbol.iterator](): Generator<Weighted<Ballot>> {
    for (const [group, weight] of this.#weights.entries()) {
      const start = this.#starts[group] ?? 0;
      yield new Group(this.#packed, { start, weight, heads: this.#heads[group] ?? 0 });
    }
  }

  forEach(look: (one: Weighted<Ballot>, at: number) => void): void {
    let at = 0;
    for (const one of this) {
      look(one, at);
      at += 1;
    }
  }

  /** Makes the bytes that were written last a group, found from this slot on. */
  #open(slot: number, weight: bigint): void {
    this.#weights.push(weight);
    const groups = this.#heads.push(1);
    if (groups === this.#starts.length) {
      const larger = new Uint32Array(groups * 2);
      larger.set(this.#starts);
      this.#starts = larger;
    }
    this.#starts[groups] = this.#packed.end;
    this.#slots[slot] = groups;
    if (groups * 2 > this.#slots.length) this.#spread();
  }

  /** Twice as many slots. */
  #spread(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let group = 0; group < this.length; group += 1) {
      const slot = this.#slotOf(this.#starts[group] ?? 0, this.#starts[group + 1] ?? 0);
      this.#slots[slot] = group + 1;
    }
  }

  /** The slot of the group with the same bytes, or the empty one where it belongs. */
  #slotOf(start: number, end: number): number {
    const last = this.#slots.length - 1;
    let slot = hashOf(this.#packed.bytes, start, end) & last;
    for (;;) {
      const group = (this.#slots[slot] ?? 0) - 1;
      if (group < 0 || this.#isEqual(group, start, end)) return slot;
      slot = (slot + 1) & last;
    }
  }

  #isEqual(group: number, start: number, end: number): boolean {
    const { bytes } = this.#packed;
    const other = this.#starts[group] ?? 0;
    if ((this.#starts[group + 1] ?? 0) - other !== end - start) return false;
    for (let at = 0; at < end - start; at += 1) {
      if (bytes[start + at] !== bytes[other + at]) return false;
    }
    return true;
  }
}

/** FNV-1a, of 32 bits. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01_00_01_93);
  return (hash ^ (hash >>> 15)) >>> 0;
}

interface Place {
  readonly start: number;
  readonly weight: bigint;
  readonly heads: number;
}

/** One group; what the ballot says is made when somebody asks for it, each time anew. */
class Group implements Weighted<Ballot> {
  readonly weight: bigint;
  readonly heads: number;
  readonly #packed: PackedValues;
  readonly #start: number;

  constructor(packed: PackedValues, { start, weight, heads }: Place) {
    this.#packed = packed;
    this.#start = start;
    this.weight = weight;
    this.heads = heads;
  }

  get ballot(): Ballot {
    const ballot = this.#packed.read(this.#start) as Ballot | readonly [Ballot];
    return "method" in ballot ? ballot : ballot[0];
  }
}
