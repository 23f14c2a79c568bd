import { useState } from "react";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toast } from "../../ui/toast.ts";
import { RankingBoard } from "../ballots/ranking-board.tsx";
import { useSettleTie } from "../queries.ts";
import { useWords } from "../words.ts";

interface ChairProps {
  decision: DecisionView;
}

const noFaults = new Map<string, string>();

function ChairDialog({ decision, onClose }: ChairProps & { onClose: () => void }) {
  const { t } = useWords();
  const settle = useSettleTie(decision);
  const [ranking, setRanking] = useState<string[][]>([]);
  const isWhole = ranking.length === decision.options.length;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t("tie.title")}
      confirmLabel={t("tie.do")}
      busy={settle.isPending}
      error={settle.error}
      reason={{
        label: t("steer.reason"),
        hint: t("steer.reason-hint", { count: 10 }),
        limit: 2_000,
        least: 10,
      }}
      onConfirm={(reason) => {
        if (!isWhole) return;
        const done = () => {
          toast({ title: t("tie.done"), tone: "good" });
          onClose();
        };
        settle.mutate({ order: ranking.flat(), reason }, { onSuccess: done });
      }}
    >
      <p className="pb-4">{t("tie.what")}</p>
      <RankingBoard
        options={decision.options}
        ranking={ranking}
        onChange={setRanking}
        allowsTies={false}
        isFixed={false}
        faults={noFaults}
        unrankedHint={t("tie.all")}
      />
    </ConfirmDialog>
  );
}

/** What may be done about a result that is open: the chair's order, or a runoff. */
export function OpenResult({ decision }: ChairProps) {
  const { t } = useWords();
  const [isAsked, setIsAsked] = useState(false);
  const { settleTie, holdRunoff } = decision.can;
  if (!settleTie && !holdRunoff) return null;
  return (
    <div className="flex flex-wrap gap-2" data-no-print>
      {settleTie && (
        <Button variant="primary" icon="decision" onClick={() => setIsAsked(true)}>
          {t("tie.start")}
        </Button>
      )}
      {holdRunoff && (
        <ButtonLink
          from="/c/$slug/d/$debateId/outcome"
          to="/c/$slug/d/$debateId/decision"
          hash={`runoff-${decision.id}`}
          icon="decision"
        >
          {t("runoff.start")}
        </ButtonLink>
      )}
      {isAsked && <ChairDialog decision={decision} onClose={() => setIsAsked(false)} />}
    </div>
  );
}
