import { useTranslation } from "react-i18next";
import { MenuItem } from "../ui/menu.tsx";
import { useCuration } from "./use-curation.ts";

/** In the menu of a row: begins to curate what stands there. */
export function CurateItem({ onSelect }: { onSelect: () => void }) {
  const { t } = useTranslation("curation");
  if (!useCuration()?.can.curate) return null;
  return (
    <MenuItem icon="star" onSelect={onSelect}>
      {t("menu")}
    </MenuItem>
  );
}
