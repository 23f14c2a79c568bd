import { useMatchRoute } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { ModerationTab } from "../moderation/public.ts";
import { SubTab, SubTabs, Tab, Tabs } from "../ui/tabs.tsx";
import { type Place, type PlaceGroup, placeGroups } from "./place-groups.ts";

/** Tells whether one is on a place's page, or on one that belongs to it. */
function useIsHere(): (place: Place) => boolean {
  const matches = useMatchRoute();
  return ({ to, exact, also = [] }) =>
    [to, ...also].some((page) => matches({ to: page, fuzzy: !exact }) !== false);
}

function PagesOfGroup({ group, community }: { group: PlaceGroup; community: Community }) {
  const { t } = useTranslation("communities");
  const isHere = useIsHere();
  const { slug, memberCount } = community;
  return (
    <SubTabs label={t(group.word)}>
      {group.places.map((place) => (
        <SubTab
          key={place.word}
          to={place.to}
          params={{ slug }}
          activeOptions={{ exact: place.exact ?? false }}
          icon={place.icon}
          here={isHere(place)}
          count={place.word === "members.title" ? memberCount : undefined}
        >
          {t(place.word)}
        </SubTab>
      ))}
    </SubTabs>
  );
}

/** The pages of a community in two rows: what they are about, and below it the pages of where one is. */
export function Places({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const { slug, name, can } = community;
  const params = { slug };
  const isHere = useIsHere();
  const here = placeGroups.find(({ places }) => places.some(isHere));
  return (
    <div>
      <Tabs label={t("places", { name })}>
        {placeGroups.map((group) => (
          <Tab
            key={group.word}
            to={group.places[0].to}
            params={params}
            activeOptions={{ exact: true }}
            icon={group.icon}
            here={group === here}
          >
            {t(group.word)}
          </Tab>
        ))}
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
      {here && here.places.length > 1 && <PagesOfGroup group={here} community={community} />}
    </div>
  );
}
