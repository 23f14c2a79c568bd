import type { Report } from "./queries.ts";
import type { Telling } from "./telling.ts";

/** The fewest voters who could have turned the result. */
export function FlipText({ report, telling }: { report: Report; telling: Telling }) {
  const { t, titles, words, weight, part } = telling;
  const { flip, turnout } = report;
  if (flip.state !== "found") return <p className="max-w-measure">{t(`flip.${flip.state}`)}</p>;
  const values = {
    count: flip.voters,
    voters: words.number(flip.voters),
    from: titles([flip.from]),
    to: titles([flip.to]),
    weight: weight(flip.weight),
    share: part({ by: flip.weight, of: turnout.weight.cast }),
  };
  return (
    <p className="max-w-measure text-pretty">
      {t("flip.found", values)}{" "}
      <span className="text-muted">{t(flip.isExact ? "flip.exact" : "flip.bound")}</span>
    </p>
  );
}
