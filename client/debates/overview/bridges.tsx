import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ArgumentBridging, BridgingScore } from "#shared/contract/bridging.ts";
import { useBlocks } from "../../blocks/public.ts";
import { OneVoice } from "../../opinions/public.ts";
import { type Bar, BarChart } from "../../ui/bar-chart.tsx";
import { Button } from "../../ui/button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { remembered } from "../../ui/remembered.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useArgument } from "../argument-context.ts";
import { useBridging } from "../bridging.ts";
import { useDebate } from "../debate-context.ts";

const atOnce = 20;
const scores = remembered(
  (language) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);

interface Thing extends BridgingScore {
  readonly id: string;
  readonly words: string;
}

/** What was rated, by its words; what is not in the argument any more is left out. */
function useThings({ claims, sources, summary }: ArgumentBridging) {
  const { t } = useTranslation(["views", "blocks"]);
  const { isFolded } = useBlocks();
  const { outline } = useArgument();
  const words = new Map(
    [
      ...outline.claims.map(({ id, authorId, text }) => ({ id, authorId, text })),
      ...outline.evidence.map(({ id, authorId, title }) => ({ id, authorId, text: title })),
    ].map(({ id, authorId, text }) => [id, isFolded(authorId, id) ? t("blocks:by") : text]),
  );
  const named = (id: string, score: BridgingScore): Thing[] => {
    const text = words.get(id);
    return text === undefined ? [] : [{ ...score, id, words: text }];
  };
  const summaryThings = summary
    ? [{ ...summary, id: "summary", words: t("bridges.version", { number: summary.version }) }]
    : [];
  return {
    claims: claims.flatMap(({ claimId, ...score }) => named(claimId, score)),
    sources: sources.flatMap(({ evidenceId, ...score }) => named(evidenceId, score)),
    summary: summaryThings,
  };
}

/** What has a score, the highest first, and how much has none yet. */
function Ranking({ title, things }: { title: string; things: readonly Thing[] }) {
  const { t, i18n } = useTranslation(["views", "opinions"]);
  const [limit, setLimit] = useState(atOnce);
  const ranked = things
    .flatMap(({ score, ...thing }) => (score === null ? [] : [{ ...thing, score }]))
    .toSorted((a, b) => b.score - a.score);
  const silent = things.length - ranked.length;
  const bars = ranked.slice(0, limit).map(({ id, words, score, raters }): Bar => {
    const note = t("bridges.raters", { count: raters });
    return { id, label: words, value: score, tone: score < 0 ? "muted" : "accent", note };
  });
  return (
    <div>
      {ranked.length > 0 && (
        <BarChart
          title={title}
          bars={bars}
          unit={t("opinions:column.bridging")}
          format={scores(i18n.language).format}
        />
      )}
      {ranked.length > limit && (
        <Button size="small" onClick={() => setLimit(limit + 5 * atOnce)}>
          {t("overview.more", { count: Math.min(ranked.length - limit, 5 * atOnce) })}
        </Button>
      )}
      {silent > 0 && (
        <p className="mt-2 text-sm text-muted">
          {title}: {t("bridges.silent", { count: silent })}
        </p>
      )}
    </div>
  );
}

function Scores({ bridging }: { bridging: ArgumentBridging }) {
  const { t } = useTranslation(["views", "opinions"]);
  const { claims, sources, summary } = useThings(bridging);
  if (claims.length + sources.length + summary.length === 0) {
    return <p className="text-muted">{t("bridges.none")}</p>;
  }
  return (
    <div className="space-y-8">
      <Ranking title={t("bridges.claims")} things={claims} />
      <Ranking title={t("bridges.sources")} things={sources} />
      <Ranking title={t("bridges.summary")} things={summary} />
      <OneVoice people={bridging.correlated} />
    </div>
  );
}

function LiveScores() {
  const { ids } = useDebate();
  const query = useBridging(ids);
  return (
    <Loaded query={query} skeleton={<Skeleton shape="list" count={4} />}>
      {(bridging) => <Scores bridging={bridging} />}
    </Loaded>
  );
}

/** What people who usually differ agree on. It sways: it is shown to whoever asks to see it. */
export function ArgumentBridges() {
  const { t } = useTranslation(["views", "opinions"]);
  const [isRevealed, setIsRevealed] = useState(false);
  return (
    <section aria-labelledby="bridges" className="mt-12">
      <h4 id="bridges" className="text-xl">
        {t("bridges.title")}
      </h4>
      <p className="mb-3 max-w-measure text-muted">{t("bridges.lead")}</p>
      <Button
        size="small"
        icon="chart"
        aria-pressed={isRevealed}
        className="mb-4"
        onClick={() => setIsRevealed(!isRevealed)}
      >
        {t(isRevealed ? "bridges.hide" : "bridges.reveal")}
      </Button>
      {isRevealed && <LiveScores />}
    </section>
  );
}
