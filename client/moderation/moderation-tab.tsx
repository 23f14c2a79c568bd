import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { Tab } from "../ui/tabs.tsx";
import { openQuery } from "./queries.ts";
import { useModerationLive } from "./use-moderation-news.ts";

type Here = Pick<Community, "id" | "slug" | "me">;

/** Whoever looks after all of a community. */
export const moderates = ({ me }: Pick<Community, "me">): boolean =>
  me?.role === "owner" || me?.role === "moderator";

function WithCount({ community: { id, slug } }: { community: Here }) {
  const { t } = useTranslation("communities");
  const { data } = useQuery(openQuery(id));
  useModerationLive(id);
  return (
    <Tab to="/c/$slug/moderation" params={{ slug }} icon="flag" count={data?.open}>
      {t("moderation")}
    </Tab>
  );
}

/**
 * Among the places of a community: for those who moderate all of it or a debate their queue, and how much waits in it;
 * for all others how moderators do.
 */
export function ModerationTab({ community }: { community: Here }) {
  const { t } = useTranslation("communities");
  if (community.me?.moderates) return <WithCount community={community} />;
  const { slug } = community;
  return (
    <Tab to="/c/$slug/moderation/accountability" params={{ slug }} icon="flag">
      {t("moderation")}
    </Tab>
  );
}
