import { Outlet, useRouterState } from "@tanstack/react-router";
import { Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Skeleton } from "../ui/skeleton.tsx";
import { SkipLink } from "../ui/skip-link.tsx";
import { ToastRegion } from "../ui/toast-region.tsx";
import { Banners } from "./banners.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { watchScripts } from "./script-fonts.ts";
import { useArrival } from "./use-arrival.ts";

/** A thin line at the top while the next page is on its way. */
function RouteProgress() {
  const { t } = useTranslation("ui");
  const isOnItsWay = useRouterState({ select: (state) => state.status === "pending" });
  if (!isOnItsWay) return null;
  return (
    <div role="status" className="late fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden">
      <span className="sr-only">{t("loading")}</span>
      <div className="h-full w-1/3 animate-[slide_900ms_ease-in-out_infinite] bg-accent" />
    </div>
  );
}

/** What stands around every page. */
export function Shell() {
  const arrival = useArrival();
  const main = useRef<HTMLElement>(null);
  useEffect(() => (main.current ? watchScripts(main.current) : undefined), []);
  return (
    <>
      <SkipLink />
      <RouteProgress />
      <Banners />
      <div className="flex min-h-dvh flex-col">
        <Header />
        <main
          id="main"
          ref={main}
          tabIndex={-1}
          className="mx-auto w-full max-w-page flex-1 px-4 pt-8 sm:px-6"
        >
          <Suspense fallback={<Skeleton shape="page" />}>
            <Outlet />
          </Suspense>
        </main>
        <Footer />
      </div>
      <p role="status" className="sr-only">
        {arrival}
      </p>
      <ToastRegion />
    </>
  );
}
