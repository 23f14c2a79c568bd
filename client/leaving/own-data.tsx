import { useTranslation } from "react-i18next";
import { ButtonLink } from "../ui/button.tsx";

/** What one can do with all that is one's own. */
export function OwnData() {
  const { t } = useTranslation("leaving");
  return (
    <div className="space-y-3">
      <h3 className="text-lg">{t("delete.title")}</h3>
      <p className="text-muted">{t("delete.short")}</p>
      <ButtonLink to="/settings/delete" icon="withdraw">
        {t("delete.link")}
      </ButtonLink>
    </div>
  );
}
