import { backedBy } from "../voting/backing.ts";
import type { Ballot, Settings } from "../voting/index.ts";
import { type Answers, type Margins, rake } from "./raking.ts";
import type { ReweightedResult } from "./released-part.ts";

/** Of fewer, weights say nothing. */
const fewestReweighted = 30;

interface Voted {
  readonly ballots: readonly { readonly voter: string; readonly ballot: Ballot }[];
  readonly settings: Settings;
  readonly options: readonly string[];
}

/**
 * How many of those who said all that is asked back each option, as it was, and if the shares of all values were what they
 * should be. One person counts once, whatever their vote weighs. It is no result.
 */
export function reweight(
  answers: ReadonlyMap<string, Answers>,
  margins: Margins,
  { ballots, settings, options }: Voted,
): ReweightedResult {
  const counted = ballots.flatMap(({ voter, ballot }) => {
    const own = answers.get(voter);
    return own ? [{ own, backed: new Set(backedBy(ballot, settings)) }] : [];
  });
  const nothing = { valueId: null, people: counted.length, largest: 0, options: [] };
  if (counted.length < fewestReweighted) return { kind: "too-few", ...nothing, people: 0 };
  const raked = rake(
    counted.map(({ own }) => own),
    margins,
  );
  if (raked.kind === "refused") return { kind: raked.why, ...nothing, valueId: raked.value };
  const { weights, largest } = raked;
  const shareOf = (option: string, weightOf: (at: number) => number) => {
    const all = counted.reduce((sum, _, at) => sum + weightOf(at), 0);
    const backing = counted.reduce(
      (sum, { backed }, at) => sum + (backed.has(option) ? weightOf(at) : 0),
      0,
    );
    return Math.round((100 * backing) / all);
  };
  return {
    kind: "raked",
    valueId: null,
    people: Math.round(counted.length / 5) * 5,
    largest: Math.round(largest * 10) / 10,
    options: options.map((option) => ({
      option,
      real: shareOf(option, () => 1),
      reweighted: shareOf(option, (at) => weights[at] ?? 0),
    })),
  };
}
