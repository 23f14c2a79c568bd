import { useLocation, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../ui/button.tsx";
import { useDebate } from "../debate-context.ts";
import { leaveTour, startTour, useTour } from "./tour.ts";

const TourPanel = lazy(async () => ({ default: (await import("./tour-panel.tsx")).TourPanel }));

/** To who has not seen it in this browser: a way to have the page explained, and a way to have it offered no more. */
export function TourOffer() {
  const { t } = useTranslation("debates");
  const { slug, debate } = useDebate();
  const { isOffered } = useTour(debate.id);
  const navigate = useNavigate();
  const isOutline = useLocation({ select: ({ pathname }) => /\/arguments\/?$/.test(pathname) });
  if (!isOffered) return null;
  const start = async () => {
    const params = { slug, debateId: debate.id };
    if (!isOutline) await navigate({ to: "/c/$slug/d/$debateId/arguments", params });
    startTour(debate.id);
  };
  return (
    <span className="-mx-2.5 inline-flex items-center">
      <Button size="small" variant="quiet" icon="info" onClick={() => void start()}>
        {t("tour.offer")}
      </Button>
      <IconButton size="small" icon="close" label={t("tour.decline")} onClick={leaveTour} />
    </span>
  );
}

/** The tour, while it is shown here. */
export function Tour() {
  const { debate } = useDebate();
  const { isRunning } = useTour(debate.id);
  if (!isRunning) return null;
  return (
    <Suspense fallback={null}>
      <TourPanel />
    </Suspense>
  );
}
