import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { restoreSummary, type Summary } from "#shared/contract/curation.ts";
import { replaceClaimLinks } from "#shared/curation/claim-links.ts";
import { useDebate } from "../debates/public.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useErrorText } from "../ui/problem-text.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import { TextDiff } from "../ui/text-diff.tsx";
import { Time } from "../ui/time.tsx";
import { toast } from "../ui/toast.ts";
import { keepSummary, summaryVersionsQuery } from "./queries.ts";
import { useCuration } from "./use-curation.ts";

/** Who compares versions reads words, not addresses. */
const readable = (text: string) => replaceClaimLinks(text, (words) => words);

interface VersionProps {
  version: Summary;
  /** The one that it followed, where that is known. */
  former: Summary | undefined;
  onRestore: (() => void) | null;
}

function Version({ version, former, onRestore }: VersionProps) {
  const { t } = useTranslation("curation");
  const { debate } = useDebate();
  const { number, text } = { number: version.version, text: readable(version.text) };
  return (
    <li className="border-t border-line py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-sm text-muted">
          <span className="font-medium">{t("summary.version", { number })}</span> ·{" "}
          <bdi>{version.author.name}</bdi> <Time value={version.at} show="both" />
          {version.restores !== null && (
            <> · {t("summary.restores", { number: version.restores })}</>
          )}
        </p>
        {onRestore && (
          <Button
            size="small"
            icon="undo"
            aria-label={t("summary.restoreOne", { number })}
            onClick={onRestore}
          >
            {t("summary.restore")}
          </Button>
        )}
      </div>
      <TextDiff
        before={former ? readable(former.text) : text}
        after={text}
        lang={debate.language}
        className="mt-2 max-w-measure font-serif whitespace-pre-line"
      />
    </li>
  );
}

/** What the summary said, the latest first, with what each version changed word by word. */
export function SummaryHistory({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation("curation");
  const queries = useQueryClient();
  const { ids } = useDebate();
  const curation = useCuration();
  const errorText = useErrorText();
  const latest = curation?.summary?.version ?? 0;
  const query = useInfiniteQuery(summaryVersionsQuery(ids, latest));
  const restore = useMutation({
    mutationFn: (number: number) =>
      call(restoreSummary, { params: { ...ids, number }, body: { version: latest } }),
    onSuccess: (summary) => keepSummary(queries, ids, summary),
    onError: (error) => toast({ ...errorText(error), tone: "danger" }),
  });
  return (
    <div className="mt-3">
      <Loaded query={query} skeleton={<Skeleton shape="text" count={3} />}>
        {({ pages }) => {
          const versions = pages.flatMap(({ items }) => items);
          return (
            <ol aria-label={t("summary.history")}>
              {versions.map((version, at) => (
                <Version
                  key={version.version}
                  version={version}
                  former={versions[at + 1]}
                  onRestore={
                    curation?.can.curate && version.version !== latest
                      ? () => restore.mutate(version.version)
                      : null
                  }
                />
              ))}
            </ol>
          );
        }}
      </Loaded>
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
      <Button size="small" autoFocus onClick={onLeave}>
        {t("summary.close")}
      </Button>
    </div>
  );
}
