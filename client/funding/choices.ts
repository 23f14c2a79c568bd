import type { FundingBallot } from "#shared/funding/ballot.ts";
import type { FundingSettings } from "#shared/funding/settings.ts";

/**
 * What somebody gives each project while they fill in a ballot: 1 for an approval, points or credits, or the place in a
 * ranking; what is not named has nothing.
 */
export type Choices = ReadonlyMap<string, number>;

export function choicesOf(ballot: FundingBallot | null): Choices {
  if (ballot === null) return new Map();
  if ("projects" in ballot) {
    const place = (at: number) => (ballot.form === "ranked" ? at + 1 : 1);
    return new Map(ballot.projects.map((id, at) => [id, place(at)]));
  }
  return new Map(Object.entries("points" in ballot ? ballot.points : ballot.credits));
}

export function ballotOf(choices: Choices, form: FundingSettings["form"]): FundingBallot {
  const given = [...choices].filter(([, amount]) => amount > 0);
  if (form === "approval") return { form, projects: given.map(([id]) => id) };
  if (form === "ranked") {
    return { form, projects: given.toSorted(([, a], [, b]) => a - b).map(([id]) => id) };
  }
  const amounts = Object.fromEntries(given);
  return form === "cumulative" ? { form, points: amounts } : { form, credits: amounts };
}

/** The same choices with a project given so much; in a ranking, others close up or make room. */
export function withChoice(choices: Choices, id: string, amount: number): Choices {
  const next = new Map(choices);
  if (amount > 0) next.set(id, amount);
  else next.delete(id);
  return next;
}

/** Puts a project at the end of a ranking, or takes it out of it; who comes after closes up. */
export function toggledRank(choices: Choices, id: string): Choices {
  const at = choices.get(id);
  if (at === undefined) return new Map([...choices, [id, choices.size + 1]]);
  return new Map(
    [...choices]
      .filter(([other]) => other !== id)
      .map(([other, place]) => [other, place > at ? place - 1 : place]),
  );
}

/** Moves a project of a ranking one place up; the one before it goes down. */
export function raised(choices: Choices, id: string): Choices {
  const at = choices.get(id);
  if (at === undefined || at === 1) return choices;
  return new Map(
    [...choices].map(([other, place]) => {
      if (other === id) return [other, place - 1];
      return [other, place === at - 1 ? place + 1 : place];
    }),
  );
}

/** How much of what a ballot may give or name is used. */
export const usedBy = (choices: Choices, form: FundingSettings["form"]): number =>
  form === "approval" || form === "ranked"
    ? choices.size
    : [...choices.values()].reduce((sum, amount) => sum + amount, 0);
