/** Groups of option ids, best first; those of one group are ranked equal. What is in none is not ranked. */
export type Ranking = readonly (readonly string[])[];

/** One change that a voter makes. Places count groups from 0, best first. */
export type RankingMove =
  /** to a place of its own, before the group that is there now (or at the end) */
  | { readonly kind: "place"; readonly option: string; readonly at: number }
  /** so that it has this place afterwards, alone */
  | { readonly kind: "rank"; readonly option: string; readonly at: number }
  /** into the group at this place */
  | { readonly kind: "join"; readonly option: string; readonly at: number }
  | { readonly kind: "up"; readonly option: string }
  | { readonly kind: "down"; readonly option: string }
  /** level with the group above */
  | { readonly kind: "tie"; readonly option: string }
  | { readonly kind: "leave"; readonly option: string }
  | { readonly kind: "clear" };

/** The place of an option's group; -1 where it is not ranked. */
export function placeOf(ranking: Ranking, option: string): number {
  return ranking.findIndex((group) => group.includes(option));
}

/** Those of the options that are in no group, in the decision's order. */
export function unrankedOf(ranking: Ranking, options: readonly string[]): readonly string[] {
  return options.filter((option) => placeOf(ranking, option) === -1);
}

function without(ranking: Ranking, option: string): Ranking {
  return ranking
    .map((group) => group.filter((one) => one !== option))
    .filter((group) => group.length > 0);
}

function rank(ranking: Ranking, option: string, at: number): Ranking {
  const rest = without(ranking, option);
  const target = Math.max(0, at);
  return [...rest.slice(0, target), [option], ...rest.slice(target)];
}

function place(ranking: Ranking, option: string, at: number): Ranking {
  const from = placeOf(ranking, option);
  const leavesGap = from !== -1 && ranking[from]?.length === 1 && from < at;
  return rank(ranking, option, leavesGap ? at - 1 : at);
}

function join(ranking: Ranking, option: string, at: number): Ranking {
  const group = ranking[at];
  if (!group || group.includes(option)) return ranking;
  const [first] = group;
  return without(ranking, option).map((one) =>
    first !== undefined && one.includes(first) ? [...one, option] : one,
  );
}

/** Out of a group of equals to just above it; else above the next better group; unranked: to the end of the ranking. */
function up(ranking: Ranking, option: string): Ranking {
  const from = placeOf(ranking, option);
  if (from === -1) return place(ranking, option, ranking.length);
  const isShared = (ranking[from]?.length ?? 0) > 1;
  return place(ranking, option, isShared ? from : from - 1);
}

/** Out of a group of equals to just below it; else below the next worse group; the last one leaves the ranking. */
function down(ranking: Ranking, option: string): Ranking {
  const from = placeOf(ranking, option);
  if (from === -1) return ranking;
  const isShared = (ranking[from]?.length ?? 0) > 1;
  if (isShared) return place(ranking, option, from + 1);
  if (from === ranking.length - 1) return without(ranking, option);
  return place(ranking, option, from + 2);
}

/** The ranking after one change; the same one where the change does nothing. */
export function moveInRanking(ranking: Ranking, move: RankingMove): Ranking {
  switch (move.kind) {
    case "place":
      return place(ranking, move.option, move.at);
    case "rank":
      return rank(ranking, move.option, move.at);
    case "join":
      return join(ranking, move.option, move.at);
    case "up":
      return up(ranking, move.option);
    case "down":
      return down(ranking, move.option);
    case "tie":
      return join(ranking, move.option, placeOf(ranking, move.option) - 1);
    case "leave":
      return without(ranking, move.option);
    case "clear":
      return [];
  }
}

/** What a key means for the option that has the focus; null where it means nothing. */
export function moveOfKey(key: string, option: string, allowsTies: boolean): RankingMove | null {
  if (key === "ArrowUp") return { kind: "up", option };
  if (key === "ArrowDown") return { kind: "down", option };
  if (/^[1-9]$/.test(key)) return { kind: "rank", option, at: Number(key) - 1 };
  if (key === "0" || key === "Delete" || key === "Backspace") return { kind: "leave", option };
  if (key === "=" && allowsTies) return { kind: "tie", option };
  return null;
}
