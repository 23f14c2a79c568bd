import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useAccount } from "../lib/session.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Wordmark } from "../ui/logo.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { AppearanceMenu } from "./appearance-menu.tsx";
import { CommunitiesMenu } from "./communities-menu.tsx";
import { PlacesSheet } from "./places-sheet.tsx";
import { useHere } from "./use-here.ts";

const NeedsYou = lazy(() =>
  import("../notifications/needs-you.tsx").then((module) => ({ default: module.NeedsYou })),
);

const place =
  "flex min-h-10 items-center rounded-md px-3 text-[0.9375rem] text-muted no-underline hover:text-ink aria-[current=page]:text-ink aria-[current=page]:font-medium";

/** The ways in, and the person's own things once in. Empty while nobody knows, so that nothing flashes. */
function Corner() {
  const { t } = useTranslation("app");
  const account = useAccount();
  const here = useHere();
  if (account === undefined) return null;
  if (account === null) {
    return (
      <>
        <ButtonLink to="/sign-in" search={here} variant="quiet" className="max-md:hidden">
          {t("account.signIn")}
        </ButtonLink>
        <ButtonLink to="/sign-up" search={here} variant="primary" className="max-[22rem]:hidden">
          {t("account.signUp")}
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <Suspense fallback={<span className="size-control" />}>
        <NeedsYou account={account} />
      </Suspense>
      <span className="max-md:hidden">
        <AccountMenu account={account} />
      </span>
    </>
  );
}

/** Above every page: where one can go, and what needs one. It scrolls away; content comes first. */
export function Header() {
  const { t } = useTranslation("app");
  const account = useAccount();
  return (
    <header data-shell className="border-b border-line">
      <div className="mx-auto flex h-16 max-w-page items-center gap-4 px-4 sm:px-6 compact:h-14">
        <Link to="/" aria-label={t("header.home")} className="rounded-md no-underline">
          <Wordmark />
        </Link>
        <nav aria-label={t("header.label")} className="hidden items-center md:flex">
          <Link to="/" activeProps={{ "aria-current": "page" }} className={place}>
            {t("header.discover")}
          </Link>
          {account && <CommunitiesMenu />}
        </nav>
        <div className="ms-auto flex items-center gap-1">
          <span className="max-md:hidden">
            <AppearanceMenu />
          </span>
          <Corner />
          <span className="md:hidden">
            <PlacesSheet />
          </span>
        </div>
      </div>
    </header>
  );
}
