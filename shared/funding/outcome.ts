import { lotOrder } from "../counting/lot-order.ts";
import { backsOf } from "./ballot.ts";
import { compareRules } from "./compared.ts";
import { alikeBallots } from "./hints.ts";
import type { Poll } from "./poll.ts";
import { quadraticOutcome } from "./quadratic-outcome.ts";
import type { RoundHint, RoundInput, RoundOutcome } from "./round.ts";
import { votedOutcome } from "./voted-outcome.ts";

export function pollOf(input: RoundInput): Poll {
  const { budget, projects, settings, ballots, seed } = input;
  const ids = projects.map(({ id }) => id);
  const rule = { form: settings.form, projects: ids, most: settings.most };
  return {
    budget: BigInt(budget),
    projects: projects.map(({ id, cost }) => ({ id, cost: BigInt(cost) })),
    ballots: ballots.map(({ ballot, heads }) => ({ heads, backs: backsOf(ballot, rule) })),
    lot: lotOrder(seed, ids),
  };
}

/** Counts a round: the same input gives the same outcome everywhere, to the smallest unit. */
export function countRound(input: RoundInput): RoundOutcome {
  const poll = pollOf(input);
  const { projects, share } =
    input.settings.rule === "quadratic"
      ? quadraticOutcome(input, input.settings)
      : votedOutcome(poll, input.settings);
  return {
    voters: input.ballots.reduce((sum, { heads }) => sum + heads, 0),
    spent: projects.reduce((sum, { amount }) => sum + amount, 0),
    projects,
    lot: poll.lot ?? [],
    share,
    compared: compareRules(input, poll),
    hints: hintsOf(input, poll),
  };
}

function hintsOf(input: RoundInput, poll: Poll): RoundHint[] {
  return alikeBallots(poll).map(({ people, expected, projects, isExact, ballots }): RoundHint => {
    const ids = projects.map((place) => poll.projects[place]?.id ?? "");
    return {
      people,
      expected: (Math.round(expected * 100) / 100).toFixed(2),
      projects: ids,
      isExact,
      gain: gainOf(input, { ids, ballots }),
    };
  });
}

/** How much more a group's projects get than if only one of its people had pledged. */
function gainOf(
  input: RoundInput,
  { ids, ballots }: { ids: readonly string[]; ballots: readonly number[] },
): number | null {
  const { settings } = input;
  if (settings.rule !== "quadratic") return null;
  const [first, ...others] = ballots;
  const out = new Set(others);
  const fewer = input.ballots
    .map(({ ballot, heads }, at) => ({ ballot, heads: at === first ? 1 : heads }))
    .filter((_, at) => !out.has(at));
  const amount = (of: RoundInput) =>
    quadraticOutcome(of, settings)
      .projects.filter(({ id }) => ids.includes(id))
      .reduce((sum, project) => sum + project.amount, 0);
  return amount(input) - amount({ ...input, ballots: fewer });
}
