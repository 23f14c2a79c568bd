import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  answerPanelInvitation,
  panelLimits,
  replacePanelMember,
  type SeatState,
} from "#shared/contract/panels.ts";
import { call, type Reply } from "../lib/api.ts";
import type { listPanelSeats } from "#shared/contract/panels.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Fault } from "../ui/fault.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useNameOf } from "../ui/person-name.ts";
import type { PanelProps } from "./props.ts";
import { seatsQuery } from "./queries.ts";
import { paramsOf, useAct } from "./use-act.ts";
import { useWords } from "./words.ts";

type Seat = Reply<typeof listPanelSeats>["items"][number];

/** For who was drawn: take the seat, or leave it to the next. */
export function Invitation({ panel }: Pick<PanelProps, "panel">) {
  const { t } = useWords();
  const [isLeaving, setIsLeaving] = useState(false);
  const answer = useAct(panel, (accept: boolean) =>
    call(answerPanelInvitation, { params: paramsOf(panel), body: { accept } }),
  );
  const isTaken = panel.mine?.seat === "accepted";
  return (
    <Card as="section" aria-labelledby="invitation-title" className="max-w-measure space-y-3">
      <h2 id="invitation-title" className="text-2xl">
        {t(isTaken ? "invitation.taken" : "invitation.title")}
      </h2>
      <p className="text-muted">{t(isTaken ? "invitation.takenText" : "invitation.text")}</p>
      <div className="flex flex-wrap gap-3">
        {!isTaken && (
          <Button
            variant="primary"
            icon="check"
            busy={answer.isPending && !isLeaving}
            onClick={() => answer.mutate(true)}
          >
            {t("invitation.take")}
          </Button>
        )}
        <Button variant="quiet" onClick={() => setIsLeaving(true)}>
          {t("invitation.leave")}
        </Button>
      </div>
      {!isLeaving && <Fault error={answer.error} />}
      <ConfirmDialog
        open={isLeaving}
        onClose={() => setIsLeaving(false)}
        title={t("invitation.leaveTitle")}
        confirmLabel={t("invitation.leave")}
        busy={answer.isPending}
        error={answer.error}
        onConfirm={() => answer.mutate(false, { onSuccess: () => setIsLeaving(false) })}
      >
        {t("invitation.leaveText")}
      </ConfirmDialog>
    </Card>
  );
}

const tones = {
  invited: { tone: "warn", icon: "clock" },
  accepted: { tone: "good", icon: "check" },
  declined: { tone: "plain", icon: "close" },
  replaced: { tone: "plain", icon: "undo" },
} as const satisfies Record<SeatState, object>;

interface SeatRowProps extends Pick<PanelProps, "panel"> {
  seat: Seat;
}

function Replace({ panel, seat }: SeatRowProps) {
  const { t } = useWords();
  const nameOf = useNameOf();
  const [isAsking, setIsAsking] = useState(false);
  const replace = useAct(panel, (reason: string) =>
    call(replacePanelMember, {
      params: paramsOf(panel),
      body: { participantId: seat.participantId, reason },
    }),
  );
  return (
    <>
      <Button size="small" variant="quiet" onClick={() => setIsAsking(true)}>
        {t("replace.go")} <bdi className="sr-only">{nameOf(seat)}</bdi>
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={t("replace.title", { name: nameOf(seat) })}
        confirmLabel={t("replace.go")}
        danger
        busy={replace.isPending}
        error={replace.error}
        reason={{ label: t("replace.reason"), limit: panelLimits.reason, least: 3 }}
        onConfirm={(reason) => replace.mutate(reason, { onSuccess: () => setIsAsking(false) })}
      >
        {t("replace.text")}
      </ConfirmDialog>
    </>
  );
}

function SeatRow({ panel, seat }: SeatRowProps) {
  const { t } = useWords();
  const nameOf = useNameOf();
  const isSitting = seat.seat === "invited" || seat.seat === "accepted";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line py-row not-first:border-t">
      <bdi className="min-w-0 font-medium">{nameOf(seat)}</bdi>
      <Badge {...tones[seat.seat]}>{t(`seat.${seat.seat}`)}</Badge>
      {seat.reason !== null && (
        <q dir="auto" className="min-w-0 text-sm text-muted">
          {seat.reason}
        </q>
      )}
      {panel.can.manage && isSitting && (
        <span className="ms-auto">
          <Replace panel={panel} seat={seat} />
        </span>
      )}
    </li>
  );
}

/** Who was drawn; told to owners and to those who were. */
export function Seats({ panel }: Pick<PanelProps, "panel">) {
  const { t } = useWords();
  const query = useQuery(seatsQuery(paramsOf(panel)));
  return (
    <section aria-labelledby="seats-title" className="max-w-measure space-y-3">
      <h2 id="seats-title" className="text-2xl">
        {t("seat.title")}
      </h2>
      <p className="text-muted">{t("seat.private")}</p>
      <Loaded query={query}>
        {({ items }) => (
          <ul>
            {items.map((seat) => (
              <SeatRow key={seat.participantId} panel={panel} seat={seat} />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
