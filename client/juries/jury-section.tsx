import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Dispute } from "#shared/contract/disputes.ts";

interface JurySectionProps {
  dispute: Dispute;
  slug: string;
}

/** The juries of a case, and how far each of them is. */
export function JurySection({ dispute, slug }: JurySectionProps) {
  const { t } = useTranslation("juries");
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-3">
      <h2 id={id} className="text-2xl">
        {t("section.title")}
      </h2>
      <ul className="space-y-1">
        {dispute.levels.map(({ level, seats, wanted, taken }) => (
          <li key={level}>
            <a href={`/c/${slug}/disputes/${dispute.id}/juries/${level}`} className="link">
              {t("section.level", { level })}
            </a>{" "}
            <span className="text-muted">
              {t("section.seats", { taken, seats: seats ?? wanted })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
