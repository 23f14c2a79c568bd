import type { Ballot } from "#shared/voting/index.ts";
import { isBlank, numbersOn } from "../ballots/index.tsx";
import type { Words } from "../words.ts";

/** What a ballot says, in one line. */
export function ballotInWords(
  ballot: Ballot,
  titleOf: (option: string) => string,
  words: Words,
): string {
  const { t, title, titles, number } = words;
  if (isBlank(ballot)) return t("voters.blank");
  if ("choice" in ballot) return title(titleOf(ballot.choice));
  if ("approved" in ballot) return titles(ballot.approved.map(titleOf));
  if ("ranking" in ballot) {
    return ballot.ranking
      .map((group, at) =>
        t("voters.rank", { rank: number(at + 1), titles: titles(group.map(titleOf)) }),
      )
      .join(" · ");
  }
  return Object.entries(numbersOn(ballot) ?? {})
    .toSorted(([, one], [, other]) => other - one)
    .map(([option, points]) =>
      t("voters.points", { title: title(titleOf(option)), points: number(points) }),
    )
    .join(" · ");
}
