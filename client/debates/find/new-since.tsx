import { useTranslation } from "react-i18next";
import { serverNow } from "../../lib/server-clock.ts";
import { sinceWords } from "../../reading/public.ts";
import { Button } from "../../ui/button.tsx";
import type { OutlineNode } from "../outline/tree.ts";
import type { Narrowing } from "./use-narrowing.ts";

interface NewSinceProps {
  news: readonly OutlineNode[];
  narrowing: Narrowing;
  onNext: () => void;
}

/** How much others have said since the reader was here, and a way through it. */
export function NewSince({ news, narrowing, onNext }: NewSinceProps) {
  const { t, i18n } = useTranslation("reading");
  const { since, criteria, ask } = narrowing;
  if (since === null || news.length === 0) return null;
  const isOnlyNew = criteria.only.includes("new");
  const when = sinceWords(Date.parse(since), serverNow(), i18n.language);
  return (
    <div
      data-no-print
      className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-accent-soft px-3 py-1.5"
    >
      <p className="text-[0.9375rem]">
        <strong className="font-semibold text-accent">
          {t("new.since", { count: news.length })}
        </strong>{" "}
        <span className="text-muted">({when})</span>
      </p>
      <span className="inline-flex flex-wrap">
        <Button size="small" variant="quiet" icon="down" aria-keyshortcuts="n" onClick={onNext}>
          {t("new.next")}
        </Button>
        {!isOnlyNew && (
          <Button
            size="small"
            variant="quiet"
            icon="filter"
            onClick={() => ask({ ...criteria, only: [...criteria.only, "new"] })}
          >
            {t("new.only")}
          </Button>
        )}
      </span>
    </div>
  );
}
