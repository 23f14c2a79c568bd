import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Dispute } from "#shared/contract/disputes.ts";
import { Time } from "../ui/time.tsx";
import { AppealedOn, RulingCard } from "./ruling-card.tsx";
import { Part } from "./said.tsx";

interface RulingsProps {
  dispute: Dispute;
  slug: string;
}

/** Where everybody sees that it was entered in the record, with its proof. */
function RecordLink({ dispute, slug }: RulingsProps) {
  const { t } = useTranslation("disputes");
  return (
    <Link
      to="/c/$slug/ledger"
      params={{ slug }}
      search={{ kind: "dispute", subject: dispute.id }}
      className="link text-sm"
    >
      {t("record")}
    </Link>
  );
}

/** The rulings of a case, the one that stands first, and why it went on. */
export function Rulings({ dispute, slug }: RulingsProps) {
  const { t } = useTranslation("disputes");
  const { appealUntil } = dispute;
  const shown = dispute.levels
    .filter(({ ruling, appeal }) => ruling !== null || appeal !== null)
    .toReversed();
  if (shown.length === 0) return null;
  const standing = shown.find(({ ruling }) => ruling !== null);
  return (
    <Part
      id="rulings"
      title={t("rulings.title")}
      aside={<RecordLink dispute={dispute} slug={slug} />}
    >
      {appealUntil !== null && dispute.level === 1 && (
        <p className="text-muted">
          {t("rulings.appealUntil")} <Time value={appealUntil} show="absolute" />
        </p>
      )}
      {shown.map((level) => (
        <div key={level.level} className="space-y-3">
          {level.ruling && (
            <RulingCard
              dispute={dispute}
              level={level}
              ruling={level.ruling}
              isReplaced={level.level !== standing?.level}
            />
          )}
          <AppealedOn appeal={level.appeal} />
        </div>
      ))}
    </Part>
  );
}
