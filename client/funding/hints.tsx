import { useTranslation } from "react-i18next";
import { useMoney } from "./money.ts";
import type { OutcomeProps } from "./props.ts";

/** Groups whose ballots are more alike than chance explains; never of fewer than five people, and nobody by name. */
export function Hints({ view, outcome: { hints } }: OutcomeProps) {
  const { t, i18n } = useTranslation("funding");
  const money = useMoney(view.round.currency);
  const titles = new Map(view.projects.map(({ id, title }) => [id, title]));
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction" });
  return (
    <div className="max-w-measure space-y-2">
      <h3 className="text-xl">{t("hint.heading")}</h3>
      {hints.length === 0 && <p className="text-muted">{t("hint.none")}</p>}
      <ul className="list-disc space-y-2 ps-5">
        {hints.map(({ people, expected, projects, isExact, gain }) => (
          <li key={projects.join(" ")}>
            {t(isExact ? "hint.same" : "hint.nearly", {
              count: people,
              expected: Number(expected).toLocaleString(i18n.language),
              projects: list.format(projects.map((id) => titles.get(id) ?? id)),
            })}
            {gain !== null && ` ${t("hint.gain", { amount: money(gain) })}`}
          </li>
        ))}
      </ul>
      {hints.length > 0 && <p className="text-sm text-muted">{t("hint.means")}</p>}
    </div>
  );
}
