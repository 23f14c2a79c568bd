import { Fact } from "../ui/fact.tsx";
import type { PanelProps } from "./props.ts";
import { useWords } from "./words.ts";

/** How the chances of all on the list are spread, and the reader's own. */
export function Chances({ panel }: Pick<PanelProps, "panel">) {
  const { t, number, percent } = useWords();
  const { spread, mine } = panel;
  if (!spread) return null;
  const { minimum, mean, maximum, gini, maximin } = spread;
  return (
    <section aria-labelledby="chances-title" className="max-w-measure space-y-3">
      <h2 id="chances-title" className="text-2xl">
        {t("chances.title")}
      </h2>
      {mine?.chance !== null && mine?.chance !== undefined && (
        <p className="font-serif text-xl">{t("chances.mine", { chance: percent(mine.chance) })}</p>
      )}
      <dl>
        <Fact term={t("chances.minimum")}>
          {percent(minimum)}{" "}
          <span className="text-sm text-muted">
            {t("chances.maximin", { chance: percent(maximin) })}
          </span>
        </Fact>
        <Fact term={t("chances.mean")}>{percent(mean)}</Fact>
        <Fact term={t("chances.maximum")}>{percent(maximum)}</Fact>
        <Fact term={t("chances.gini")}>
          {number(gini)} <span className="text-sm text-muted">{t("chances.giniMeans")}</span>
        </Fact>
      </dl>
    </section>
  );
}
