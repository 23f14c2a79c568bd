import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { Community } from "#shared/contract/communities.ts";
import { CommunityFrame } from "../communities/public.ts";
import { Loaded } from "../ui/loaded.tsx";
import { EmptyState } from "../ui/states.tsx";
import { InWords } from "./in-words.tsx";
import { MonthsFigure } from "./months-figure.tsx";
import { NamesSetting } from "./names-setting.tsx";
import { ByKind, ByModerator, ByRole, ByRule } from "./parts.tsx";
import { PeopleRates } from "./people-rates.tsx";
import { PeriodPicker } from "./period-picker.tsx";
import { type Accountability, accountabilityQuery } from "./queries.ts";
import { Section } from "./section.tsx";
import { useWords } from "./words.ts";

interface TellingProps {
  community: Community;
  told: Accountability;
}

function Figures({ community, told }: TellingProps) {
  const { t } = useWords();
  const { id, slug, name } = community;
  const part = { slug, name, told };
  return (
    <>
      <Section title={t("months.title")}>
        <MonthsFigure months={told.months} name={name} />
      </Section>
      <Section title={t("by.kind")}>
        <ByKind {...part} />
      </Section>
      <Section title={t("by.rule")} lead={t("compared")}>
        <ByRule {...part} />
      </Section>
      <Section title={t("by.moderator")} lead={t("compared")}>
        <ByModerator {...part} />
        {told.can.changeNames && <NamesSetting communityId={id} isNamed={told.namesModerators} />}
      </Section>
      {told.roles.length > 1 && (
        <Section title={t("by.role")}>
          <ByRole {...part} />
        </Section>
      )}
    </>
  );
}

function Means() {
  const { t } = useWords();
  return (
    <Section title={t("means.title")}>
      <ul className="max-w-measure list-disc space-y-2 ps-5">
        {["interval", "mark", "chance", "ledger", "elsewhere", "few"].map((what) => (
          <li key={what}>{t(`means.${what}`)}</li>
        ))}
      </ul>
    </Section>
  );
}

function Telling({ community }: { community: Community }) {
  const { t } = useWords();
  const asked = useSearch({ from: "/c/$slug/moderation/accountability" });
  const navigate = useNavigate({ from: "/c/$slug/moderation/accountability" });
  const query = useQuery(accountabilityQuery(community.id, asked));
  const ask = (more: typeof asked) =>
    void navigate({ search: { ...asked, ...more }, replace: true, resetScroll: false });
  return (
    <Loaded query={query}>
      {(told) => (
        <div className="space-y-12">
          <div className="space-y-6">
            <PeriodPicker
              since={community.createdAt}
              from={told.from}
              to={told.to}
              onChange={ask}
            />
            <InWords slug={community.slug} told={told} />
          </div>
          {told.all.tally.actions === 0 ? (
            <EmptyState icon="flag" title={t("none.title")}>
              {t("none.text")}
            </EmptyState>
          ) : (
            <Figures community={community} told={told} />
          )}
          <Section title={t("people.title")} lead={t("people.lead")}>
            <PeopleRates
              community={community}
              quarter={asked.quarter}
              onChoose={(quarter) => ask({ quarter })}
            />
          </Section>
          <Means />
        </div>
      )}
    </Loaded>
  );
}

/** How those who moderate did, for everybody to see and to check. */
export function AccountabilityPage() {
  const { slug } = useParams({ from: "/c/$slug/moderation/accountability" });
  const { t } = useWords();
  return (
    <CommunityFrame slug={slug} title={t("title")}>
      {(community) => (
        <>
          <p className="max-w-measure text-lg text-pretty text-muted">
            {t("lead")}{" "}
            <Link to="/c/$slug/moderation/settings" params={{ slug }} className="link">
              {t("thresholds")}
            </Link>
          </p>
          <Telling key={community.id} community={community} />
        </>
      )}
    </CommunityFrame>
  );
}
