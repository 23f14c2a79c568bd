import type { StvInput } from "./gregory.ts";
import { branchesOf, type Branch, type Role } from "./meek-tree.ts";
import type { Action, Course, Draw, Stage, StageTie } from "./stage.ts";

export interface MeekRule {
  /** decimals of all amounts */
  readonly digits: number;
  /** an iteration ends when the surpluses together are less than 10 to the power of minus this */
  readonly omegaDigits: number;
}

/**
 * The reference rule of the Proportional Representation Foundation for Meek's method: nine decimals,
 * keep factors and what a ballot leaves with an option rounded up, the quota cut off and one unit of
 * the last decimal more.
 */
export const meekReference: MeekRule = { digits: 9, omegaDigits: 6 };
/** The same with so many decimals that rounding hardly matters. */
export const meekNearExact: MeekRule = { digits: 24, omegaDigits: 12 };

const roundedUp = (num: bigint, den: bigint) => (num + den - 1n) / den;

/** A count under way. */
class MeekCount {
  readonly #input: StvInput;
  readonly #unit: bigint;
  readonly #omega: bigint;
  readonly #roles: Role[];
  readonly #keep: bigint[];
  #votes: bigint[];
  #quota = 0n;
  readonly #stages: Stage<bigint>[] = [];
  readonly #elected: number[] = [];
  #tie: StageTie | null = null;

  constructor({ digits, omegaDigits }: MeekRule, input: StvInput) {
    this.#input = input;
    this.#unit = 10n ** BigInt(digits);
    this.#omega = 10n ** BigInt(digits - omegaDigits);
    this.#roles = Array.from({ length: input.rankings.options }, () => "hopeful");
    this.#keep = this.#roles.map(() => this.#unit);
    this.#votes = this.#roles.map(() => 0n);
  }

  run(): Course<bigint> {
    let stoppedAt: Draw | null = null;
    let action: Action = { kind: "first" };
    while (!this.#isComplete()) {
      const surplus = this.#iterate(action);
      if (surplus === null || this.#isComplete()) {
        action = { kind: "distribution" };
        continue;
      }
      const out = this.#chooseOut(surplus);
      if (!Array.isArray(out)) {
        stoppedAt = out;
        break;
      }
      for (const place of out) {
        this.#roles[place] = "out";
        this.#keep[place] = 0n;
      }
      action = { kind: "exclusion", of: out };
    }
    if (stoppedAt === null) this.#fillUp(action);
    return {
      quota: this.#quota,
      stages: this.#stages,
      elected: this.#elected,
      stoppedAt,
      continuing: this.#with("hopeful"),
    };
  }

  #with(role: Role): number[] {
    return [...this.#roles.keys()].filter((place) => this.#roles[place] === role);
  }

  #isComplete(): boolean {
    const left = this.#input.seats - this.#elected.length;
    return left <= 0 || this.#with("hopeful").length <= left;
  }

  /** Distributes until somebody is elected (null) or the surpluses are as good as gone; tells what is left of them. */
  #iterate(action: Action): bigint | null {
    const { rankings, weights, seats } = this.#input;
    const branches = branchesOf(rankings, weights, this.#roles);
    let before: bigint | null = null;
    for (;;) {
      this.#distribute(branches);
      const total = this.#votes.reduce((sum, votes) => sum + votes, 0n);
      this.#quota = total / BigInt(seats + 1) + 1n;
      const reached = this.#with("hopeful").filter((place) => this.#votesOf(place) >= this.#quota);
      const elected = this.#byVotes(reached);
      for (const place of elected) this.#roles[place] = "elected";
      this.#elected.push(...elected);
      if (elected.length > 0) {
        this.#note(action, elected);
        return null;
      }
      const surplus = this.#surplus();
      if (surplus < this.#omega || (before !== null && surplus >= before)) {
        this.#note(action, []);
        return surplus;
      }
      before = surplus;
      for (const place of this.#elected) {
        const kept = roundedUp((this.#keep[place] ?? 0n) * this.#quota, this.#unit);
        this.#keep[place] = roundedUp(kept * this.#unit, this.#votesOf(place));
      }
    }
  }

  #votesOf(place: number): bigint {
    return this.#votes[place] ?? 0n;
  }

  #byVotes(places: readonly number[]): number[] {
    return places.toSorted((one, other) => {
      const difference = this.#votesOf(other) - this.#votesOf(one);
      return difference < 0n ? -1 : Number(difference > 0n);
    });
  }

  #surplus(): bigint {
    const all = this.#elected.reduce((sum, place) => sum + this.#votesOf(place) - this.#quota, 0n);
    return all > 0n ? all : 0n;
  }

  #distribute(branches: readonly Branch[]): void {
    const votes = this.#roles.map(() => 0n);
    const visit = ({ place, weight, next }: Branch, worth: bigint) => {
      const kept = roundedUp(worth * (this.#keep[place] ?? 0n), this.#unit);
      votes[place] = (votes[place] ?? 0n) + kept * weight;
      if (worth > kept) for (const branch of next) visit(branch, worth - kept);
    };
    for (const branch of branches) visit(branch, this.#unit);
    this.#votes = votes;
  }

  #note(action: Action, elected: readonly number[]): void {
    const stage = { action, tie: this.#tie, elected, quota: this.#quota };
    const total = this.#input.weights.total * this.#unit;
    const exhausted = this.#votes.reduce((left, votes) => left - votes, total);
    this.#stages.push({ ...stage, votes: [...this.#votes], exhausted });
    this.#tie = null;
  }

  /** Whoever has fewest votes; everybody within the surplus that is left is level with them. */
  #chooseOut(surplus: bigint): number[] | Draw {
    const hopeful = this.#with("hopeful");
    const least = hopeful.reduce(
      (low, place) => (this.#votesOf(place) < low ? this.#votesOf(place) : low),
      this.#votesOf(hopeful[0] ?? 0),
    );
    const tied = hopeful.filter((place) => this.#votesOf(place) <= least + surplus);
    const [only] = tied;
    if (tied.length === 1 && only !== undefined) return [only];
    const idle = this.#idle(hopeful);
    if (idle.length > 1) {
      this.#tie = { between: idle, rule: "together" };
      return idle;
    }
    const unnamed = this.#unnamed(hopeful);
    const isIdle = tied.every((place) => unnamed.includes(place));
    const draw: Draw = { tied, purpose: "exclusion", isIdle };
    const place = this.#input.decide(draw);
    if (place === null) return draw;
    this.#tie = { between: tied, rule: "chosen" };
    return [place];
  }

  /** Who is on no ballot at all. */
  #unnamed(hopeful: readonly number[]): number[] {
    const { order, starts, ballots } = this.#input.rankings;
    const named = new Set(order.subarray(0, starts[ballots]));
    return hopeful.filter((place) => !named.has(place));
  }

  /** The same, where all of them can go at once: in whatever order they went, nothing would move. */
  #idle(hopeful: readonly number[]): number[] {
    const idle = this.#unnamed(hopeful);
    const left = this.#input.seats - this.#elected.length;
    return hopeful.length - idle.length >= left ? idle : [];
  }

  /** All who are left get the last places. */
  #fillUp(action: Action): void {
    const left = this.#input.seats - this.#elected.length;
    const continuing = this.#with("hopeful");
    if (left <= 0 || continuing.length === 0) return;
    const { rankings, weights } = this.#input;
    this.#distribute(branchesOf(rankings, weights, this.#roles));
    const elected = this.#byVotes(continuing);
    for (const place of elected) this.#roles[place] = "elected";
    this.#elected.push(...elected);
    this.#note(action, elected);
  }
}

/**
 * The single transferable vote by Meek's method: whoever is elected keeps of each ballot just so much
 * that it comes to the quota, and the quota falls as ballots run out (Meek, "A new approach to the
 * single transferable vote", 1969; Hill, Wichmann and Woodall, "Algorithm 123", Computer Journal 30,
 * 1987; Lundell, "Reference Meek rule").
 */
export function countMeek(rule: MeekRule, input: StvInput): Course<bigint> {
  return new MeekCount(rule, input).run();
}
