import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { endOtherSessions, endSession, type Session } from "#shared/contract/accounts.ts";
import { call } from "../lib/api.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useErrorText } from "../ui/problem-text.ts";
import { Time } from "../ui/time.tsx";
import { toast } from "../ui/toast.ts";
import { sessionsQuery } from "./queries.ts";

function useRefresh() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: sessionsQuery.queryKey });
}

function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation("accounts");
  const errorText = useErrorText();
  const refresh = useRefresh();
  const end = useMutation({
    mutationFn: () => call(endSession, { params: { sessionId: session.id } }),
    onSuccess: () => toast({ title: t("sessions.ended", { device: session.device }) }),
    onError: (error) => toast({ ...errorText(error), tone: "danger" }),
    onSettled: refresh,
  });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3 first:border-t-0 first:pt-0">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {session.device}
          {session.isCurrent && <Badge tone="accent">{t("sessions.this")}</Badge>}
        </p>
        <p className="text-sm text-muted">
          {t("sessions.lastUsed")} <Time value={session.lastUsedAt} />
          {" · "}
          {t("sessions.since")} <Time value={session.createdAt} show="absolute" />
        </p>
      </div>
      {!session.isCurrent && (
        <Button
          size="small"
          busy={end.isPending}
          onClick={() => end.mutate()}
          aria-label={t("sessions.endOf", { device: session.device })}
        >
          {t("sessions.end")}
        </Button>
      )}
    </li>
  );
}

function EndOthers() {
  const { t } = useTranslation("accounts");
  const refresh = useRefresh();
  const [asks, setAsks] = useState(false);
  const end = useMutation({
    mutationFn: () => call(endOtherSessions, {}),
    onSuccess: () => {
      setAsks(false);
      toast({ title: t("sessions.allEnded"), tone: "good" });
      return refresh();
    },
  });
  return (
    <>
      <Button icon="logout" onClick={() => setAsks(true)}>
        {t("sessions.endOthers")}
      </Button>
      <ConfirmDialog
        open={asks}
        onClose={() => setAsks(false)}
        title={t("sessions.endOthers")}
        confirmLabel={t("sessions.endOthers")}
        onConfirm={() => end.mutate()}
        busy={end.isPending}
        error={end.error}
      >
        {t("sessions.endOthersDetail")}
      </ConfirmDialog>
    </>
  );
}

/** Where one is signed in, and the way to end it there. */
export function SessionList() {
  const query = useQuery(sessionsQuery);
  return (
    <Loaded query={query}>
      {(sessions) => (
        <div className="space-y-5">
          <ul>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
          {sessions.length > 1 && <EndOthers />}
        </div>
      )}
    </Loaded>
  );
}
