import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CommunitySummary } from "#shared/contract/communities.ts";
import { Badge } from "../ui/badge.tsx";
import { Card } from "../ui/card.tsx";
import { Icon } from "../ui/icons.tsx";
import { plainText } from "./plain-text.ts";

/** A community in the list of all. */
export function CommunityCard({ community }: { community: CommunitySummary }) {
  const { t } = useTranslation("communities");
  const { slug, name, summary, language, memberCount, debateCount, myRole } = community;
  return (
    <Card as="li" linked className="flex flex-col">
      <h3 className="flex items-start justify-between gap-3 text-xl">
        <Link to="/c/$slug" params={{ slug }} lang={language} className="stretched no-underline">
          <bdi>{name}</bdi>
        </Link>
        {community.isPrivate && (
          <>
            <Icon name="lock" size={18} className="mt-1.5 text-muted" />
            <span className="sr-only">{t("private")}</span>
          </>
        )}
      </h3>
      {summary && (
        <p lang={language} dir="auto" className="mt-2 line-clamp-3 text-muted">
          {plainText(summary)}
        </p>
      )}
      <div className="mt-auto flex flex-wrap items-center justify-between gap-2 pt-4 text-sm text-muted">
        <span>
          {t("counts.members", { count: memberCount })}
          {debateCount > 0 && ` · ${t("counts.debates", { count: debateCount })}`}
        </span>
        {myRole && <Badge>{t(`role.${myRole}`)}</Badge>}
      </div>
    </Card>
  );
}
