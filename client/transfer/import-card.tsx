import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { cancelImport, type Import, type ImportReport } from "#shared/contract/transfer.ts";
import { call } from "../lib/api.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Progress } from "../ui/progress.tsx";
import { Time } from "../ui/time.tsx";
import { ImportProblem } from "./import-problem.tsx";
import { keepImport } from "./queries.ts";

const tones: Record<Import["status"], Tone> = {
  running: "accent",
  done: "good",
  failed: "danger",
  cancelled: "plain",
};

const counts = [
  "positions",
  "claims",
  "evidence",
  "ratings",
  "statements",
  "hiddenStatements",
  "people",
  "responses",
  "events",
  "agrees",
  "disagrees",
  "passes",
] as const;

type Facts = NonNullable<ImportReport["differences"]>[number];

/** What the files say differently; imports of long ago know it only as an English sentence. */
function Difference({ note, facts }: { note: string; facts: Facts | undefined }) {
  const { t, i18n } = useTranslation("transfer");
  const key = `report.difference.${facts?.code}`;
  if (!facts || !i18n.exists(key, { ...facts.values, ns: "transfer" }))
    return <li lang="en">{note}</li>;
  return <li>{t(key, facts.values)}</li>;
}

/** What came in, to be compared with the source. */
function Report({ report }: { report: ImportReport }) {
  const { t, i18n } = useTranslation("transfer");
  return (
    <details>
      <summary className="cursor-pointer text-sm font-medium">{t("report.caption")}</summary>
      <div className="mt-2 max-w-lg">
        <DataTable
          caption={t("report.caption")}
          hideCaption
          columns={[
            {
              id: "what",
              header: t("report.what"),
              cell: (key) => t(`report.${key}`),
              isHeader: true,
            },
            {
              id: "count",
              header: t("report.count"),
              align: "end",
              cell: (key) => report[key]?.toLocaleString(i18n.language),
            },
          ]}
          rows={counts.filter((key) => report[key] !== undefined)}
          keyOf={(key) => key}
        />
      </div>
      {report.notes.length > 0 && (
        <>
          <h4 className="mt-3 text-sm font-semibold">{t("report.notes")}</h4>
          <ul className="mt-1 list-disc ps-5 text-sm">
            {report.notes.map((note, at) => (
              <Difference key={note} note={note} facts={report.differences?.[at]} />
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

/** Stops it, after asking once more. */
function Cancel({ one }: { one: Import }) {
  const { t } = useTranslation("transfer");
  const cache = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: () =>
      call(cancelImport, { params: { communityId: one.communityId, importId: one.id } }),
    onSuccess: (ended) => {
      setIsAsking(false);
      keepImport(cache, ended);
    },
  });
  return (
    <>
      <Button size="small" onClick={() => setIsAsking(true)}>
        {t("cancel")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={t("cancelTitle")}
        confirmLabel={t("cancelYes")}
        onConfirm={() => cancel.mutate()}
        busy={cancel.isPending}
        error={cancel.error}
      >
        {t("cancelText")}
      </ConfirmDialog>
    </>
  );
}

function Running({ one }: { one: Import }) {
  const { t } = useTranslation("transfer");
  return (
    <div className="flex flex-wrap items-end gap-4">
      <div className="min-w-0 flex-1 basis-60">
        <Progress
          label={t(`stage.${one.stage}`)}
          done={one.done}
          total={one.total === 0 ? null : one.total}
        />
      </div>
      {one.can.cancel && <Cancel one={one} />}
    </div>
  );
}

/** One import: how far it is, or how it ended. */
export function ImportCard({ one, slug }: { one: Import; slug: string }) {
  const { t } = useTranslation("transfer");
  const id = useId();
  const { status, title, debateId, report, problem, by, createdAt } = one;
  return (
    <Card as="li" className="space-y-4" aria-labelledby={id}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h3 id={id} className="font-serif text-lg font-semibold text-balance">
            <bdi>{title || t("untitled")}</bdi>
          </h3>
          <p className="text-sm text-muted">
            <Trans
              t={t}
              i18nKey="by"
              values={{ name: by.name }}
              components={{ 1: <bdi />, 3: <Time value={createdAt} /> }}
            />
          </p>
        </div>
        <span role="status">
          <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>
        </span>
      </div>
      {status === "running" && <Running one={one} />}
      {status === "cancelled" && <p className="text-sm text-muted">{t("cancelledText")}</p>}
      {problem && <ImportProblem problem={problem} />}
      {report && <Report report={report} />}
      {debateId && (
        <ButtonLink
          to={one.kind === "polis" ? "/c/$slug/d/$debateId/statements" : "/c/$slug/d/$debateId"}
          params={{ slug, debateId }}
          variant="primary"
          iconAfter="arrow"
        >
          {t("open")}
        </ButtonLink>
      )}
    </Card>
  );
}
