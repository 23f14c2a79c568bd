import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { changeJuryDuty, type JuryDuty } from "#shared/contract/disputes.ts";
import { settingsQuery } from "../disputes/public.ts";
import { call } from "../lib/api.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Fault } from "../ui/fault.tsx";
import { Icon } from "../ui/icons.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { durationOf } from "../ui/moments.ts";
import { Time } from "../ui/time.tsx";
import { toast } from "../ui/toast.ts";
import { dutyQuery, placesQuery } from "./queries.ts";

type Here = Pick<Community, "id" | "slug">;

const hour = 3_600_000;

/** "3 days" where it is whole days, else with the hours. */
const lastsFor = (hours: number, language: string) =>
  hours % 24 === 0
    ? (hours / 24).toLocaleString(language, { style: "unit", unit: "day", unitDisplay: "long" })
    : durationOf(hours * hour, language);

/** Is ready to serve, or not any more. */
export function useReadiness(communityId: string) {
  const { t } = useTranslation("juries");
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (isReady: boolean) =>
      call(changeJuryDuty, { params: { communityId }, body: { isReady } }),
    onSuccess: (duty) => {
      cache.setQueryData(dutyQuery(communityId).queryKey, duty);
      void cache.invalidateQueries({ queryKey: placesQuery.queryKey });
      toast({ title: t(duty.isReady ? "pool.nowReady" : "pool.nowNot"), tone: "good" });
    },
  });
}

const asks = ["often", "long", "what", "seen", "free"] as const;

/** What serving asks of somebody: how often, how long, what to do, and what others see of it. */
export function WhatItAsks({ communityId }: { communityId: string }) {
  const { t, i18n } = useTranslation("juries");
  const { data } = useQuery(settingsQuery(communityId));
  const lasts = (hours: number) => lastsFor(hours, i18n.language);
  const values = data
    ? {
        talk: lasts(data.deliberationHours),
        vote: lasts(data.votingHours),
        tell: lasts(data.revealingHours),
      }
    : { talk: "…", vote: "…", tell: "…" };
  return (
    <ul className="max-w-measure space-y-2">
      {asks.map((what) => (
        <li key={what} className="flex items-start gap-2.5">
          <Icon name="check" size={18} className="mt-1 text-muted" />
          <span>{t(`pool.asks.${what}`, values)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Whether one could be drawn today; if not, why not. */
function Standing({ duty }: { duty: JuryDuty }) {
  const { t } = useTranslation("juries");
  const { isReady, since, obstacle } = duty;
  if (!isReady) return null;
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-center gap-3">
        <Badge tone="good" icon="check">
          {t("pool.ready")}
        </Badge>
        {since && <Time value={since} className="text-sm text-muted" />}
      </p>
      {obstacle !== null && (
        <p className="max-w-measure text-muted">{t(`pool.obstacle.${obstacle}`)}</p>
      )}
    </div>
  );
}

function Panel({ community, duty }: { community: Here; duty: JuryDuty }) {
  const { t, i18n } = useTranslation("juries");
  const change = useReadiness(community.id);
  const number = (value: number) => value.toLocaleString(i18n.language);
  const { isReady, readyCount, served, obstacle } = duty;
  const cannot = !isReady && obstacle === "moderates";
  return (
    <div className="space-y-4">
      <p className="max-w-measure">{t("pool.lead")}</p>
      <WhatItAsks communityId={community.id} />
      <p className="text-muted">
        {t("pool.count", { number: number(readyCount) })}{" "}
        {served > 0 && t("pool.served", { number: number(served) })}
      </p>
      <Standing duty={duty} />
      {cannot && <p className="text-muted">{t("pool.obstacle.moderates")}</p>}
      <Fault error={change.error} />
      <Button
        variant={isReady ? "secondary" : "primary"}
        icon={isReady ? "withdraw" : "check"}
        busy={change.isPending}
        onClick={() => change.mutate(!isReady)}
      >
        {t(isReady ? "pool.leave" : "pool.join")}
      </Button>
    </div>
  );
}

/** Among those who are drawn for juries, or not: for members. */
export function PoolPanel({ community }: { community: Here }) {
  const query = useQuery(dutyQuery(community.id));
  return <Loaded query={query}>{(duty) => <Panel community={community} duty={duty} />}</Loaded>;
}
