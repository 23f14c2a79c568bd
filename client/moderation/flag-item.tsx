import { useTranslation } from "react-i18next";
import { MenuItem } from "../ui/menu.tsx";
import { usePlace } from "./place.tsx";

interface FlagItemProps {
  authorId: string;
  onSelect: () => void;
}

/** In a menu about something that somebody else wrote: reports it. */
export function FlagItem({ authorId, onSelect }: FlagItemProps) {
  const { t } = useTranslation("moderation");
  const { me } = usePlace();
  if (!me || me.id === authorId) return null;
  return (
    <MenuItem icon="flag" onSelect={onSelect}>
      {t("flag.menu")}
    </MenuItem>
  );
}
