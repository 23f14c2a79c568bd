import type { Ballot } from "#shared/voting/index.ts";
import { isBlank } from "../ballots/index.tsx";
import type { Words } from "../words.ts";

/** What a ballot says, in one line. */
export function ballotInWords(
  ballot: Ballot,
  titleOf: (option: string) => string,
  { t, title, titles, number }: Words,
): string {
  if (isBlank(ballot)) return t("voters.blank");
  switch (ballot.method) {
    case "plurality":
      return title(titleOf(ballot.choice));
    case "approval":
      return titles(ballot.approved.map(titleOf));
    case "score":
      return Object.entries(ballot.scores)
        .toSorted(([, one], [, other]) => other - one)
        .map(([option, points]) =>
          t("voters.points", { title: title(titleOf(option)), points: number(points) }),
        )
        .join(" · ");
    case "irv":
    case "schulze":
    case "ranked-pairs":
    case "copeland":
    case "minimax":
      return ballot.ranking
        .map((group, at) =>
          t("voters.rank", { rank: number(at + 1), titles: titles(group.map(titleOf)) }),
        )
        .join(" · ");
  }
}
