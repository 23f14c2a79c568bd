import type { Ballot, Settings } from "#shared/voting/index.ts";
import { isBlank, levelsOn, numbersOn } from "../ballots/index.tsx";
import { levelsInWords } from "../level-words.ts";
import type { Words } from "../words.ts";

/** Of which decision a ballot is, and how its options are called. */
export interface Cast {
  readonly ballot: Ballot;
  readonly settings: Settings;
  readonly titleOf: (option: string) => string;
}

/** What each option is given, the most first. */
function numbersInWords({ ballot, settings, titleOf }: Cast, words: Words): string {
  const { t, title, number } = words;
  const levels = levelsOn(ballot) && levelsInWords(settings, words);
  return Object.entries(numbersOn(ballot) ?? {})
    .toSorted(([, one], [, other]) => other - one)
    .map(([option, points]) =>
      t("voters.points", {
        title: title(titleOf(option)),
        points: levels?.[points] ?? number(points),
      }),
    )
    .join(" · ");
}

function rankingInWords(ranking: readonly (readonly string[])[], cast: Cast, words: Words) {
  const { t, titles, number } = words;
  return ranking
    .map((group, at) =>
      t("voters.rank", { rank: number(at + 1), titles: titles(group.map(cast.titleOf)) }),
    )
    .join(" · ");
}

/** What a ballot says, in one line. */
export function ballotInWords(cast: Cast, words: Words): string {
  const { ballot, titleOf } = cast;
  const { t, title, titles } = words;
  if (isBlank(ballot)) return t("voters.blank");
  if ("choice" in ballot) return title(titleOf(ballot.choice));
  if ("approved" in ballot) return titles(ballot.approved.map(titleOf));
  if ("ranking" in ballot) return rankingInWords(ballot.ranking, cast, words);
  if ("answer" in ballot) return titleOf(ballot.answer);
  if (!("stance" in ballot)) return numbersInWords(cast, words);
  const stance = titleOf(ballot.stance);
  const { reason } = ballot;
  return reason.trim() === "" ? stance : t("voters.reason", { stance, reason });
}
