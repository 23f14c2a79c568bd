import type { TFunction } from "i18next";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import type { Ballot } from "#shared/voting/index.ts";
import { ApiError } from "../lib/api.ts";
import { cx } from "../ui/cx.ts";
import { Icon, type IconName } from "../ui/icons.tsx";
import { absoluteOf } from "../ui/moments.ts";
import { useErrorText } from "../ui/problem-text.ts";
import { isSameBallot } from "./ballots/index.tsx";
import type { SendingState } from "./use-cast-ballot.ts";

interface BallotStatusProps {
  ref?: Ref<HTMLDivElement> | undefined;
  decision: DecisionView;
  sending: SendingState | null;
  isOver: boolean;
  draft: Ballot | null;
}

interface Said {
  readonly icon: IconName;
  readonly look: string;
  readonly title: string;
  readonly detail?: string | undefined;
}

type Tell = (moment: string) => string;

/** On its way: at once, or held up by the network. */
function sendingSaid({ isPaused, failureCount }: SendingState, t: TFunction): Said {
  if (!isPaused && failureCount === 0) {
    return { icon: "upload", look: "text-muted", title: t("ballot.sending") };
  }
  const detail = isPaused
    ? t("ballot.offline-detail")
    : t("ballot.trying-detail", { number: failureCount + 1 });
  return { icon: "offline", look: "text-warn", title: t("ballot.offline"), detail };
}

/** Counted as it is, or counted as it was before a change that is not cast. */
function countedSaid({ decision, isOver, draft }: BallotStatusProps, t: TFunction, at: Tell): Said {
  const { ballot, castAt, revision } = decision.mine;
  // Of a secret ballot no time is known.
  const kind = castAt === null ? "-secret" : "";
  const received = { at: castAt === null ? "" : at(castAt), count: revision };
  if (!isOver && draft !== null && !isSameBallot(draft, ballot)) {
    const detail = t(`ballot.earlier-counts${kind}`, received);
    return { icon: "edit", look: "text-warn", title: t("ballot.unsent"), detail };
  }
  const title = isOver
    ? t("ballot.counted-over")
    : t("ballot.counted", { until: at(decision.closesAt) });
  return { icon: "check", look: "text-good", title, detail: t(`ballot.received${kind}`, received) };
}

const earlierStands = (castAt: string | null, t: TFunction, at: Tell) =>
  castAt === null
    ? t("ballot.earlier-stands-secret")
    : t("ballot.earlier-stands", { at: at(castAt) });

/** A ballot that is wrong is complained about where it is wrong. */
const isSaidElsewhere = (error: Error | null) =>
  error instanceof ApiError && error.code === "ballot-invalid";

function useSaid(props: BallotStatusProps): Said | null {
  const { decision, sending, isOver } = props;
  const { t, i18n } = useTranslation("decisions");
  const errorText = useErrorText();
  const at: Tell = (moment) => absoluteOf(Date.parse(moment), i18n.language);
  if (sending?.status === "pending") return sendingSaid(sending, t);
  if (sending?.status === "error" && !isSaidElsewhere(sending.error)) {
    const { title, detail } = errorText(sending.error);
    const { ballot, castAt } = decision.mine;
    const earlier = ballot && earlierStands(castAt, t, at);
    const said = t(earlier === null ? "ballot.not-counted" : "ballot.change-not-counted");
    const why = [title, detail, earlier].filter(Boolean).join(". ");
    return { icon: "warning", look: "text-danger", title: said, detail: why };
  }
  if (decision.mine.ballot) return countedSaid(props, t, at);
  return isOver ? { icon: "info", look: "text-muted", title: t("ballot.none-cast") } : null;
}

/** What has become of this voter's ballot; said aloud when it changes. */
export function BallotStatus({ ref, ...props }: BallotStatusProps) {
  const said = useSaid(props);
  return (
    <div ref={ref} role="status" tabIndex={-1} className="outline-none empty:-mb-3">
      {said && (
        <p className="flex items-start gap-2.5">
          <Icon name={said.icon} className={cx("mt-0.5", said.look)} />
          <span className="min-w-0">
            <strong className="block font-semibold">{said.title}</strong>
            {said.detail && <span className="block text-sm text-muted">{said.detail}</span>}
          </span>
        </p>
      )}
    </div>
  );
}
