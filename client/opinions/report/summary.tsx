import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { debateRoom } from "#shared/contract/event.ts";
import type { OpinionMap } from "#shared/contract/opinions.ts";
import {
  type Summary as Written,
  summaryWritten,
  writeSummary,
} from "#shared/contract/summaries.ts";
import { useDebate } from "../../debates/public.ts";
import { call } from "../../lib/api.ts";
import { on } from "../../lib/realtime.ts";
import { useRoom } from "../../lib/use-room.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Fault } from "../../ui/fault.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { absoluteOf } from "../../ui/moments.ts";
import { Part } from "../part.tsx";
import { summaryDraftQuery, summaryQuery } from "../queries.ts";
import type { Telling } from "../telling.ts";
import { anchorOf } from "./findings.tsx";

interface SummaryProps {
  map: OpinionMap;
  telling: Telling;
}

/** The words of a machine, each sentence with the statements that it rests on. */
function Words({ written, map, telling }: SummaryProps & { written: Written }) {
  const { i18n } = useTranslation();
  const { t, number } = telling;
  const places = new Map(map.statements.map(({ statementId }, at) => [statementId, at + 1]));
  return (
    <div className="max-w-measure space-y-3 rounded-md border border-dashed border-line-strong p-card">
      <p className="text-sm text-muted">
        {t("summary.by", {
          model: written.model,
          time: absoluteOf(Date.parse(written.writtenAt), i18n.language),
        })}
        {written.dropped > 0 &&
          ` ${t("summary.dropped", { count: written.dropped, number: number(written.dropped) })}`}
      </p>
      <ul className="list-disc space-y-2 ps-5">
        {written.sentences.map(({ text, statementIds }) => (
          <li key={text}>
            <bdi>{text}</bdi>{" "}
            {statementIds.map((id) => {
              const place = places.get(id) ?? 0;
              return (
                <Link
                  key={id}
                  to="."
                  search={true}
                  hash={anchorOf(place)}
                  className="link"
                  aria-label={t("report.cited", { number: number(place) })}
                >
                  [{number(place)}]
                </Link>
              );
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What would go out, word for word; it goes once somebody who has seen it says so. */
function Draft({ map, telling, onDone }: SummaryProps & { onDone: () => void }) {
  const { t } = telling;
  const { ids } = useDebate();
  const queries = useQueryClient();
  const params = { ...ids, runId: map.runId };
  const draft = useQuery(summaryDraftQuery(params));
  const write = useMutation({
    mutationFn: (hash: string) => call(writeSummary, { params, body: { hash } }),
    onSuccess: (view) => {
      queries.setQueryData(summaryQuery(params).queryKey, view);
      onDone();
    },
    onError: () => void draft.refetch(),
  });
  return (
    <Loaded query={draft}>
      {({ text, hash, host, model }) => (
        <div className="space-y-4">
          <p>{t("summary.where", { host, model })}</p>
          <pre
            dir="auto"
            tabIndex={0}
            aria-label={t("summary.text")}
            className="max-h-72 overflow-auto rounded-md bg-sunken p-3 text-xs whitespace-pre-wrap"
          >
            {text}
          </pre>
          <Fault error={write.error} />
          <Button variant="primary" busy={write.isPending} onClick={() => write.mutate(hash)}>
            {t("summary.send", { host })}
          </Button>
        </div>
      )}
    </Loaded>
  );
}

/** A summary by a machine, where there is one, or where moderators may have one written. */
export function Summary({ map, telling }: SummaryProps) {
  const { t } = telling;
  const { ids } = useDebate();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const params = { ...ids, runId: map.runId };
  const { data } = useQuery(summaryQuery(params));
  useRoom(debateRoom(ids), [
    on(summaryWritten, () => void queries.invalidateQueries(summaryQuery(params))),
  ]);
  if (!data || (!data.summary && !data.can.write)) return null;
  return (
    <Part title={t("summary.title")}>
      {data.summary && <Words written={data.summary} map={map} telling={telling} />}
      {data.can.write && (
        <p data-no-print>
          <Button icon="draft" onClick={() => setOpen(true)}>
            {t("summary.open")}
          </Button>
        </p>
      )}
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t("summary.open")}
        description={t("summary.lead")}
        size="large"
      >
        <Draft map={map} telling={telling} onDone={() => setOpen(false)} />
      </Dialog>
    </Part>
  );
}
