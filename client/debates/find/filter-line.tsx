import { useTranslation } from "react-i18next";
import type { Author } from "#shared/contract/ids.ts";
import type { Criteria } from "#shared/finding/narrow.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { spokenName } from "./spoken-name.ts";
import type { Narrowing } from "./use-narrowing.ts";

interface Asked {
  readonly key: string;
  readonly words: string;
  readonly without: Criteria;
}

/** Each thing that is asked for, in words, and what is left without it. */
function useAsked(criteria: Criteria, authors: ReadonlyMap<string, Author>): Asked[] {
  const { t, i18n } = useTranslation("reading");
  const { only, by, in: language, tag } = criteria;
  const asked: Asked[] = only.map((trait) => ({
    key: trait,
    words: t(`filter.only.${trait}`),
    without: { ...criteria, only: only.filter((one) => one !== trait) },
  }));
  if (by !== undefined) {
    const name = authors.get(by)?.name ?? t("filter.somebody");
    const without = { ...criteria, by: undefined };
    asked.push({ key: by, words: t("filter.byOne", { name }), without });
  }
  if (language !== undefined) {
    const name = spokenName(language, i18n.language);
    const without = { ...criteria, in: undefined };
    asked.push({ key: language, words: t("filter.inOne", { name }), without });
  }
  if (tag !== undefined) {
    asked.push({ key: "tag", words: `#${tag}`, without: { ...criteria, tag: undefined } });
  }
  return asked;
}

interface FilterLineProps {
  narrowing: Narrowing;
  authors: ReadonlyMap<string, Author>;
}

/** How much of the outline is shown, why, and the way out. */
export function FilterLine({ narrowing, authors }: FilterLineProps) {
  const { t } = useTranslation("reading");
  const { criteria, ask, counts } = narrowing;
  const asked = useAsked(criteria, authors);
  if (!counts) return null;
  return (
    <div data-no-print className="mt-3 flex flex-wrap items-center gap-2">
      <p role="status" className="me-1 text-sm tabular-nums">
        {t("filter.shown", { shown: counts.shown, count: counts.total })}
      </p>
      {asked.map(({ key, words, without }) => (
        <Button
          key={key}
          size="small"
          iconAfter="close"
          aria-label={t("filter.without", { what: words })}
          onClick={() => ask(without)}
          className="rounded-full!"
        >
          <bdi>{words}</bdi>
        </Button>
      ))}
      <Button size="small" variant="quiet" onClick={() => ask({ only: [] })}>
        {t("filter.all")}
      </Button>
    </div>
  );
}

interface NothingFoundProps {
  narrowing: Narrowing;
  isRevealed: boolean;
  onReveal: () => void;
}

/** Nothing is what was asked for: why that can be, and the way out. */
export function NothingFound({ narrowing, isRevealed, onReveal }: NothingFoundProps) {
  const { t } = useTranslation("reading");
  const { criteria, ask, since, hasPlace } = narrowing;
  const { only } = criteria;
  const isHidden = !isRevealed && (only.includes("disputed") || only.includes("contested"));
  const isPersonal = only.includes("new") || only.includes("bookmarked");
  const isFirst = only.includes("new") && since === null;
  const [alone] = only;
  const isAlone =
    only.length === 1 &&
    criteria.by === undefined &&
    criteria.in === undefined &&
    criteria.tag === undefined;
  const why = () => {
    if (isHidden) return t("filter.none.hidden");
    if (isPersonal && !hasPlace) return t("filter.none.visitor");
    if (isFirst) return t("filter.none.first");
    return isAlone && alone ? t(`filter.none.${alone}`) : t("filter.none.together");
  };
  return (
    <div className="mt-6">
      <EmptyState
        icon="filter"
        title={t("filter.none.title")}
        action={
          <>
            {isHidden && (
              <Button icon="chart" onClick={onReveal}>
                {t("filter.reveal")}
              </Button>
            )}
            <Button variant="primary" onClick={() => ask({ only: [] })}>
              {t("filter.all")}
            </Button>
          </>
        }
      >
        {why()}
      </EmptyState>
    </div>
  );
}
