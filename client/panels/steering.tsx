import { useState } from "react";
import { fixPanelList } from "#shared/contract/panels.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { ChangeQuotas } from "./change-quotas.tsx";
import type { PanelProps } from "./props.ts";
import { paramsOf, useAct } from "./use-act.ts";
import { VolunteerTable } from "./volunteer-table.tsx";
import { useWords } from "./words.ts";

function FixList({ panel }: Pick<PanelProps, "panel">) {
  const { t, number } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const fix = useAct(panel, () => call(fixPanelList, { params: paramsOf(panel) }));
  const { volunteers } = panel;
  return (
    <>
      <Button variant="primary" icon="lock" onClick={() => setIsAsking(true)}>
        {t("fix.go")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={t("fix.title")}
        confirmLabel={t("fix.go")}
        busy={fix.isPending}
        error={fix.error}
        onConfirm={() => fix.mutate(undefined, { onSuccess: () => setIsAsking(false) })}
      >
        {t("fix.text", { count: volunteers, formatted: number(volunteers) })}
      </ConfirmDialog>
    </>
  );
}

/** What owners do while people register. */
export function Steering({ panel }: Pick<PanelProps, "panel">) {
  const { t } = useWords();
  return (
    <section aria-labelledby="steering-title" className="max-w-measure space-y-4">
      <h2 id="steering-title" className="text-2xl">
        {t("steering")}
      </h2>
      <VolunteerTable panel={panel} />
      <ChangeQuotas key={JSON.stringify([panel.obstacle, panel.attributes])} panel={panel} />
      <FixList panel={panel} />
    </section>
  );
}
