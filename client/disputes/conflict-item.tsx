import { useTranslation } from "react-i18next";
import { ButtonLink } from "../ui/button.tsx";
import { MenuLink } from "../ui/menu.tsx";

interface ConflictProps {
  slug: string;
  participantId: string;
}

/** In a menu about a member: brings a conflict with them. */
export function ConflictItem({ slug, participantId }: ConflictProps) {
  const { t } = useTranslation("disputes");
  return (
    <MenuLink
      to="/c/$slug/disputes/new"
      params={{ slug }}
      search={{ with: participantId }}
      icon="scales"
    >
      {t("conflict.menu")}
    </MenuLink>
  );
}

/** The same on a member's own page. */
export function ConflictButton({ slug, participantId }: ConflictProps) {
  const { t } = useTranslation("disputes");
  return (
    <p data-no-print>
      <ButtonLink
        to="/c/$slug/disputes/new"
        params={{ slug }}
        search={{ with: participantId }}
        size="small"
        icon="scales"
      >
        {t("conflict.menu")}
      </ButtonLink>
    </p>
  );
}
