import { fewest, tellsOfMany } from "../accountability/small-numbers.ts";
import type { GroupCount } from "../voting/group-majority.ts";

/*
 * How opinion groups voted, so that nobody's group is found out by it. How everybody voted may be known by name, so each
 * cell must hold enough people, and so must all that follows from the cells and the sums: who of a row does not back an
 * option, what a column has besides the rows that are told, and, where a ballot backs one option, what a row has besides
 * the columns that are told. See the threshold rule in `accountability/small-numbers.ts`.
 */

/** People who are told of together. */
export interface SupportRow {
  /** the numbers of their groups */
  readonly groups: readonly number[];
  /** whether those who are in no group are among them */
  readonly isRest: boolean;
  readonly voters: number;
  /** how many back each option that is told */
  readonly backing: readonly { readonly option: string; readonly count: number }[];
}

export interface Support {
  /** None where nothing can be told. */
  readonly rows: readonly SupportRow[];
  /** Options of which nothing is told by group. */
  readonly kept: readonly string[];
}

export interface Votes {
  readonly groups: readonly GroupCount[];
  readonly outside: GroupCount;
}

interface Asked {
  readonly options: readonly string[];
  /** whether each ballot backs one option at most */
  readonly isSingle: boolean;
}

interface Row extends Omit<SupportRow, "backing"> {
  readonly counts: readonly GroupCount[];
}

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
const backers = ({ counts }: Row, option: string) =>
  sum(counts.map(({ backing }) => backing.get(option) ?? 0));

/** Those who are enough to be told of by themselves, and all others together: with a group that would be, where they are too few. */
function rowsOf({ groups, outside }: Votes): Row[] {
  const present = groups.filter(({ voters }) => voters > 0);
  const apart = present
    .filter(({ voters }) => voters >= 2 * fewest)
    .toSorted((a, b) => a.voters - b.voters || a.group - b.group);
  const rest = present.filter((one) => !apart.includes(one));
  const votersOf = (counts: readonly GroupCount[]) => sum(counts.map(({ voters }) => voters));
  const restVoters = () => votersOf(rest) + outside.voters;
  while (restVoters() > 0 && restVoters() < 2 * fewest && apart.length > 0) {
    rest.push(...apart.splice(0, 1));
  }
  if (apart.length === 0) return [];
  const alone = apart
    .toSorted((a, b) => a.group - b.group)
    .map((one) => ({ groups: [one.group], isRest: false, voters: one.voters, counts: [one] }));
  if (restVoters() === 0) return alone;
  const numbers = rest.map(({ group }) => group).toSorted((a, b) => a - b);
  const counts = [...rest, outside];
  return [...alone, { groups: numbers, isRest: true, voters: restVoters(), counts }];
}

/**
 * Whether a column of counts gives nobody's group away: it is of enough people in each row, or of nobody or everybody, which
 * the sums say already.
 */
function isSafe(rows: readonly Row[], counts: readonly number[]): boolean {
  const all = sum(counts);
  if (all === 0 || all === sum(rows.map(({ voters }) => voters))) return true;
  return rows.every(({ voters: of }, at) => tellsOfMany({ count: counts[at] ?? 0, of }));
}

/** All of the votes by group: for where who is in which group is published with the count. */
export function tellAll({ groups, outside }: Votes, options: readonly string[]): Support {
  const rowOf = (count: GroupCount, isRest: boolean): SupportRow => ({
    groups: isRest ? [] : [count.group],
    isRest,
    voters: count.voters,
    backing: options.map((option) => ({ option, count: count.backing.get(option) ?? 0 })),
  });
  const rows = [...groups.map((one) => rowOf(one, false)), rowOf(outside, true)];
  return { rows: rows.filter(({ voters }) => voters > 0), kept: [] };
}

/** What of the votes can be told by group, where it is nobody's business who is in which. */
export function tellSupport(votes: Votes, { options, isSingle }: Asked): Support {
  const rows = rowsOf(votes);
  const columns = new Map(
    options.map((option) => [option, rows.map((row) => backers(row, option))]),
  );
  const column = (option: string) => columns.get(option) ?? [];
  let told = rows.length === 0 ? [] : options.filter((option) => isSafe(rows, column(option)));
  const left = () =>
    rows.map(({ voters }, at) => voters - sum(told.map((option) => column(option)[at] ?? 0)));
  while (isSingle && told.length > 0 && !isSafe(rows, left())) {
    told = told.toSorted((a, b) => sum(column(a)) - sum(column(b))).slice(1);
  }
  const shown = options.filter((option) => told.includes(option));
  const tell = ({ groups, isRest, voters }: Row, at: number): SupportRow => ({
    groups,
    isRest,
    voters,
    backing: shown.map((option) => ({ option, count: column(option)[at] ?? 0 })),
  });
  const isSaying = shown.some((option) => sum(column(option)) > 0);
  return {
    rows: isSaying ? rows.map(tell) : [],
    kept: options.filter((option) => !told.includes(option)),
  };
}
