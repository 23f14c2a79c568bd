import type { IconName } from "../../ui/icons.tsx";
import { useWords } from "../words.ts";
import type { PictureProps } from "./picture.ts";
import { NamelessReasons, Reasons } from "./reasons.tsx";
import { type Share, ShareBar } from "./share-bar.tsx";

/** How each answer looks; in this order on the bar. */
const looks: Readonly<Record<string, { tone: Share["tone"]; icon: IconName }>> = {
  yes: { tone: "pro", icon: "check" },
  agree: { tone: "pro", icon: "check" },
  abstain: { tone: "muted", icon: "minus" },
  no: { tone: "con", icon: "close" },
  disagree: { tone: "con", icon: "close" },
  block: { tone: "danger", icon: "withdraw" },
};

/** All ballots on one bar: who is for the proposal, who is not, and who leaves it open; and why. */
export function ProposalResult({ decision, tally, titleOf }: PictureProps) {
  const { t } = useWords();
  const shares = Object.entries(looks).flatMap(([id, look]): Share[] => {
    const found = tally.scores.find(({ option }) => option === id);
    return found ? [{ id, label: titleOf(id), votes: found.score, ...look }] : [];
  });
  const isConsent = decision.method === "consent";
  const title = t(isConsent ? "picture.stances" : "picture.answers");
  return (
    <div className="space-y-10">
      <ShareBar
        title={title}
        name={`${decision.title} ${title}`}
        shares={shares}
        denominator={tally.denominator}
        caption={t("picture.sides-caption")}
      />
      {isConsent && decision.can.readBallots && <Reasons decision={decision} titleOf={titleOf} />}
      {isConsent && decision.can.readReasons && (
        <NamelessReasons decision={decision} titleOf={titleOf} />
      )}
    </div>
  );
}
