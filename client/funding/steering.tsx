import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openFundingRound, withdrawFundingRound } from "#shared/contract/funding.ts";
import { call } from "../lib/api.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { refreshFunding } from "./queries.ts";
import type { RoundProps } from "./props.ts";

type What = "open" | "withdraw";

/** What moderators do with a round before voting opens; both are final. */
export function Steering({ view: { round }, community }: RoundProps) {
  const { t } = useTranslation("funding");
  const cache = useQueryClient();
  const [asked, setAsked] = useState<What | null>(null);
  const act = useMutation({
    mutationFn: (what: What) => {
      const params = { communityId: community.id, roundId: round.id };
      return what === "open"
        ? call(openFundingRound, { params })
        : call(withdrawFundingRound, { params });
    },
    onSuccess: async () => {
      await refreshFunding(cache, community.id);
      setAsked(null);
    },
  });
  const ask = (what: What) => {
    act.reset();
    setAsked(what);
  };
  return (
    <div className="mt-6 flex flex-wrap gap-3">
      <Button
        variant="primary"
        icon="decision"
        disabled={round.projectCount === 0}
        onClick={() => ask("open")}
      >
        {t("steer.open")}
      </Button>
      <ButtonLink
        to="/c/$slug/funding/$roundId/edit"
        params={{ slug: community.slug, roundId: round.id }}
        icon="edit"
      >
        {t("steer.edit")}
      </ButtonLink>
      <Button variant="quiet" icon="withdraw" onClick={() => ask("withdraw")}>
        {t("steer.withdraw")}
      </Button>
      {asked && (
        <ConfirmDialog
          open
          onClose={() => setAsked(null)}
          title={t(`steer.${asked}`)}
          confirmLabel={t(`steer.${asked}`)}
          danger={asked === "withdraw"}
          busy={act.isPending}
          error={act.error}
          onConfirm={() => act.mutate(asked)}
        >
          {t(`steer.${asked}-means`)}
        </ConfirmDialog>
      )}
    </div>
  );
}
