import { hashText } from "./lot-order.ts";
import type { Ballot } from "../voting/index.ts";
import type { Weighted } from "../voting/method.ts";

interface Group {
  readonly ballot: Ballot;
  weight: bigint;
  heads: number;
}

const longestKey = 64;

/**
 * Puts equal ballots together while they are read, and keeps those that differ small: a group of options is the same
 * object wherever it is named, and so is an option's name.
 */
export class BallotGroups {
  readonly #groups = new Map<string, Group>();
  readonly #parts = new Map<string, unknown>();

  /**
   * @param key says what the ballot says, and differs wherever two ballots do
   * @param weight ballots without weight are kept apart from others: methods that go by heads tell them apart
   */
  add(ballot: Ballot, weight: bigint, key = JSON.stringify(ballot)): void {
    // A long key is kept as its hash: of a million different ballots the keys would need more room than all else.
    const short = key.length > longestKey ? hashText(key) : key;
    const mark = weight === 0n ? `0 ${short}` : short;
    const group = this.#groups.get(mark);
    if (group) {
      group.weight += weight;
      group.heads += 1;
      return;
    }
    this.#groups.set(mark, { ballot: this.#small(ballot), weight, heads: 1 });
  }

  /** All groups; nothing can be added any more. */
  take(): readonly Weighted<Ballot>[] {
    const all = [...this.#groups.values()];
    this.#groups.clear();
    this.#parts.clear();
    return all;
  }

  #small(ballot: Ballot): Ballot {
    // Why somebody disagrees is published with the ballot; no method counts it.
    if ("reason" in ballot) return { ...ballot, reason: "" };
    return this.#shrunk(ballot, 0) as Ballot;
  }

  #shrunk(value: unknown, depth: number): unknown {
    if (typeof value === "string") return this.#shared(value, value);
    if (Array.isArray(value)) {
      const parts = value.map((part: unknown) => this.#shrunk(part, depth + 1));
      return depth < 2 ? parts : this.#shared(JSON.stringify(value), parts);
    }
    if (typeof value !== "object" || value === null || depth > 0) return value;
    const members = Object.entries(value).map(([name, member]) => {
      return [name, this.#shrunk(member, depth + 1)] as const;
    });
    return Object.fromEntries(members);
  }

  /** The first that was met of those that are equal. */
  #shared(key: string, value: unknown): unknown {
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    this.#parts.set(key, value);
    return value;
  }
}
