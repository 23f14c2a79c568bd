import type { Commitment } from "#shared/contract/commitments.ts";
import type { Author } from "#shared/contract/ids.ts";
import { endOfDay } from "../lib/end-of-day.ts";
import { toLocal } from "../lib/local-time.ts";

/** What somebody is asked to promise, as it is being written; days as a calendar has them. */
export interface Terms {
  readonly title: string;
  readonly criterion: string;
  readonly owner: Author | null;
  readonly dueAt: string;
}
export interface Whole extends Terms {
  readonly budget: string;
  readonly reviewAt: string;
}
export interface Part extends Terms {
  /** Tells parts apart while they come and go. */
  readonly key: number;
  readonly weight: string;
}

const blank: Terms = { title: "", criterion: "", owner: null, dueAt: "" };
export const blankWhole: Whole = { ...blank, budget: "", reviewAt: "" };

export const blankPart: Omit<Part, "key"> = { ...blank, weight: "1" };

/** One more part, due with the whole unless something else is said. */
export const withPart = (parts: readonly Part[], { owner, dueAt }: Whole): Part[] => {
  const key = Math.max(0, ...parts.map((part) => part.key)) + 1;
  return [...parts, { ...blankPart, owner, dueAt, key }];
};

const termsOf = ({ title, criterion, owner, dueAt }: Terms) => ({
  title,
  criterion,
  ownerId: owner?.id ?? "",
  dueAt: endOfDay(dueAt),
});
const budgetOf = (budget: string) => (budget.trim() === "" ? null : budget);

/** The body of a request, without what it comes from. */
export const wireOf = (whole: Whole, parts: readonly Part[]) => ({
  ...termsOf(whole),
  budget: budgetOf(whole.budget),
  reviewAt: endOfDay(whole.reviewAt),
  parts: parts.map((part) => ({ ...termsOf(part), weight: Number(part.weight) })),
});

/** How much of the whole each part is, from 0 to 1; null while a weight is missing or none. */
export function sharesOf(weights: readonly string[]): (number | null)[] {
  const numbers = weights.map(Number);
  const sum = numbers.reduce((total, weight) => total + weight, 0);
  const isKnown = numbers.every((weight) => weight > 0) && Number.isFinite(sum);
  return numbers.map((weight) => (isKnown ? weight / sum : null));
}

/** The day on which a moment is, where the reader is. */
export const dayOf = (moment: string): string => toLocal(Date.parse(moment)).slice(0, 10);

export type Edited = Whole & Pick<Part, "weight">;

export const editedOf = (commitment: Commitment): Edited => ({
  title: commitment.title,
  criterion: commitment.criterion,
  owner: commitment.hasOwner ? commitment.owner : null,
  dueAt: dayOf(commitment.dueAt),
  budget: commitment.budget ?? "",
  reviewAt: commitment.reviewAt === null ? "" : dayOf(commitment.reviewAt),
  weight: String(commitment.weight),
});

/** A day that was not touched stays the moment that it was. */
const changedDay = (now: string, before: string) =>
  dayOf(before) === now ? undefined : endOfDay(now);

/** A part that is added to a whole; on the whole's last day it is due with it. */
export const partWireOf = (part: Omit<Part, "key">, wholeDueAt: string) => ({
  ...termsOf(part),
  dueAt: changedDay(part.dueAt, wholeDueAt) ?? wholeDueAt,
  weight: Number(part.weight),
});

/** The body of a change: a part has a weight, a whole a review and a budget. */
export function changeOf(draft: Edited, before: Commitment) {
  const { title, criterion, owner, dueAt, budget, reviewAt, weight } = draft;
  const rest =
    before.reviewAt === null
      ? { weight: Number(weight) }
      : { budget: budgetOf(budget), reviewAt: changedDay(reviewAt, before.reviewAt) };
  return {
    title,
    criterion,
    ownerId: owner?.id ?? "",
    dueAt: changedDay(dueAt, before.dueAt),
    ...rest,
    version: before.version,
  };
}
