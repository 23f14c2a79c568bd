import { useTranslation } from "react-i18next";
import { Banner } from "../ui/banner.tsx";

/** Stands in a frame that was open when its site was taken off the list. */
export function NoLonger() {
  const { t } = useTranslation("embedding");
  return <Banner tone="warn">{t("noLonger")}</Banner>;
}
