import { onlineManager, useMutation, useMutationState } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { type Account, resendConfirmation } from "#shared/contract/accounts.ts";
import { call } from "../lib/api.ts";
import { useAccount } from "../lib/session.ts";
import { Banner } from "../ui/banner.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { useErrorText } from "../ui/problem-text.ts";
import { toast } from "../ui/toast.ts";
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

/** The address was never shown to be this person's. */
function ConfirmationBanner({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation("app");
  const errorText = useErrorText();
  const resend = useMutation({
    mutationFn: () => call(resendConfirmation, {}),
    onSuccess: () => toast({ title: t("confirmation.sent"), tone: "good" }),
    onError: (error) => toast({ ...errorText(error), tone: "danger" }),
  });
  return (
    <Banner
      wide
      tone="info"
      icon="mail"
      action={
        <span className="flex items-center gap-1">
          <Button size="small" busy={resend.isPending} onClick={() => resend.mutate()}>
            {t("confirmation.again")}
          </Button>
          <IconButton size="small" icon="close" label={t("confirmation.later")} onClick={onClose} />
        </span>
      }
    >
      {t("confirmation.text", { email: account.email })}
    </Banner>
  );
}

/** What concerns every page, above all of them. */
export function Banners() {
  const account = useAccount();
  const [later, setLater] = useState(false);
  return (
    <>
      <OfflineBanner />
      <LostAccessBanner />
      {account && !account.isConfirmed && !later && (
        <ConfirmationBanner account={account} onClose={() => setLater(true)} />
      )}
    </>
  );
}
