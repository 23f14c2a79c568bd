import { useWords } from "../words.ts";
import type { PictureProps } from "./picture.ts";
import { ScoreBars } from "./score-bars.tsx";
import { type Share, ShareBar } from "./share-bar.tsx";

/** The points, then the two that had most of them once more: whom did more ballots score higher? */
export function StarResult(props: PictureProps) {
  const { decision, tally, carried, titleOf } = props;
  const { t } = useWords();
  const runoff = tally.rounds[1]?.votes ?? [];
  const shares = runoff.map(({ option, votes }, at): Share => {
    const isWinner = carried.includes(option);
    return {
      id: option,
      label: titleOf(option),
      votes,
      tone: at === 0 ? "pro" : "con",
      icon: isWinner ? "check" : undefined,
    };
  });
  const level = runoff.reduce((left, { votes }) => left - votes, tally.weight);
  const both: Share = { id: "", label: t("picture.runoff-level"), votes: level, tone: "muted" };
  const [first, second] = shares;
  return (
    <div className="space-y-10">
      <ScoreBars {...props} />
      {first && second && (
        <ShareBar
          title={t("picture.runoff")}
          name={`${decision.title} ${t("picture.runoff")}`}
          shares={[first, both, second]}
          denominator={tally.denominator}
          caption={t("picture.runoff-caption")}
        />
      )}
    </div>
  );
}
