import type { Obscurity } from "./analysis.ts";
import type { GroupConsensus } from "./consensus.ts";
import { seen, summed, type Votes } from "./group-votes.ts";
import { oneProportion, sure90 } from "./proportion-tests.ts";
import { type Side, sides, type Typical } from "./representative.ts";

/** How many of how many take a side. */
export interface Cited {
  readonly count: number;
  readonly of: number;
  /** in whole per cent */
  readonly percent: number;
}

/** The same of one group, by its number. */
export interface CitedOfGroup extends Cited {
  readonly group: number;
}

/** A sentence of a report as data: what is said, of which statement, by which numbers. The words are the reader's. */
export type Sentence =
  | { readonly kind: "no-groups"; readonly obscurity: Obscurity }
  | {
      /** every group takes the same side */
      readonly kind: "bridge";
      readonly statement: number;
      readonly side: Side;
      readonly groups: readonly CitedOfGroup[];
    }
  | {
      /** one group agrees and another does not */
      readonly kind: "divide";
      readonly statement: number;
      readonly agreeing: readonly CitedOfGroup[];
      readonly disagreeing: readonly CitedOfGroup[];
    }
  | {
      /** what sets one group apart from all others together */
      readonly kind: "typical";
      readonly statement: number;
      readonly side: Side;
      readonly group: CitedOfGroup;
      readonly others: Cited;
    }
  | {
      /** what most people say, whatever their group */
      readonly kind: "majority";
      readonly statement: number;
      readonly side: Side;
      readonly people: Cited;
    }
  | { readonly kind: "uncertain"; readonly statement: number; readonly passing: Cited };

interface ToldGroup {
  readonly number: number;
  readonly typical: readonly Pick<Typical, "statement" | "side" | "isSignificant">[];
}

interface ToldStatement extends Votes {
  readonly statement: number;
  /** by group, in their order */
  readonly byGroup: readonly Votes[];
  readonly agreement: Pick<GroupConsensus, "mean">;
  readonly rejection: Pick<GroupConsensus, "mean">;
  readonly divisiveness: number;
}

/** What sentences are made of: an `Analysis`, or the part of it that somebody may see. */
export interface Told {
  readonly groups: readonly ToldGroup[];
  readonly figures: readonly ToldStatement[];
  readonly obscurity: Obscurity | null;
  readonly majorities: Readonly<Record<Side, readonly { readonly statement: number }[]>>;
  readonly uncertain: readonly number[];
}

const mostOfAKind = 5;

function cite(votes: Votes, side: Side | "pass"): Cited {
  const count = { agree: votes.agrees, disagree: votes.disagrees, pass: votes.passes }[side];
  const of = seen(votes);
  return { count, of, percent: of === 0 ? 0 : Math.round((100 * count) / of) };
}

/** More than half, and not by chance. */
const takes = (votes: Votes, side: Side): boolean => {
  const { count, of } = cite(votes, side);
  return 2 * count > of && oneProportion({ successes: count, trials: of }, true) > sure90;
};

/** What can be said of an analysis, the most telling first within each kind; nothing that its numbers do not bear. */
export function sentencesOf(analysis: Told): Sentence[] {
  const { groups, figures, obscurity } = analysis;
  const byStatement = new Map(figures.map((one) => [one.statement, one]));
  const votesOn = (statement: number) => byStatement.get(statement);
  return [
    ...(obscurity === null ? [] : [{ kind: "no-groups", obscurity } as const]),
    ...(groups.length < 2 ? [] : bridges(groups, figures)),
    ...(groups.length < 2 ? [] : divides(groups, figures)),
    ...groups.flatMap((group, place) => typicalOf(group, place, votesOn)),
    ...majoritiesOf(analysis, votesOn),
    ...analysis.uncertain.flatMap((statement) => {
      const votes = votesOn(statement);
      return votes ? [{ kind: "uncertain", statement, passing: cite(votes, "pass") } as const] : [];
    }),
  ];
}

type VotesOn = (statement: number) => ToldStatement | undefined;

const citedOf = (groups: readonly ToldGroup[], byGroup: readonly Votes[], side: Side) =>
  groups.flatMap(({ number }, place): CitedOfGroup[] => {
    const votes = byGroup[place];
    return votes ? [{ group: number, ...cite(votes, side) }] : [];
  });

function bridges(groups: readonly ToldGroup[], figures: readonly ToldStatement[]): Sentence[] {
  return sides.flatMap((side) => {
    const mean = (one: ToldStatement) => (side === "agree" ? one.agreement : one.rejection).mean;
    return figures
      .filter(({ byGroup }) => byGroup.every((votes) => takes(votes, side)))
      .toSorted((a, b) => mean(b) - mean(a) || a.statement - b.statement)
      .slice(0, mostOfAKind)
      .map(({ statement, byGroup }): Sentence => {
        return { kind: "bridge", statement, side, groups: citedOf(groups, byGroup, side) };
      });
  });
}

function divides(groups: readonly ToldGroup[], figures: readonly ToldStatement[]): Sentence[] {
  const taking = ({ byGroup }: ToldStatement, side: Side) => {
    const places = [...groups.keys()].filter((place) => takes(byGroup[place] ?? none, side));
    const some = places.flatMap((place) => groups[place] ?? []);
    return citedOf(
      some,
      places.flatMap((place) => byGroup[place] ?? []),
      side,
    );
  };
  return figures
    .map((one) => ({ one, agreeing: taking(one, "agree"), disagreeing: taking(one, "disagree") }))
    .filter(({ agreeing, disagreeing }) => agreeing.length > 0 && disagreeing.length > 0)
    .toSorted(
      (a, b) => b.one.divisiveness - a.one.divisiveness || a.one.statement - b.one.statement,
    )
    .slice(0, mostOfAKind)
    .map(({ one: { statement }, agreeing, disagreeing }) => {
      return { kind: "divide", statement, agreeing, disagreeing };
    });
}

const none: Votes = { agrees: 0, disagrees: 0, passes: 0 };

function typicalOf({ number, typical }: ToldGroup, place: number, votesOn: VotesOn): Sentence[] {
  return typical
    .filter(({ isSignificant }) => isSignificant)
    .flatMap(({ statement, side }): Sentence[] => {
      const byGroup = votesOn(statement)?.byGroup ?? [];
      const others = summed(byGroup.filter((_, at) => at !== place));
      const group = { group: number, ...cite(byGroup[place] ?? none, side) };
      return [{ kind: "typical", statement, side, group, others: cite(others, side) }];
    });
}

function majoritiesOf({ majorities }: Told, votesOn: VotesOn): Sentence[] {
  return sides.flatMap((side) =>
    majorities[side].flatMap(({ statement }): Sentence[] => {
      const votes = votesOn(statement);
      return votes ? [{ kind: "majority", statement, side, people: cite(votes, side) }] : [];
    }),
  );
}
