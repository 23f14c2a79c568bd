import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { Badge } from "../ui/badge.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Places } from "./places.tsx";

/** Whether a community is for all to see, by word and drawing. */
export function PrivacyBadge({ isPrivate }: { isPrivate: boolean }) {
  const { t } = useTranslation("communities");
  return <Badge icon={isPrivate ? "lock" : "globe"}>{t(isPrivate ? "private" : "public")}</Badge>;
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
