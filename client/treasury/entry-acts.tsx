import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  confirmTreasuryEntries,
  refuseTreasuryEntry,
  reverseTreasuryEntry,
  treasuryLimits,
} from "#shared/contract/treasury.ts";
import { call } from "../lib/api.ts";
import { serverNow } from "../lib/server-clock.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { refreshTreasury } from "./queries.ts";
import type { EntryProps } from "./props.ts";

/** Says that entries of somebody else are right: one, or all that are shown. */
export function Confirm({ communityId, entryIds }: { communityId: string; entryIds: string[] }) {
  const { t } = useTranslation("treasury");
  const cache = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const act = useMutation({
    mutationFn: () => call(confirmTreasuryEntries, { params: { communityId }, body: { entryIds } }),
    onSuccess: async () => {
      await refreshTreasury(cache, communityId);
      setAsked(false);
    },
  });
  const label = t("confirm.button", { count: entryIds.length });
  return (
    <>
      <Button size="small" icon="check" onClick={() => setAsked(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={isAsked}
        onClose={() => setAsked(false)}
        title={label}
        confirmLabel={label}
        busy={act.isPending}
        error={act.error}
        onConfirm={() => act.mutate()}
      >
        {t("confirm.means")}
      </ConfirmDialog>
    </>
  );
}

type Ending = "refuse" | "reverse";

/** Refuses what waits, or takes back what counts; both with a reason that everybody reads. */
export function End({ entry, community, how }: EntryProps & { how: Ending }) {
  const { t } = useTranslation("treasury");
  const cache = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const params = { communityId: community.id, entryId: entry.id };
  const act = useMutation({
    mutationFn: (reason: string) =>
      how === "refuse"
        ? call(refuseTreasuryEntry, { params, body: { reason } })
        : call(reverseTreasuryEntry, { params, body: { day: today(entry.day), reason } }),
    onSuccess: async () => {
      await refreshTreasury(cache, community.id);
      setAsked(false);
    },
  });
  return (
    <>
      <Button size="small" variant="quiet" icon="undo" onClick={() => setAsked(true)}>
        {t(`${how}.button`)}
      </Button>
      <ConfirmDialog
        open={isAsked}
        onClose={() => setAsked(false)}
        title={t(`${how}.button`)}
        confirmLabel={t(`${how}.button`)}
        danger={how === "refuse"}
        busy={act.isPending}
        error={act.error}
        reason={{ label: t("why"), limit: treasuryLimits.what, least: 3 }}
        onConfirm={(reason) => act.mutate(reason)}
      >
        {t(`${how}.means`)}
      </ConfirmDialog>
    </>
  );
}

/** Today, or the day of the entry, where that is ahead of the clock. */
function today(day: string): string {
  const now = new Date(serverNow()).toISOString().slice(0, 10);
  return now < day ? day : now;
}
