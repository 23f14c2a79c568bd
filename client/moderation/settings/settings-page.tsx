import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { ModerationSettings } from "#shared/contract/moderation-settings.ts";
import { CommunityFrame } from "../../communities/public.ts";
import { useOpened } from "../../lib/use-opened.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { settingsQuery } from "../queries.ts";
import { useModerationLive } from "../use-moderation-news.ts";
import { SettingsForm } from "./settings-form.tsx";
import { SettingsList } from "./settings-list.tsx";
import { TrustProgress } from "./trust-progress.tsx";

interface OwnersProps {
  communityId: string;
  now: ModerationSettings;
}

/** The form keeps what its reader writes when somebody else changes something meanwhile. */
function ForOwners({ communityId, now }: OwnersProps) {
  const [opened, reload] = useOpened(settingsQuery(communityId).queryKey, now);
  return (
    <SettingsForm
      key={opened.version}
      communityId={communityId}
      opened={opened}
      onReload={reload}
    />
  );
}

function Thresholds({ community: { id, me } }: { community: Community }) {
  const query = useQuery(settingsQuery(id));
  return (
    <Loaded query={query}>
      {(now) =>
        me?.role === "owner" ? (
          <ForOwners communityId={id} now={now} />
        ) : (
          <SettingsList settings={now} />
        )
      }
    </Loaded>
  );
}

function Known({ community }: { community: Community }) {
  const { t } = useTranslation("moderation");
  useModerationLive(community.id);
  return (
    <div className="space-y-10">
      <section aria-labelledby="thresholds" className="max-w-measure space-y-4">
        <h2 id="thresholds" className="text-2xl">
          {t("settings.thresholds")}
        </h2>
        <p className="text-muted">{t("settings.lead")}</p>
        <Thresholds community={community} />
      </section>
      {community.me && <TrustProgress community={community} />}
    </div>
  );
}

/** How a community moderates: what each threshold is and means, and how far the reader is trusted. */
export function ModerationSettingsPage() {
  const { slug } = useParams({ from: "/c/$slug/moderation/settings" });
  const { t } = useTranslation("moderation");
  return (
    <CommunityFrame slug={slug} title={t("settings.title")}>
      {(community) => <Known key={community.id} community={community} />}
    </CommunityFrame>
  );
}
