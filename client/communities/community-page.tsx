import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { CommunityCalendar } from "../calendar/public.ts";
import { JuryCall } from "../juries/public.ts";
import { NeedsHere } from "../notifications/public.ts";
import { UnsentAnswers } from "../statements/public.ts";
import { TopicFilter } from "../topics/public.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Charter } from "./charter.tsx";
import { CommunityHeader } from "./community-header.tsx";
import { DebatesByPhase } from "./debates-by-phase.tsx";
import { FirstSteps, firstStepsOf } from "./first-steps.tsx";
import { JoinBox } from "./join-box.tsx";
import { membersQuery } from "./queries.ts";
import { useCommunity } from "./use-community.ts";

interface PartProps {
  id: string;
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

function Part({ id, title, aside, children }: PartProps) {
  return (
    <section aria-labelledby={id}>
      <div className="mb-4 flex items-baseline justify-between gap-4">
        <h2 id={id} className="text-2xl">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** What a member can usefully do next here: notices first, then what a young community lacks. */
function NeedsYou({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const steps = firstStepsOf(community);
  return (
    <Part id="needs-you" title={t("needs.title")}>
      <FirstSteps community={community} />
      <JuryCall community={community} />
      <NeedsHere
        communityId={community.id}
        nothing={
          steps.length === 0 ? <p className="text-muted">{t("needs.nothing")}</p> : undefined
        }
      />
    </Part>
  );
}

const shownFaces = 12;

function MembersSummary({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const { id, slug, me, memberCount } = community;
  const { data } = useInfiniteQuery(membersQuery(id));
  const faces = data?.pages[0]?.items.slice(0, shownFaces) ?? [];
  return (
    <Part id="members" title={t("members.title")}>
      <ul className="flex flex-wrap gap-1.5">
        {faces.map((member) => (
          <li key={member.id} title={member.name}>
            <Avatar person={member} />
            <bdi className="sr-only">{member.name}</bdi>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm">
        <Link to="/c/$slug/members" params={{ slug }} className="link">
          {t("members.all", { count: memberCount })}
        </Link>
      </p>
      {!community.isPrivate && (
        <p className="mt-2">
          <CommunityCalendar communityId={id} />
        </p>
      )}
      {me && (
        <p className="mt-3 flex flex-wrap items-center gap-2 text-sm text-muted">
          <span>
            {t("members.youAre")} <bdi className="font-medium text-ink">{me.name}</bdi>
          </span>
          <Badge>{t(`role.${me.role}`)}</Badge>
        </p>
      )}
    </Part>
  );
}

function Actions({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const { slug, me, can } = community;
  if (!me) return <JoinBox community={community} />;
  return (
    <>
      {can.invite && (
        <ButtonLink to="/c/$slug/import" params={{ slug }} icon="upload" variant="quiet">
          {t("debates.import")}
        </ButtonLink>
      )}
      <ButtonLink to="/c/$slug/debates/new" params={{ slug }} icon="question" variant="primary">
        {t("debates.ask")}
      </ButtonLink>
    </>
  );
}

function Debates({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const { topic } = useSearch({ from: "/c/$slug" });
  const navigate = useNavigate({ from: "/c/$slug" });
  return (
    <Part
      id="debates"
      title={t("debates.title")}
      aside={
        <TopicFilter
          communityId={community.id}
          value={topic}
          onChange={(chosen) =>
            void navigate({
              search: chosen === undefined ? {} : { topic: chosen },
              replace: true,
              resetScroll: false,
            })
          }
        />
      }
    >
      <DebatesByPhase community={community} topic={topic} />
    </Part>
  );
}

function Overview({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const { description, language, me, can, slug, charter, comingCharter } = community;
  return (
    <div className="space-y-10">
      <CommunityHeader community={community} actions={<Actions community={community} />} />
      <UnsentAnswers communityId={community.id} slug={slug} isMember={me !== null} />
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-12">
          {me && <NeedsYou community={community} />}
          {description && <Markdown source={description} lang={language} className="text-lg" />}
          <Debates community={community} />
        </div>
        <aside className="space-y-12" aria-label={t("about")}>
          <Part
            id="charter"
            title={t("charter.title")}
            aside={
              <span className="flex gap-4 text-sm">
                <Link to="/c/$slug/charter" params={{ slug }} className="link">
                  {t("charter.history")}
                </Link>
                {can.editCharter && (
                  <Link to="/c/$slug/settings" params={{ slug }} className="link">
                    {t("charter.edit")}
                  </Link>
                )}
              </span>
            }
          >
            <Charter rules={charter} coming={comingCharter} lang={language} />
          </Part>
          <MembersSummary community={community} />
        </aside>
      </div>
    </div>
  );
}

/** A community: what it is about, what goes on in it, and what needs the reader. */
export function CommunityPage() {
  const { slug } = useParams({ from: "/c/$slug" });
  const query = useCommunity(slug);
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => <Overview community={community} />}
    </Loaded>
  );
}
