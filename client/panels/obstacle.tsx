import type { PanelObstacle } from "#shared/contract/panels.ts";
import { Banner } from "../ui/banner.tsx";
import { useWords } from "./words.ts";

/** Why there was no panel among those who volunteered, and the least that helps. */
export function Obstacle({ obstacle, seats }: { obstacle: PanelObstacle; seats: number }) {
  const { t, number } = useWords();
  const { conflict, relaxation, mostSeats } = obstacle;
  return (
    <Banner tone="warn" icon="warning">
      <p className="font-semibold">{t("obstacle.title")}</p>
      {mostSeats < seats && (
        <p>{t("obstacle.seats", { count: mostSeats, formatted: number(mostSeats) })}</p>
      )}
      {conflict.length > 0 && (
        <>
          <p className="mt-2">{t("obstacle.conflict")}</p>
          <ul className="list-disc ps-5">
            {conflict.map(({ attribute, value, bound, seats: bounded }) => (
              <li key={`${attribute} ${value} ${bound}`}>
                <bdi>{attribute}</bdi>: <bdi>{value}</bdi>{" "}
                {t(`bound.${bound}`, { count: bounded, formatted: number(bounded) })}
              </li>
            ))}
          </ul>
        </>
      )}
      {relaxation.length > 0 && (
        <>
          <p className="mt-2">{t("obstacle.relaxation")}</p>
          <ul className="list-disc ps-5">
            {relaxation.map(({ attribute, value, bound, seats: before, instead }) => (
              <li key={`${attribute} ${value} ${bound}`}>
                <bdi>{attribute}</bdi>: <bdi>{value}</bdi>{" "}
                {t(`bound.${bound}`, { count: instead, formatted: number(instead) })}{" "}
                <span className="text-muted">
                  {t("obstacle.before", { seats: number(before) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-2">{t("obstacle.kept")}</p>
    </Banner>
  );
}
