import type { Weights } from "../exact-sums.ts";
import type { Rankings } from "../rankings.ts";
import type { Numbers } from "./numbers.ts";
import { Papers } from "./papers.ts";
import type { Action, Course, Decide, Draw, Purpose, Stage, StageTie } from "./stage.ts";

/** A rule of the weighted inclusive Gregory method. */
export interface GregoryRule<N> {
  readonly numbers: Numbers<N>;
  quota(votes: N, seats: bigint): N;
  /** whether votes equal to the quota elect, or only more */
  readonly isQuotaEnough: boolean;
  /** whether earlier stages settle ties before anything else does */
  readonly looksBack: boolean;
}

export interface StvInput {
  readonly rankings: Rankings;
  readonly weights: Weights;
  readonly seats: number;
  readonly decide: Decide;
}

/** A count under way. */
class GregoryCount<N> {
  readonly #rule: GregoryRule<N>;
  readonly #decide: Decide;
  readonly #papers: Papers<N>;
  readonly #quota: N;
  readonly #seats: number;
  readonly #stages: Stage<N>[] = [];
  readonly #elected: number[] = [];
  #pending: number[] = [];
  #continuing: number[];
  #stoppedAt: Draw | null = null;

  constructor(rule: GregoryRule<N>, { rankings, weights, seats, decide }: StvInput) {
    this.#rule = rule;
    this.#decide = decide;
    this.#seats = seats;
    this.#papers = new Papers(rule.numbers, rankings, weights);
    this.#continuing = this.#papers.votes.map((_, place) => place);
    const total = this.#papers.votes.reduce(rule.numbers.add, rule.numbers.zero);
    this.#quota = rule.quota(total, BigInt(seats));
  }

  run(): Course<N> {
    this.#endStage({ kind: "first" }, null);
    while (this.#elected.length < this.#seats && this.#continuing.length > 0) {
      if (!this.#nextStage()) break;
    }
    return {
      quota: this.#quota,
      stages: this.#stages,
      elected: this.#elected,
      stoppedAt: this.#stoppedAt,
      continuing: this.#continuing,
    };
  }

  #votesOf(place: number): N {
    return this.#papers.votes[place] ?? this.#rule.numbers.zero;
  }

  /** Notes the stage, and who is elected at its end: who has the quota, or all who are left for the last places. */
  #endStage(action: Action, tie: StageTie | null): void {
    const { numbers, isQuotaEnough } = this.#rule;
    const least = isQuotaEnough ? 0 : 1;
    const reached = this.#continuing.filter(
      (place) => numbers.compare(this.#votesOf(place), this.#quota) >= least,
    );
    const elected = this.#byVotes(reached);
    this.#elect(elected);
    if (this.#continuing.length <= this.#seats - this.#elected.length) {
      const last = this.#byVotes(this.#continuing);
      elected.push(...last);
      this.#elect(last);
    }
    const votes = [...this.#papers.votes];
    const { exhausted } = this.#papers;
    const quota = this.#quota;
    this.#stages.push({ action, tie, votes, exhausted, elected, quota });
  }

  #byVotes(places: readonly number[]): number[] {
    const { compare } = this.#rule.numbers;
    return places.toSorted((one, other) => compare(this.#votesOf(other), this.#votesOf(one)));
  }

  #elect(places: readonly number[]): void {
    const { compare } = this.#rule.numbers;
    this.#elected.push(...places);
    this.#pending.push(...places.filter((place) => compare(this.#votesOf(place), this.#quota) > 0));
    for (const place of places) this.#papers.close(place);
    this.#continuing = this.#continuing.filter((place) => !places.includes(place));
  }

  /** Passes on the largest surplus, or excludes whoever has fewest votes; false where that needs a draw. */
  #nextStage(): boolean {
    return this.#pending.length > 0 ? this.#passOnSurplus() : this.#exclude();
  }

  #passOnSurplus(): boolean {
    const { numbers } = this.#rule;
    const chosen = this.#choose(this.#pending, "surplus");
    if (!chosen) return false;
    const { place, tie } = chosen;
    this.#pending = this.#pending.filter((other) => other !== place);
    const votes = this.#votesOf(place);
    const surplus = numbers.subtract(votes, this.#quota);
    this.#papers.passOn(place, (value) => numbers.portion(value, surplus, votes), this.#quota);
    this.#endStage({ kind: "surplus", of: place }, tie);
    return true;
  }

  #exclude(): boolean {
    const idle = this.#idle();
    if (idle.length > 1) {
      this.#continuing = this.#continuing.filter((place) => !idle.includes(place));
      for (const place of idle) this.#papers.close(place);
      this.#endStage({ kind: "exclusion", of: idle }, { between: idle, rule: "together" });
      return true;
    }
    const chosen = this.#choose(this.#continuing, "exclusion");
    if (!chosen) return false;
    const { place, tie } = chosen;
    this.#continuing = this.#continuing.filter((other) => other !== place);
    this.#papers.close(place);
    this.#papers.passOn(place, (value) => value, this.#rule.numbers.zero);
    this.#endStage({ kind: "exclusion", of: [place] }, tie);
    return true;
  }

  /** Who has no paper at all, where all of them can go at once: in whatever order they went, nothing would move. */
  #idle(): number[] {
    const idle = this.#continuing.filter((place) => !this.#papers.hasPapers(place));
    const isEnoughLeft =
      this.#continuing.length - idle.length >= this.#seats - this.#elected.length;
    return isEnoughLeft ? idle : [];
  }

  /** The one with most votes, or with fewest, by earlier stages where the rule says so, or as somebody decides. */
  #choose(places: readonly number[], purpose: Purpose) {
    const between = this.#extreme(places, this.#papers.votes, purpose);
    let tied = between;
    const stages = this.#rule.looksBack ? this.#stages.slice(0, -1).toReversed() : [];
    for (const { votes } of stages) {
      if (tied.length > 1) tied = this.#extreme(tied, votes, purpose);
    }
    const [only] = tied;
    if (only !== undefined && tied.length === 1) {
      const tie: StageTie | null = between.length > 1 ? { between, rule: "earlier-stages" } : null;
      return { place: only, tie };
    }
    const isIdle = purpose === "exclusion" && !tied.some((one) => this.#papers.hasPapers(one));
    const draw: Draw = { tied, purpose, isIdle };
    const place = this.#decide(draw);
    if (place !== null) return { place, tie: { between: tied, rule: "chosen" } satisfies StageTie };
    this.#stoppedAt = draw;
    return null;
  }

  #extreme(places: readonly number[], votes: readonly N[], purpose: Purpose): number[] {
    const { compare, zero } = this.#rule.numbers;
    const sign = purpose === "surplus" ? 1 : -1;
    const votesOf = (place: number) => votes[place] ?? zero;
    return places.filter((one) =>
      places.every((other) => sign * compare(votesOf(one), votesOf(other)) >= 0),
    );
  }
}

/**
 * The single transferable vote by the weighted inclusive Gregory method: surpluses go on at a fraction
 * of the value of all papers, the largest first; while there is none, whoever has fewest votes is
 * excluded.
 */
export function countGregory<N>(rule: GregoryRule<N>, input: StvInput): Course<N> {
  return new GregoryCount(rule, input).run();
}
