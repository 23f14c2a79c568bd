import { Outlet, useRouterState } from "@tanstack/react-router";
import { type MouseEvent, Suspense, useEffect, useRef } from "react";
import { Skeleton } from "../ui/skeleton.tsx";
import { ToastRegion } from "../ui/toast-region.tsx";
import { Banners } from "./banners.tsx";
import { watchScripts } from "./script-fonts.ts";

/** Every link leads out of the frame, into a tab of its own: our other pages are shown in no frame. */
function openOutside({ target }: MouseEvent) {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  link?.setAttribute("target", "_blank");
}

/** Nothing else of ours is shown in a frame: whatever leads there is loaded anew, and refused as it comes. */
function useOnlyEmbedded(): boolean {
  const isInside = useRouterState({
    select: ({ location: { pathname } }) => pathname.startsWith("/embed/"),
  });
  useEffect(() => {
    if (!isInside) location.reload();
  }, [isInside]);
  return isInside;
}

/** What stands around a page that another site shows inside its own: nothing. It is as high as what it holds. */
export function EmbeddedShell() {
  const main = useRef<HTMLElement>(null);
  const isInside = useOnlyEmbedded();
  useEffect(() => (main.current ? watchScripts(main.current) : undefined), []);
  return (
    <div onClickCapture={openOutside}>
      <Banners />
      <main id="main" ref={main} className="mx-auto w-full max-w-page px-4 py-5 sm:px-6">
        <Suspense fallback={<Skeleton shape="cards" />}>{isInside && <Outlet />}</Suspense>
      </main>
      <ToastRegion />
    </div>
  );
}
