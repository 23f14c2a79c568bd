import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Logo } from "../ui/logo.tsx";
import { Select } from "../ui/select.tsx";
import { chooseLanguage, languageNames, languages } from "./i18n.ts";

function LanguageSelect() {
  const { t, i18n } = useTranslation("app");
  return (
    <Select
      label={t("appearance.language")}
      hideLabel
      className="w-40"
      value={i18n.resolvedLanguage}
      onChange={(event) => {
        const chosen = languages.find((language) => language === event.target.value);
        if (chosen) void chooseLanguage(chosen);
      }}
    >
      {languages.map((language) => (
        <option key={language} value={language} lang={language}>
          {languageNames[language]}
        </option>
      ))}
    </Select>
  );
}

/** Below every page. */
export function Footer() {
  const { t } = useTranslation("app");
  return (
    <footer data-shell className="mt-24 border-t border-line">
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-12 gap-y-6 px-4 py-10 sm:px-6">
        <p className="flex items-center gap-3 font-serif text-lg text-muted">
          <Logo size={22} className="text-ink" />
          {t("tagline")}
        </p>
        <nav
          aria-label={t("footer.label")}
          className="flex flex-wrap items-center gap-x-6 gap-y-3 text-[0.9375rem]"
        >
          <Link to="/design" className="link">
            {t("footer.design")}
          </Link>
          <Link to="/help" className="link">
            {t("footer.help")}
          </Link>
          <Link to="/reference" className="link">
            {t("footer.api")}
          </Link>
          <LanguageSelect />
        </nav>
      </div>
    </footer>
  );
}
