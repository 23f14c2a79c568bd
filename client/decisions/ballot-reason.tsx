import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { TextArea } from "../ui/text-area.tsx";

const limit = 2_000;

/** Why somebody votes as they do, where the rules let them say it. */
export function useBallotReason({ mine }: DecisionView) {
  const counted = mine.reason ?? "";
  const [reason, setReason] = useState(counted);
  return {
    typed: reason,
    /** as it is cast */
    reason: reason.trim() || null,
    isSame: reason.trim() === counted,
    onChange: setReason,
    undo: () => setReason(counted),
  };
}

interface BallotReasonProps {
  reasons: DecisionView["reasons"];
  isOver: boolean;
  value: ReturnType<typeof useBallotReason>;
}

export function BallotReason({ reasons, isOver, value }: BallotReasonProps) {
  const { t } = useTranslation("decisions");
  if (reasons === "off") return null;
  return (
    <TextArea
      name="reason"
      className="mt-4"
      label={t("ballot.reason")}
      hint={t("ballot.reason-hint")}
      required={false}
      dir="auto"
      rows={2}
      limit={limit}
      disabled={isOver}
      value={value.typed}
      onChange={({ target }) => value.onChange(target.value)}
    />
  );
}
