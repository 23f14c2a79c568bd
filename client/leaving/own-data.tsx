import { useTranslation } from "react-i18next";
import { pathOf } from "#shared/contract/request.ts";
import { exportMyData } from "#shared/contract/leaving.ts";
import { buttonClass, ButtonLink } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";

/** What one can do with all that is one's own. */
export function OwnData() {
  const { t } = useTranslation("leaving");
  return (
    <div className="space-y-8">
      <div className="space-y-3">
        <h3 className="text-lg">{t("export.title")}</h3>
        <p className="text-muted">{t("export.lead")}</p>
        <a href={pathOf(exportMyData, {})} download className={buttonClass({ className: "gap-2" })}>
          <Icon name="download" size={18} className="-ms-0.5" />
          {t("export.button")}
        </a>
      </div>
      <div className="space-y-3">
        <h3 className="text-lg">{t("delete.title")}</h3>
        <p className="text-muted">{t("delete.short")}</p>
        <ButtonLink to="/settings/delete" icon="withdraw">
          {t("delete.link")}
        </ButtonLink>
      </div>
    </div>
  );
}
