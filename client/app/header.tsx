import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Wordmark } from "../ui/logo.tsx";
import { AppearanceMenu } from "./appearance-menu.tsx";

const place =
  "flex min-h-10 items-center rounded-md px-3 text-[0.9375rem] text-muted no-underline hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink";

/** Above every page: where one can go, and what needs one. It scrolls away; content comes first. */
export function Header() {
  const { t } = useTranslation("app");
  return (
    <header data-shell className="border-b border-line">
      <div className="mx-auto flex h-16 max-w-page items-center gap-2 px-4 sm:gap-6 sm:px-6 compact:h-14">
        <Link to="/" aria-label={t("header.home")} className="rounded-md no-underline">
          <Wordmark />
        </Link>
        <nav aria-label={t("header.label")} className="hidden flex-1 items-center gap-1 md:flex">
          <Link to="/" activeProps={{ "aria-current": "page" }} className={place}>
            {t("header.discover")}
          </Link>
        </nav>
        <div className="ms-auto flex items-center gap-1">
          <AppearanceMenu />
        </div>
      </div>
    </header>
  );
}
