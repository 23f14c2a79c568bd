import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { type DelegationFlows, delegationLimits } from "#shared/contract/delegations.ts";
import { TopicFilter } from "../topics/public.ts";
import { BarChart } from "../ui/bar-chart.tsx";
import { Button } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { Select } from "../ui/select.tsx";
import { EmptyState } from "../ui/states.tsx";
import { FlowPicture } from "./flow-picture.tsx";
import { FlowTable } from "./flow-table.tsx";
import { debatesToDelegateQuery, flowsQuery, type Subject } from "./queries.ts";
import { usePercent, useVotes } from "./words.ts";

const shownFirst = 50;
/** More lines than these are no picture any more. */
const drawn = 24;
const bars = 8;

interface SubjectChoiceProps {
  communityId: string;
  subject: Subject;
  onChange: (subject: Subject) => void;
}

/** For what the flows are looked at. */
function SubjectChoice({ communityId, subject, onChange }: SubjectChoiceProps) {
  const { t } = useTranslation("delegations");
  const { data } = useInfiniteQuery(debatesToDelegateQuery(communityId));
  const debates = data?.pages.flatMap(({ items }) => items) ?? [];
  const whole: Subject = { scope: "community", about: null };
  const { scope, about } = subject;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <TopicFilter
        communityId={communityId}
        value={scope === "topic" ? (about ?? undefined) : undefined}
        onChange={(id) => onChange(id === undefined ? whole : { scope: "topic", about: id })}
      />
      <Select
        label={t("flows.debate")}
        hideLabel
        value={scope === "debate" ? (about ?? "") : ""}
        onChange={({ target }) =>
          onChange(target.value ? { scope: "debate", about: target.value } : whole)
        }
      >
        <option value="">{t("flows.anyDebate")}</option>
        {debates.map(({ id, question }) => (
          <option key={id} value={id}>
            {question}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** How much comes together with few. */
function Concentration({ data }: { data: DelegationFlows }) {
  const { t } = useTranslation("delegations");
  const nameOf = useNameOf();
  const votes = useVotes();
  const percent = usePercent();
  const { carriers, memberCount, capPercent, carrierCount } = data;
  const shareOf = (weight: number) => percent(weight / Math.max(1, memberCount));
  const cap = capPercent === null ? undefined : (memberCount * capPercent) / 100;
  const [first] = carriers;
  if (!first) return null;
  const over = carriers.filter(({ isOverCap }) => isOverCap).length;
  return (
    <div className="space-y-3">
      <p className="max-w-measure">
        {t("flows.largest", {
          name: nameOf(first.person),
          votes: votes(first.weight),
          share: shareOf(first.weight),
        })}{" "}
        {capPercent !== null && t("flows.over", { count: over, cap: percent(capPercent) })}
      </p>
      <BarChart
        title={t("flows.carriers")}
        unit={t("table.votes")}
        format={(value) => votes(value * 100)}
        bars={carriers.slice(0, bars).map(({ person, weight, isOverCap }) => ({
          id: person.id,
          label: nameOf(person),
          value: weight / 100,
          tone: isOverCap ? ("con" as const) : ("accent" as const),
          note: t(isOverCap ? "flows.shareOver" : "flows.share", { share: shareOf(weight) }),
        }))}
        mark={
          cap === undefined
            ? undefined
            : { value: cap, label: t("flows.cap", { votes: votes(cap * 100) }) }
        }
        caption={
          carrierCount > bars ? t("andMore", { count: carrierCount - bars }) : t("flows.assumed")
        }
      />
    </div>
  );
}

function Drawn({ data, onAll }: { data: DelegationFlows; onAll: (() => void) | undefined }) {
  const { t } = useTranslation("delegations");
  const { flows, flowCount } = data;
  const title = t("flows.title");
  if (flows.length === 0) {
    return (
      <EmptyState size="small" icon="delegate" title={t("flows.none")}>
        {t("flows.noneHint")}
      </EmptyState>
    );
  }
  return (
    <div className="space-y-8">
      <p className="text-muted">
        {t("flows.count", { count: data.delegating, members: data.memberCount })}
      </p>
      <div className="space-y-8">
        <div>
          <FlowPicture title={title} flows={flows.slice(0, drawn)} />
          {flowCount > drawn && (
            <p className="mt-2 text-sm text-muted">{t("andMore", { count: flowCount - drawn })}</p>
          )}
        </div>
        <Concentration data={data} />
      </div>
      <FlowTable title={title} flows={flows} />
      {flowCount > flows.length && (
        <p className="flex flex-wrap items-center gap-3 text-sm text-muted">
          {t("andMore", { count: flowCount - flows.length })}
          {onAll && (
            <Button size="small" onClick={onAll}>
              {t("flows.all")}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

/** Who delegates to whom in the community, as everybody may see it. */
export function Flows({ community, debate }: { community: Community; debate: string | undefined }) {
  const { t } = useTranslation("delegations");
  const [subject, setSubject] = useState<Subject>(
    debate === undefined ? { scope: "community", about: null } : { scope: "debate", about: debate },
  );
  const [limit, setLimit] = useState(shownFirst);
  const query = useQuery(flowsQuery(community.id, subject, limit));
  const most = delegationLimits.shown;
  return (
    <section aria-labelledby="flows" className="space-y-5">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h2 id="flows" className="text-2xl">
            {t("flows.title")}
          </h2>
          <p className="text-muted">{t("flows.lead")}</p>
        </div>
        <SubjectChoice communityId={community.id} subject={subject} onChange={setSubject} />
      </div>
      <Loaded query={query}>
        {(data) => <Drawn data={data} onAll={limit < most ? () => setLimit(most) : undefined} />}
      </Loaded>
    </section>
  );
}
