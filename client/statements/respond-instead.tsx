import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readStatement, type ResponseValue } from "#shared/contract/statements.ts";
import { call } from "../lib/api.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { CountsBar } from "./counts-bar.tsx";
import { ResponseButtons } from "./response-buttons.tsx";
import { useRespond } from "./use-respond.ts";

interface RespondInsteadProps {
  ids: DebateIds;
  statementId: string;
  describedBy: string;
}

/** Responds to what is there, in place of saying it again. */
export function RespondInstead({ ids, statementId, describedBy }: RespondInsteadProps) {
  const { t } = useTranslation("statements");
  const { data: statement, refetch } = useQuery({
    queryKey: ["statements", ids.communityId, ids.debateId, "one", statementId],
    queryFn: ({ signal }) => call(readStatement, { params: { ...ids, statementId }, signal }),
  });
  const { respond } = useRespond({ ids, voice: "member", onDone: () => void refetch() });
  // What was pressed shows at once; the counts follow when the server has answered.
  const [pressed, setPressed] = useState<ResponseValue | null>(null);
  if (!statement?.can.respond) return null;
  return (
    <div className="space-y-2">
      <p className="text-sm text-muted">{t("respondInstead")}</p>
      <ResponseButtons
        size="small"
        chosen={pressed ?? statement.mine}
        describedBy={describedBy}
        onChoose={(value) => {
          setPressed(value);
          respond(statement, value);
        }}
      />
      {statement.counts && (
        <CountsBar counts={statement.counts} visitors={statement.visitors} className="max-w-lg" />
      )}
    </div>
  );
}
