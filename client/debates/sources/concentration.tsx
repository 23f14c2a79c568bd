import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Concentration, concentrationOf } from "#shared/argument-sources/publishers.ts";
import type { Position } from "#shared/contract/claims.ts";
import { BarChart } from "../../ui/bar-chart.tsx";
import type { LiveOutline } from "../queries.ts";

interface OfPositionProps {
  position: Position;
  of: Concentration;
}

/** By whom the evidence for one position is. */
function OfPosition({ position, of: { total, publishers } }: OfPositionProps) {
  const { t, i18n } = useTranslation("debates");
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" });
  const [most] = publishers;
  if (!most) {
    return (
      <div>
        <h4 className="font-serif text-lg font-semibold">{position.title}</h4>
        <p className="text-sm text-muted">{t("sources.by.none")}</p>
      </div>
    );
  }
  return (
    <BarChart
      title={position.title}
      unit={t("sources.title")}
      bars={publishers.map(({ publisher, count, share }) => ({
        id: publisher,
        label: publisher,
        value: count,
        note: percent.format(share),
      }))}
      max={total}
      caption={
        total > 1
          ? t("sources.by.most", {
              share: percent.format(most.share),
              position: position.title,
              publisher: most.publisher,
              count: total,
            })
          : t("sources.by.one")
      }
    />
  );
}

/** Whether what speaks for each position comes from many or from one. */
export function ByPosition({ outline }: { outline: LiveOutline }) {
  const { t } = useTranslation("debates");
  const { positions, claims, edges, evidence } = outline;
  const concentrations = useMemo(
    () => concentrationOf({ positions, claims, edges, evidence }),
    [positions, claims, edges, evidence],
  );
  const standing = positions.filter(({ withdrawnAt }) => withdrawnAt === undefined);
  return (
    <section aria-labelledby="by-position">
      <h3 id="by-position" className="text-xl">
        {t("sources.by.title")}
      </h3>
      <p className="mb-4 max-w-measure text-muted">{t("sources.by.lead")}</p>
      <div className="grid gap-8 md:grid-cols-2">
        {standing.map((position) => {
          const of = concentrations.find(({ positionId }) => positionId === position.id);
          return of && <OfPosition key={position.id} position={position} of={of} />;
        })}
      </div>
    </section>
  );
}
