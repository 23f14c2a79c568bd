/*
 * What moderators did and what became of it, counted from the entries of a public ledger alone, so that anybody who
 * has its export comes to the same figures.
 *
 * An action is an entry `moderation.<kind>`. It was taken back where an entry `moderation.undone` names it; appealed
 * where an entry `dispute.opened` does; and what became of the appeal says the last `dispute.ruled` of that dispute.
 * What happened later to an action counts for the month in which it was taken.
 */

import { monthOf } from "./months.ts";

/** An entry, as far as it matters here. */
export interface ActEntry {
  readonly time: string;
  readonly kind: string;
  readonly actor: string | null;
  readonly subject: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What limits or changes what somebody said or can do. The person whom it concerns can appeal it. */
export const limiting = [
  "hide",
  "remove",
  "edit-request",
  "move",
  "merge",
  "split",
  "lock",
  "warn",
  "rate-limit",
  "suspend",
] as const;

/** All that moderators do, and what a threshold does before them. */
export const deeds = [...limiting, "hold", "restore", "unlock", "pin", "dismiss"] as const;
export type Deed = (typeof deeds)[number];

export const fates = [
  /** Nobody appealed it. */
  "standing",
  /** An appeal waits for its ruling. */
  "open",
  "withdrawn",
  "upheld",
  "modified",
  "overturned",
] as const;
export type Fate = (typeof fates)[number];

/** Actions that are alike in all that is counted here. */
export interface ActCell {
  readonly month: string;
  readonly deed: Deed;
  /** The number of the rule that is cited. */
  readonly rule: number | null;
  readonly role: string;
  readonly actor: string | null;
  readonly isUndone: boolean;
  readonly fate: Fate;
  readonly count: number;
}

/** The kinds of entries that say what became of an action. */
export const followingKinds = [
  "moderation.undone",
  "dispute.opened",
  "dispute.ruled",
  "dispute.withdrawn",
] as const;

/** How the choice of a ruling is told. */
const fateOf = { uphold: "upheld", modify: "modified", overturn: "overturned" } as const;

const deedOf = ({ kind }: ActEntry): Deed | undefined =>
  deeds.find((deed) => kind === `moderation.${deed}`);

const text = (value: unknown): string => (typeof value === "string" ? value : "");

function numberOf(rule: unknown): number | null {
  const number = rule instanceof Object && "number" in rule ? rule.number : null;
  return typeof number === "number" ? number : null;
}

/** What became of appeals, by the action that was appealed. */
function appealsIn(entries: readonly ActEntry[]): ReadonlyMap<string, Fate> {
  const actions = new Map<string, string>();
  const ruled = new Map<string, Fate>();
  const withdrawn = new Set<string>();
  for (const { kind, subject, payload } of entries) {
    if (kind === "dispute.opened" && payload.kind === "action") {
      actions.set(subject, text(payload.of));
    }
    const { choice } = payload;
    if (kind === "dispute.ruled" && typeof choice === "string" && choice in fateOf) {
      ruled.set(subject, fateOf[choice as keyof typeof fateOf]);
    }
    if (kind === "dispute.withdrawn") withdrawn.add(subject);
  }
  const fate = (dispute: string): Fate =>
    ruled.get(dispute) ?? (withdrawn.has(dispute) ? "withdrawn" : "open");
  return new Map([...actions].map(([dispute, action]) => [action, fate(dispute)]));
}

export interface Outcomes {
  /** The actions of which entries say anything more. */
  readonly actions: readonly string[];
  /** What became of an action; of one that is not among them, nothing. */
  of(action: string): Pick<ActCell, "isUndone" | "fate">;
}

/** What entries of the following kinds, in the order of the ledger, say of actions. */
export function outcomesIn(entries: readonly ActEntry[]): Outcomes {
  const appeals = appealsIn(entries);
  const isUndoing = ({ kind }: ActEntry) => kind === "moderation.undone";
  const undone = new Set(entries.filter(isUndoing).map(({ payload }) => text(payload.action)));
  return {
    actions: [...new Set([...appeals.keys(), ...undone])],
    of: (action) => ({
      isUndone: undone.has(action),
      fate: appeals.get(action) ?? "standing",
    }),
  };
}

/** The actions in entries, which are in the order of the ledger: those alike in one cell. */
export function cellsOf(entries: readonly ActEntry[]): ActCell[] {
  const outcomes = outcomesIn(entries);
  const acted = entries.flatMap((entry) => {
    const deed = deedOf(entry);
    if (deed === undefined) return [];
    const { time, actor, payload } = entry;
    return {
      month: monthOf(time),
      deed,
      rule: numberOf(payload.rule),
      role: text(payload.role),
      actor,
      ...outcomes.of(text(payload.action)),
      count: 1,
    };
  });
  return joined(acted);
}

/** Cells that are alike become one. */
export function joined(cells: readonly ActCell[]): ActCell[] {
  const alike = new Map<string, ActCell>();
  for (const { count, ...one } of cells) {
    const { month, deed, rule, role, actor, isUndone, fate } = one;
    const key = JSON.stringify([month, deed, rule, role, actor, isUndone, fate]);
    alike.set(key, { ...one, count: (alike.get(key)?.count ?? 0) + count });
  }
  return [...alike.values()];
}

/** How often something was done, and what became of it. */
export interface Tally {
  /** What limited somebody, by moderators: not by a jury, and not what only waits. */
  readonly actions: number;
  /** Taken back by who acted. */
  readonly undone: number;
  readonly appealed: number;
  readonly open: number;
  readonly withdrawn: number;
  readonly upheld: number;
  readonly modified: number;
  readonly overturned: number;
  /** Reports on which nothing was done, as nothing was wrong. */
  readonly dismissals: number;
}

const isLimiting = (deed: Deed): boolean => limiting.some((one) => one === deed);

/** Whether somebody is limited by it whom moderators limited. */
export const isAction = ({ deed, role }: Pick<ActCell, "deed" | "role">): boolean =>
  isLimiting(deed) && role !== "jury";

/** How many there are in cells. */
export const countIn = (cells: readonly ActCell[]): number =>
  cells.reduce((sum, { count }) => sum + count, 0);

export function tallyOf(cells: readonly ActCell[]): Tally {
  const actions = cells.filter(isAction);
  const thatAre = (fate: Fate) => countIn(actions.filter((cell) => cell.fate === fate));
  return {
    actions: countIn(actions),
    undone: countIn(actions.filter(({ isUndone }) => isUndone)),
    appealed: countIn(actions) - thatAre("standing"),
    open: thatAre("open"),
    withdrawn: thatAre("withdrawn"),
    upheld: thatAre("upheld"),
    modified: thatAre("modified"),
    overturned: thatAre("overturned"),
    dismissals: countIn(cells.filter(({ deed }) => deed === "dismiss")),
  };
}

/** How many appeals a jury or the community has ruled on. */
export const ruledIn = ({ upheld, modified, overturned }: Tally): number =>
  upheld + modified + overturned;
