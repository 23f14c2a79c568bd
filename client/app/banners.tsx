import { onlineManager, useMutationState } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { lostRooms } from "./lost-rooms.ts";

/** The network is away: what was written waits, visibly, and goes out by itself. */
function OfflineBanner() {
  const { t } = useTranslation("app");
  const isOnline = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  const waiting = useMutationState({
    filters: { predicate: ({ state }) => state.isPaused },
  }).length;
  if (isOnline) return null;
  return (
    <Banner wide tone="warn" icon="offline">
      <strong className="font-semibold">{t("offline.title")}</strong>{" "}
      {waiting > 0 ? t("offline.waiting", { count: waiting }) : t("offline.detail")}
    </Banner>
  );
}

/** A right ended while one was there. */
function LostAccessBanner() {
  const { t } = useTranslation("app");
  const rooms = useSyncExternalStore(lostRooms.subscribe, lostRooms.read);
  if (rooms.length === 0) return null;
  return (
    <Banner
      wide
      tone="danger"
      icon="lock"
      action={
        <Button size="small" onClick={lostRooms.clear}>
          {t("lost.understood")}
        </Button>
      }
    >
      <strong className="font-semibold">{t("lost.title")}</strong> {t("lost.detail")}
    </Banner>
  );
}

/** What concerns every page, above all of them. */
export function Banners() {
  return (
    <>
      <OfflineBanner />
      <LostAccessBanner />
    </>
  );
}
