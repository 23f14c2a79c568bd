import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { ModerationTab } from "../moderation/public.ts";
import { Badge } from "../ui/badge.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Tab, Tabs } from "../ui/tabs.tsx";

/** Whether a community is for all to see, by word and drawing. */
export function PrivacyBadge({ isPrivate }: { isPrivate: boolean }) {
  const { t } = useTranslation("communities");
  return <Badge icon={isPrivate ? "lock" : "globe"}>{t(isPrivate ? "private" : "public")}</Badge>;
}

function Places({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const { slug, name, can } = community;
  const params = { slug };
  return (
    <Tabs label={t("places", { name })}>
      <Tab to="/c/$slug" params={params} activeOptions={{ exact: true }} icon="statement">
        {t("overview")}
      </Tab>
      <Tab to="/c/$slug/members" params={params} icon="people" count={community.memberCount}>
        {t("members.title")}
      </Tab>
      <Tab to="/c/$slug/topics" params={params} icon="tag">
        {t("topics")}
      </Tab>
      <Tab to="/c/$slug/power" params={params} icon="chart">
        {t("power")}
      </Tab>
      <Tab to="/c/$slug/funding" params={params} icon="outcome">
        {t("funding")}
      </Tab>
      <Tab to="/c/$slug/commitments" params={params} icon="check">
        {t("commitments")}
      </Tab>
      <Tab to="/c/$slug/representation" params={params} icon="people">
        {t("representation")}
      </Tab>
      <Tab to="/c/$slug/holdings" params={params} icon="table">
        {t("holdings")}
      </Tab>
      <Tab to="/c/$slug/delegations" params={params} icon="delegate">
        {t("delegation")}
      </Tab>
      <Tab to="/c/$slug/disputes" params={params} icon="scales">
        {t("disputes")}
      </Tab>
      <ModerationTab community={community} />
      <Tab to="/c/$slug/ledger" params={params} icon="history">
        {t("ledger")}
      </Tab>
      {can.editSettings && (
        <Tab to="/c/$slug/settings" params={params} icon="settings">
          {t("settings.title")}
        </Tab>
      )}
    </Tabs>
  );
}

interface CommunityHeaderProps {
  community: Community;
  /** The page below the community; left out on its first page. */
  title?: string | undefined;
  actions?: ReactNode;
}

/** The head of a community's pages: where one is, and the places beside. */
export function CommunityHeader({ community, title, actions }: CommunityHeaderProps) {
  const { slug, name } = community;
  const params = { slug };
  const eyebrow = title ? (
    <Link to="/c/$slug" params={params} className="link">
      <bdi>{name}</bdi>
    </Link>
  ) : (
    <PrivacyBadge isPrivate={community.isPrivate} />
  );
  return (
    <header className="space-y-6">
      <PageHeading
        eyebrow={eyebrow}
        actions={actions}
        large={!title}
        lang={title ? undefined : community.language}
      >
        {title ?? name}
      </PageHeading>
      <Places community={community} />
    </header>
  );
}
