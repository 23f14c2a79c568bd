import type { MapStatement, OpinionMap } from "#shared/contract/opinions.ts";
import type { StatementCounts } from "#shared/contract/statements.ts";
import { isolated } from "../ui/isolated.ts";
import type { Telling } from "./telling.ts";

/** A statement whose figures the reader may see. */
export type Seen = MapStatement & { readonly figures: NonNullable<MapStatement["figures"]> };

export const seenIn = ({ statements }: Pick<OpinionMap, "statements">): Seen[] =>
  statements.filter((one): one is Seen => one.figures !== null);

/** Whether their texts are all there, so that they make a file. */
export const areTold = (seen: readonly Seen[], { isComing }: Telling): boolean =>
  !seen.some(({ statementId }) => isComing(statementId));

/** How many answered, passes included. */
export const answersTo = ({ agrees, disagrees, passes }: StatementCounts): number =>
  agrees + disagrees + passes;

/** A bridging score, or why there is none. */
export const bridgingOf = (
  { score, shortage }: Seen["figures"]["bridging"],
  telling: Telling,
): string =>
  score === null ? telling.t(`shortage.${shortage ?? "few-raters"}`) : telling.score(score);

/** All columns of the table: everybody's answers, and, where there are groups, how each one agrees. */
export function columnsOf(map: OpinionMap, telling: Telling) {
  const { t, number, percent, words, groupName } = telling;
  const count = (key: "agrees" | "disagrees" | "passes") => ({
    id: key,
    header: t(`column.${key}`),
    cell: ({ figures }: Seen) => number(figures.counts[key]),
    plain: ({ figures }: Seen) => figures.counts[key],
  });
  const votesOf = ({ figures }: Seen, group: number) =>
    figures.byGroup.find((votes) => votes.group === group);
  const shareOf = (one: Seen, group: number, key: "agrees" | "disagrees") => {
    const votes = votesOf(one, group);
    const total = votes ? answersTo(votes) : 0;
    return votes && total > 0 ? votes[key] / total : null;
  };
  const ofGroup = (group: number, key: "agrees" | "disagrees") => ({
    id: `${key}-${group}`,
    header: t(`column.group-${key}`, { group: groupName(group) }),
    cell: (one: Seen) => {
      const share = shareOf(one, group, key);
      return share === null ? "–" : percent(share);
    },
    // The same as on the page: of how many a count would be is not in the file.
    plain: (one: Seen) => shareOf(one, group, key) ?? "",
  });
  const divisive = {
    id: "divisive",
    header: t("column.divisive"),
    cell: ({ figures }: Seen) => percent(figures.divisiveness),
    plain: ({ figures }: Seen) => figures.divisiveness,
  };
  return [
    {
      id: "statement",
      header: t("column.statement"),
      cell: (one: Seen) => isolated(words(one.statementId)),
      plain: (one: Seen) => words(one.statementId),
    },
    ...(map.groups.length > 1 ? [divisive] : []),
    {
      id: "bridging",
      header: t("column.bridging"),
      cell: ({ figures: { bridging } }: Seen) => bridgingOf(bridging, telling),
      plain: ({ figures: { bridging } }: Seen) => bridging.score ?? "",
    },
    count("agrees"),
    count("disagrees"),
    count("passes"),
    ...map.groups.flatMap(({ number: group }) => [
      ofGroup(group, "agrees"),
      ofGroup(group, "disagrees"),
    ]),
  ];
}
