import type { DecisionView } from "#shared/contract/decisions.ts";
import { Icon } from "../ui/icons.tsx";
import { weightText } from "./weights-in-words.ts";
import { useWords } from "./words.ts";

/** What one's own vote weighs, where not each person has one. */
export function OwnWeight({ decision }: { decision: DecisionView }) {
  const words = useWords();
  const { t } = words;
  const { weighting, electorate, mine } = decision;
  if (weighting.kind === "one-person" || mine.weight === null || electorate.weight === null) {
    return null;
  }
  const text =
    mine.weight === "0"
      ? t(weighting.kind === "role" ? "ballot.no-weight-role" : "ballot.no-weight")
      : t("ballot.weight", {
          weight: weightText(mine.weight, decision, words),
          total: weightText(electorate.weight, decision, words),
          percent: words.percent(BigInt(mine.weight), BigInt(electorate.weight)),
        });
  return (
    <p className="flex gap-2 pb-3 text-[0.9375rem] text-muted">
      <Icon name="level" size={18} className="mt-0.5" />
      <span className="min-w-0">{text}</span>
    </p>
  );
}
