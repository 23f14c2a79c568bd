import { Link } from "@tanstack/react-router";
import type { Gap, Waiting } from "#shared/contract/accountability.ts";
import { Badge } from "../ui/badge.tsx";
import type { Accountability } from "./queries.ts";
import { useWords } from "./words.ts";

interface InWordsProps {
  slug: string;
  told: Accountability;
}

/** How long reports waited, as far as it tells of enough of them. */
function useWaitingText(): (waiting: Waiting) => string {
  const { t, number, duration } = useWords();
  return ({ decided, medianMinutes, late, lapsed }) => {
    if (decided === 0 && lapsed === 0) return t("words.nothingDecided");
    const values = { decided: number(decided), late: number(late), lapsed: number(lapsed) };
    return medianMinutes === null
      ? t("words.decided", values)
      : t("words.waited", { ...values, time: duration(medianMinutes) });
  };
}

/** Whether a share has become another one than it was as long before. */
function Change({ gap, what }: { gap: Gap | null; what: "appealed" | "overturned" }) {
  const words = useWords();
  const { t } = words;
  if (gap === null) return null;
  if (!gap.isMarked) return <li>{t(`change.${what}-same`, { gap: words.gap(gap) })}</li>;
  return (
    <li className="flex flex-wrap items-baseline gap-2">
      {t(gap.difference > 0 ? `change.${what}-more` : `change.${what}-less`, {
        gap: words.gap(gap),
      })}
      <Badge tone="warn" icon="warning">
        {t("mark.changed")}
      </Badge>
    </li>
  );
}

function Before({ told: { before } }: Pick<InWordsProps, "told">) {
  const { t, month, number } = useWords();
  const { from, to, tally, gaps } = before;
  const values = { from: month(from), to: month(to) };
  return (
    <ul className="max-w-measure list-disc space-y-1 ps-5 text-muted">
      <li>
        {t("change.before", {
          ...values,
          actions: number(tally.actions),
          appealed: number(tally.appealed),
          overturned: number(tally.overturned),
        })}
      </li>
      <Change gap={gaps.appealed} what="appealed" />
      <Change gap={gaps.overturned} what="overturned" />
    </ul>
  );
}

/** All that matters, in sentences; pictures come after. */
export function InWords({ slug, told }: InWordsProps) {
  const { t, month, number } = useWords();
  const waitingText = useWaitingText();
  const { all, from, to } = told;
  const { tally, waiting } = all;
  const counts = Object.fromEntries(
    (["actions", "appealed", "overturned", "modified", "upheld", "open", "withdrawn"] as const).map(
      (name) => [name, number(tally[name])],
    ),
  );
  return (
    <div className="space-y-4">
      <div className="max-w-measure space-y-2 font-serif text-xl text-pretty">
        <p>
          {t("words.acted", {
            count: tally.actions,
            actions: number(tally.actions),
            from: month(from),
            to: month(to),
          })}
        </p>
        {tally.actions > 0 && (
          <p>{t(tally.appealed === 0 ? "words.noAppeals" : "words.appeals", counts)}</p>
        )}
        {tally.undone > 0 && <p>{t("words.undone", { undone: number(tally.undone) })}</p>}
        <p>{waitingText(waiting)}</p>
        {tally.dismissals > 0 && (
          <p>{t("words.dismissed", { dismissals: number(tally.dismissals) })}</p>
        )}
      </div>
      <Before told={told} />
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link
          to="/c/$slug/ledger"
          params={{ slug }}
          search={{ kind: "moderation" }}
          className="link"
        >
          {t("entries.actions")}
        </Link>
        <Link to="/c/$slug/ledger" params={{ slug }} search={{ kind: "dispute" }} className="link">
          {t("entries.appeals")}
        </Link>
        <Link to="/c/$slug/disputes" params={{ slug }} className="link">
          {t("communities:disputes")}
        </Link>
        <Link to="/c/$slug/charter" params={{ slug }} className="link">
          {t("entries.rules")}
        </Link>
      </p>
    </div>
  );
}
