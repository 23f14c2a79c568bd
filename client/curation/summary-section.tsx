import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Summary } from "#shared/contract/curation.ts";
import { replaceClaimLinks } from "#shared/curation/claim-links.ts";
import { outlineQuery, useDebate } from "../debates/public.ts";
import { Button } from "../ui/button.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Time } from "../ui/time.tsx";
import type { LiveCuration } from "./queries.ts";
import { SummaryFairness } from "./summary-fairness.tsx";
import { useCuration } from "./use-curation.ts";

const SummaryForm = lazy(async () => ({
  default: (await import("./summary-form.tsx")).SummaryForm,
}));
const SummaryHistory = lazy(async () => ({
  default: (await import("./summary-history.tsx")).SummaryHistory,
}));

/** A summary with its links to claims as links to their rows; what was withdrawn says so. */
export function SummaryText({ text }: { text: string }) {
  const { t } = useTranslation("curation");
  const { ids, debate } = useDebate();
  const { data: outline } = useQuery({ ...outlineQuery(ids), enabled: false });
  const claims = outline?.claims;
  const source = useMemo(() => {
    const standing = new Map(claims?.map((claim) => [claim.id, claim.withdrawnAt === undefined]));
    return replaceClaimLinks(text, (words, id) =>
      claims && standing.get(id) !== true
        ? `~~${words}~~ (${t("summary.withdrawn")})`
        : `[${words}](#claim-${id})`,
    );
  }, [text, claims, t]);
  return <Markdown source={source} lang={debate.language} top={4} className="mt-2" />;
}

type Mode = "read" | "edit" | "history";

interface ToolsProps {
  curation: LiveCuration;
  mode: Mode;
  onMode: (mode: Mode) => void;
}

function Tools({ curation, mode, onMode }: ToolsProps) {
  const { t } = useTranslation("curation");
  const { summary, can } = curation;
  return (
    <div data-no-print className="-mx-2.5 flex flex-wrap gap-x-1">
      {can.curate && mode !== "edit" && (
        <Button size="small" variant="quiet" icon="edit" onClick={() => onMode("edit")}>
          {t(summary?.text ? "summary.edit" : "summary.write")}
        </Button>
      )}
      {summary && mode === "read" && (
        <Button size="small" variant="quiet" icon="history" onClick={() => onMode("history")}>
          {t("summary.history")}
        </Button>
      )}
    </div>
  );
}

function Reading({ curation, summary }: { curation: LiveCuration; summary: Summary }) {
  const { t } = useTranslation("curation");
  return (
    <>
      <SummaryText text={summary.text} />
      <p className="mt-3 text-sm text-muted">
        {t("summary.version", { number: summary.version })} · <bdi>{summary.author.name}</bdi>{" "}
        <Time value={summary.at} />
      </p>
      <SummaryFairness curation={curation} summary={summary} />
    </>
  );
}

/** Where the debate stands, in the words of those who look after it: above everything else. */
export function SummarySection() {
  const curation = useCuration();
  if (!curation) return null;
  const hasText = curation.summary !== null && curation.summary.text !== "";
  return (hasText || curation.can.curate) && <Section curation={curation} hasText={hasText} />;
}

interface SectionProps {
  curation: LiveCuration;
  hasText: boolean;
}

function Section({ curation, hasText }: SectionProps) {
  const { t } = useTranslation("curation");
  const [mode, setMode] = useState<Mode>("read");
  const { summary } = curation;
  const isOpen = hasText || mode !== "read";
  const leave = () => setMode("read");
  return (
    <section
      aria-labelledby="summary"
      className={isOpen ? "mb-6 rounded-lg border border-line bg-surface p-card" : "mb-4"}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 id="summary" className={isOpen ? "text-xl" : "sr-only"}>
          {t("summary.title")}
        </h3>
        <Tools curation={curation} mode={mode} onMode={setMode} />
      </div>
      <Suspense fallback={<Skeleton shape="text" count={3} />}>
        {mode === "edit" && <SummaryForm onLeave={leave} />}
        {mode === "history" && <SummaryHistory onLeave={leave} />}
      </Suspense>
      {mode === "read" && hasText && summary && <Reading curation={curation} summary={summary} />}
    </section>
  );
}
