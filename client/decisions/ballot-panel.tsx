import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import type { Ballot } from "#shared/voting/index.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { cx } from "../ui/cx.ts";
import { FieldError } from "../ui/field.tsx";
import { type Faults, faultsOf } from "./ballot-faults.ts";
import { BallotReason, useBallotReason } from "./ballot-reason.tsx";
import { BallotStatus } from "./ballot-status.tsx";
import { BallotForm, blankBallot, isBlank, isSameBallot } from "./ballots/index.tsx";
import { useOptions } from "./option-words.ts";
import { SubjectBox } from "./subject-box.tsx";
import { type SendingState, useBallotDraft, useCastBallot } from "./use-cast-ballot.ts";
import { usePassed } from "./use-passed.ts";
import { OwnWeight } from "./own-weight.tsx";
import { useWords } from "./words.ts";

interface ActionsProps {
  filled: Ballot | null;
  counted: Ballot | null;
  isSending: boolean;
  onCast: () => void;
  onUndo: () => void;
}

/** The button says what pressing it does: cast, change, or cast a ballot that states nothing. */
function Actions({ filled, counted, isSending, onCast, onUndo }: ActionsProps) {
  const { t } = useTranslation("decisions");
  const verb = filled && isBlank(filled) ? "blank" : counted ? "change" : "cast";
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button
        variant={verb === "blank" ? "secondary" : "primary"}
        icon="decision"
        busy={isSending}
        onClick={onCast}
      >
        {t(`ballot.${verb}`)}
      </Button>
      {counted && !isSending && (
        <Button variant="quiet" icon="undo" onClick={onUndo}>
          {t("ballot.undo")}
        </Button>
      )}
    </div>
  );
}

/** Once a ballot is counted its buttons are gone; the focus that was on them goes to the words that say so. */
function useFocusOnStatus(isSettled: boolean) {
  const status = useRef<HTMLDivElement>(null);
  const wasSettled = useRef(isSettled);
  useEffect(() => {
    const isNews = isSettled && !wasSettled.current;
    wasSettled.current = isSettled;
    const isLost = document.activeElement === document.body;
    if (isNews && isLost) status.current?.focus({ preventScroll: true });
  }, [isSettled]);
  return status;
}

/** What is wrong: nothing is filled in where something must be, or the server refused what was. */
function useFaults(isMissing: boolean, sending: SendingState | null): Faults {
  const words = useWords();
  if (isMissing) return { byOption: new Map(), general: [words.t("ballot.missing")] };
  return faultsOf(sending?.error, sending?.variables?.ballot ?? null, words);
}

function GeneralFaults({ id, faults }: { id: string; faults: Faults }) {
  return (
    <div role="alert">
      {faults.general.map((text) => (
        <FieldError key={text} id={id}>
          {text}
        </FieldError>
      ))}
    </div>
  );
}

/** What was sent and is not counted, or not yet: it stays before the eyes of who chose it. */
const sentInVain = (sending: SendingState | null): Ballot | null =>
  sending?.status === "success" ? null : (sending?.variables?.ballot ?? null);

/** What is counted of this voter, what is filled in, and how far its sending is. */
function useBallot(decision: DecisionView) {
  const { draft, setDraft, settleDraft } = useBallotDraft(decision);
  const { cast, sending } = useCastBallot(decision, settleDraft);
  const reason = useBallotReason(decision);
  const [isPressed, setIsPressed] = useState(false);
  const isOver = usePassed(decision.closesAt) || !decision.can.vote;
  const counted = decision.mine.ballot;
  const shown = isOver ? (counted ?? sentInVain(sending)) : (draft ?? counted);
  const filled = shown ?? blankBallot(decision.method);
  const faults = useFaults(isPressed && filled === null, sending);
  const isSame = counted !== null && isSameBallot(filled, counted) && reason.isSame;
  return {
    draft,
    setDraft,
    sending,
    reason,
    isOver,
    counted,
    filled,
    faults,
    isSettled: isOver || isSame,
    send() {
      setIsPressed(true);
      if (filled) cast(filled, reason.reason);
    },
    undo() {
      setDraft(null);
      reason.undo();
    },
  };
}

/** The ballot of one decision, and sending it. */
export function BallotPanel({ decision }: { decision: DecisionView }) {
  const { t } = useTranslation("decisions");
  const id = useId();
  const { options } = useOptions(decision);
  const ballot = useBallot(decision);
  const { sending, isOver, filled, faults, isSettled } = ballot;
  const status = useFocusOnStatus(isSettled);
  return (
    <Card
      as="section"
      aria-labelledby={`${id}-title`}
      className="[&_button]:scroll-mb-40 [&_input]:scroll-mb-40"
    >
      <h3 id={`${id}-title`} className="pb-1 text-xl">
        {t("ballot.title")}
      </h3>
      <SubjectBox subject={decision.subject} />
      <OwnWeight decision={decision} />
      <BallotForm
        options={options}
        settings={decision.settings}
        value={filled}
        onChange={ballot.setDraft}
        isFixed={isOver}
        isSecret={decision.secrecy === "secret"}
        faults={faults.byOption}
      />
      <BallotReason reasons={decision.reasons} isOver={isOver} value={ballot.reason} />
      <GeneralFaults id={id} faults={faults} />
      <div
        className={cx(
          "-mx-card mt-4 -mb-card flex flex-col gap-3 rounded-b-lg border-t border-line bg-surface px-card py-3 sm:py-4",
          !isOver && "sticky bottom-0",
        )}
      >
        <BallotStatus
          ref={status}
          decision={decision}
          sending={sending}
          isOver={isOver}
          draft={ballot.draft}
        />
        {!isSettled && (
          <Actions
            filled={filled}
            counted={ballot.counted}
            isSending={sending?.status === "pending"}
            onCast={ballot.send}
            onUndo={ballot.undo}
          />
        )}
      </div>
    </Card>
  );
}
