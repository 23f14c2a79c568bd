import {
  type DelegationChoice,
  delegationLimits,
  type DelegationSubject,
} from "#shared/contract/delegations.ts";
import type { Author } from "#shared/contract/ids.ts";

/** One line of the form. */
export interface Share {
  readonly key: number;
  readonly person: Author | null;
  /** As typed. */
  readonly percent: string;
}

export interface Draft {
  readonly scope: DelegationSubject["scope"];
  readonly topic: string;
  readonly debate: string;
  readonly shares: readonly Share[];
  /** The last day, as `YYYY-MM-DD`. */
  readonly until: string;
}

const day = 86_400_000;
export const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);
export const lastDay = (now: number) => dayOf(now + delegationLimits.days * day);

/** The end of a day, by UTC; a choice for the longest time lasts as long as it can. */
export const endOf = (until: string) => `${until}T23:59:59.000Z`;

export const blankShare = (key: number, percent = 100): Share => {
  return { key, person: null, percent: String(percent) };
};

/** What is left of a whole vote for another share. */
export function leftOf(shares: readonly Share[]): number {
  const given = shares.reduce((sum, { percent }) => sum + (Number(percent) || 0), 0);
  return Math.max(0, 100 - given);
}

/** With one share more: what is left, or where nothing is, half of the last one. */
export function withAnother(shares: readonly Share[]): Share[] {
  const key = Math.max(0, ...shares.map((share) => share.key)) + 1;
  const left = leftOf(shares);
  const last = shares.at(-1);
  if (left > 0 || !last) return [...shares, blankShare(key, left || 100)];
  const whole = Number(last.percent) || 0;
  const half = Math.max(1, Math.floor(whole / 2));
  const kept = { ...last, percent: String(Math.max(1, whole - half)) };
  return [...shares.slice(0, -1), kept, blankShare(key, half)];
}

interface Beginning {
  readonly choice: DelegationChoice | null;
  /** The debate that somebody came from. */
  readonly debate: string | undefined;
  readonly now: number;
}

/** What it is about: what stands, or the debate that somebody came from. */
function subjectOf({ choice, debate }: Beginning): Pick<Draft, "scope" | "topic" | "debate"> {
  const came = debate === undefined ? null : ({ scope: "debate", about: debate } as const);
  const { scope, about } = choice?.subject ?? came ?? { scope: "community" as const, about: null };
  const empty = { scope, topic: "", debate: "" };
  return scope === "community" ? empty : { ...empty, [scope]: about ?? "" };
}

/** A choice as it stands, or a new one. */
export function beginDraft(beginning: Beginning): Draft {
  const { choice, now } = beginning;
  const delegates = choice?.delegates ?? [];
  const [first] = delegates;
  const shares = delegates.map(({ to, percent }, key) => {
    return { key, person: to, percent: String(percent) };
  });
  return {
    ...subjectOf(beginning),
    until: first ? dayOf(Date.parse(first.expiresAt)) : lastDay(now),
    shares: shares.length === 0 ? [blankShare(0)] : shares,
  };
}

export function aboutOf({ scope, topic, debate }: Draft): string | null {
  if (scope === "community") return null;
  return scope === "topic" ? topic : debate;
}
