import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Menu, MenuGroup, MenuLink } from "../ui/menu.tsx";
import { myCommunitiesQuery } from "./my-communities.ts";

/** Where this person belongs. */
export function CommunitiesMenu() {
  const { t } = useTranslation("app");
  const { data } = useQuery(myCommunitiesQuery);
  const communities = data?.items ?? [];
  return (
    <Menu
      label={t("header.communities")}
      align="start"
      trigger={(props) => (
        <Button
          {...props}
          variant="quiet"
          iconAfter="down"
          className="font-normal text-muted hover:text-ink"
        >
          {t("header.communities")}
        </Button>
      )}
    >
      {communities.length > 0 && (
        <MenuGroup label={t("header.yours")}>
          {communities.map(({ id, slug, name }) => (
            <MenuLink key={id} to="/c/$slug" params={{ slug }}>
              <bdi>{name}</bdi>
            </MenuLink>
          ))}
        </MenuGroup>
      )}
      <MenuGroup label={t("header.more")}>
        <MenuLink to="/" icon="search">
          {t("header.find")}
        </MenuLink>
        <MenuLink to="/communities/new" icon="plus">
          {t("header.found")}
        </MenuLink>
      </MenuGroup>
    </Menu>
  );
}
