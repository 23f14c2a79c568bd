import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Poll } from "../counting/count-decision.ts";
import { Ballot, countBallots, methodIds, Settings } from "../voting/index.ts";
import { minimumFlip } from "./minimum-flip.ts";
import { switchedBallot } from "./switched-ballot.ts";

const options = ["a", "b", "c"];
type Weighed = readonly { readonly ballot: Ballot; readonly weight: bigint }[];

const pollOf = (settings: object): Poll => ({
  options,
  settings: Settings.parse(settings),
  quorum: null,
  threshold: null,
  unit: 1n,
});

function flipOf(poll: Poll, ballots: Weighed) {
  const tally = countBallots({ options: poll.options, settings: poll.settings, ballots });
  return minimumFlip(poll, ballots, tally);
}

const winnersOf = ({ settings }: Poll, ballots: Weighed) =>
  countBallots({ options, settings, ballots }).winners;

/** Whether some of so many voters take the win from `from` by switching; all ways of choosing them are tried. */
function canFlip(
  poll: Poll,
  ballots: Weighed,
  { voters, from, to }: { voters: number; from: string; to: string },
) {
  for (let set = 0; set < 2 ** ballots.length; set += 1) {
    const size = set.toString(2).replaceAll("0", "").length;
    if (size !== voters) continue;
    const changed = ballots.map((one, at) =>
      (set >> at) & 1
        ? { ...one, ballot: switchedBallot(one.ballot, { from, to }, poll.settings) }
        : one,
    );
    if (!winnersOf(poll, changed).includes(from)) return true;
  }
  return false;
}

const option = fc.constantFrom(...options);
const level = fc.integer({ min: 0, max: 3 });
const levels = fc.record({ a: level, b: level, c: level });
const ranking = fc
  .shuffledSubarray(options)
  .map((order) => ({ ranking: order.map((one) => [one]) }));
/** What ballots of each kind look like; each fits what `settingsOf` sets. */
const ballotOf: Record<string, fc.Arbitrary<object>> = {
  plurality: option.map((choice) => ({ choice })),
  approval: fc.subarray(options).map((approved) => ({ approved })),
  score: levels.map((scores) => ({ scores })),
  star: levels.map((scores) => ({ scores })),
  cumulative: levels.map((points) => ({ points })),
  quadratic: levels.map((votes) => ({ votes })),
  "majority-judgment": levels.map((grades) => ({ grades })),
  irv: ranking,
  schulze: ranking,
  "ranked-pairs": ranking,
  copeland: ranking,
  minimax: ranking,
  borda: ranking,
  "two-round": ranking,
  stv: ranking,
  meek: ranking,
};
const exactly = ["plurality", "approval", "score", "cumulative", "quadratic"];
const tested = methodIds.filter((id) => id in ballotOf);

const profileOf = (method: string) =>
  fc.array(
    fc.record({
      ballot: (ballotOf[method] ?? fc.constant({})).map((fields) =>
        Ballot.parse({ method, ...fields }),
      ),
      weight: fc.bigInt({ min: 1n, max: 9n }),
    }),
    { minLength: 1, maxLength: 6 },
  );

describe.each(tested)("the fewest who turn a result by %s", (method) => {
  const poll = pollOf({ method });

  it("do turn it, and where it is said to be exact no fewer do", () => {
    fc.assert(
      fc.property(profileOf(method), (ballots) => {
        const found = flipOf(poll, ballots);
        if (found.state !== "found") return;
        expect(found.isExact).toBe(exactly.includes(method));
        expect(canFlip(poll, ballots, found)).toBe(true);
        if (!found.isExact) return;
        for (let fewer = 0; fewer < found.voters; fewer += 1) {
          expect(canFlip(poll, ballots, { ...found, voters: fewer })).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the fewest who turn a result", () => {
  const vote = (choice: string, weight = 1n) => ({
    ballot: { method: "plurality" as const, choice },
    weight,
  });

  it("are the heaviest who stood by the winner, with what they weigh", () => {
    const ballots = [vote("a", 6n), vote("a", 5n), vote("a", 4n), vote("b", 6n), vote("c", 1n)];
    expect(flipOf(pollOf({ method: "plurality" }), ballots)).toEqual({
      state: "found",
      from: "a",
      to: "b",
      voters: 1,
      weight: "6",
      isExact: true,
    });
  });

  it("are not told where nobody voted, nor where the result is open", () => {
    const poll = pollOf({ method: "plurality" });
    expect(flipOf(poll, [])).toEqual({ state: "no-votes" });
    expect(flipOf(poll, [vote("a"), vote("b")])).toEqual({ state: "tied" });
  });

  it("are a bound where several win", () => {
    const ballots = [
      ["a", "b"],
      ["a", "b"],
      ["b", "c"],
    ].map((approved) => {
      return { ballot: { method: "approval" as const, approved }, weight: 1n };
    });
    const found = flipOf(pollOf({ method: "approval", winners: 2 }), ballots);
    expect(found).toMatchObject({ state: "found", from: "a", to: "c", isExact: false });
  });

  it("are found among thousands of rankings in few recounts", () => {
    const ranked = (order: readonly string[], people: number) =>
      Array.from({ length: people }, () => ({
        ballot: { method: "schulze" as const, ranking: order.map((one) => [one]) },
        weight: 1n,
      }));
    const ballots = [
      ...ranked(["a", "b", "c"], 2_000),
      ...ranked(["b", "c", "a"], 1_500),
      ...ranked(["c", "a", "b"], 300),
    ];
    // With 101 switched c beats a; with 251 that is more than by what a beats b, and b comes out first.
    expect(flipOf(pollOf({ method: "schulze" }), ballots)).toMatchObject({
      to: "b",
      voters: 251,
      isExact: false,
    });
  });
});
