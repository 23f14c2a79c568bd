import { useTranslation } from "react-i18next";

/** The first thing a Tab key reaches: past the header, to what the page is about. */
export function SkipLink() {
  const { t } = useTranslation("ui");
  return (
    <a
      href="#main"
      data-no-print
      className="fixed start-4 top-2 z-50 -translate-y-24 rounded-md bg-ink px-4 py-2 text-sm font-medium text-paper focus:translate-y-0"
    >
      {t("skipLink")}
    </a>
  );
}
