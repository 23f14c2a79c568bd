import type { Pair } from "./centred.ts";
import type { GroupConsensus, Majority } from "./consensus.ts";
import type { GroupCountMemory } from "./group-choice.ts";
import type { Votes } from "./group-votes.ts";
import type { Positions } from "./points.ts";
import type { Side, Typical } from "./representative.ts";

/** Changes whenever the same input and parameters may give another result, or another map of it. */
export const algorithm = "folkmoot-opinions-3";

/** People who answer alike. */
export interface OpinionGroup {
  /** the same from run to run, whatever the place in the list */
  readonly number: number;
  readonly people: number;
  readonly x: number;
  readonly y: number;
  /** the chance that two of its people are together again when people are drawn again */
  readonly stability: number;
  readonly typical: readonly Typical[];
}

/** Why there are no groups to tell apart. */
export const obscurities = ["few-people", "by-chance", "not-apart", "not-stable"] as const;
export type Obscurity = (typeof obscurities)[number];

export interface StatementFigures extends Votes {
  readonly statement: number;
  readonly x: number;
  readonly y: number;
  /** how far from the middle of the map agreeing with it leads */
  readonly extremity: number;
  /** by group, in their order; of everybody who is in where there are no groups */
  readonly byGroup: readonly Votes[];
  readonly agreement: GroupConsensus;
  readonly rejection: GroupConsensus;
  /** 0: all groups think the same of it; 1: they could not be further apart */
  readonly divisiveness: number;
  readonly priority: number;
}

/** What the next run begins with, so that the map neither jumps nor changes its colours. */
export interface Memory {
  readonly axes: Pair;
  readonly base: Positions;
  /** centres by number of groups */
  readonly centres: ReadonlyMap<number, Positions>;
  readonly count: GroupCountMemory | undefined;
  /** the number of each person's group, -1 for none */
  readonly numbers: Int8Array;
}

/** All that is found out from one conversation at one time. */
export interface Analysis {
  /** who counts, and who of them has answered enough to be in a group */
  readonly people: number;
  readonly peopleIn: number;
  /** statements of the map */
  readonly statements: number;
  readonly responses: number;
  /** where everybody is; people who are out are at 0 */
  readonly positions: Positions;
  /** how much of all differences lies along each axis, and how much might along the first by chance */
  readonly strengths: readonly [number, number];
  readonly chance: number;
  /** the axes and means over statements */
  readonly axes: Pair;
  readonly means: Float64Array;
  readonly groups: readonly OpinionGroup[];
  /** the place of each person's group in the list, -1 for none */
  readonly groupOf: Int8Array;
  /** -1 to 1; 0 where there is one group */
  readonly silhouette: number;
  readonly stability: number;
  /** null where groups are clear */
  readonly obscurity: Obscurity | null;
  /** false where clusters were broken off before they came to rest */
  readonly isSettled: boolean;
  readonly figures: readonly StatementFigures[];
  /** statements that most people agree on, whatever their group */
  readonly majorities: Readonly<Record<Side, readonly Majority[]>>;
  /** statements that many pass on */
  readonly uncertain: readonly number[];
  readonly memory: Memory;
}
