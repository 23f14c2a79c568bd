import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Statement } from "#shared/contract/statements.ts";
import { markStatement } from "#shared/contract/statement-care.ts";
import { call } from "../lib/api.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Fault } from "../ui/fault.tsx";
import { refreshStatements } from "./queries.ts";

/** What a statement is marked as, for everybody. */
export function StatementBadges({ statement }: { statement: Statement }) {
  const { t } = useTranslation("statements");
  const { isSeed, isMeta } = statement;
  if (!isSeed && !isMeta) return null;
  return (
    <span className="mt-1 flex flex-wrap gap-2">
      {isSeed && <Badge>{t("marks.seed")}</Badge>}
      {isMeta && <Badge>{t("marks.meta")}</Badge>}
    </span>
  );
}

/** For who looks after the debate: takes a statement out of the analysis, or back into it. */
export function MarkTool({ ids, statement }: { ids: DebateIds; statement: Statement }) {
  const { t } = useTranslation("statements");
  const queries = useQueryClient();
  const { isSeed = false, isMeta = false } = statement;
  const mark = useMutation({
    mutationFn: () =>
      call(markStatement, {
        params: { ...ids, statementId: statement.id },
        body: { isSeed, isMeta: !isMeta },
      }),
    onSuccess: () => refreshStatements(queries, ids),
  });
  return (
    <>
      <Button size="small" variant="quiet" busy={mark.isPending} onClick={() => mark.mutate()}>
        {t(isMeta ? "marks.no-meta" : "marks.make-meta")}
      </Button>
      <Fault error={mark.error} />
    </>
  );
}
