import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CommitmentSummary } from "#shared/contract/commitments.ts";
import type { Community } from "#shared/contract/communities.ts";
import { Figure } from "../decisions/public.ts";
import { serverNow } from "../lib/server-clock.ts";
import { Time } from "../ui/time.tsx";
import { type Span, spansOf } from "./spans.ts";

const percent = (part: number) => `${part * 100}%`;

/** From when it was asked for to when it is due, and the point at which it was done. */
function Track({ span: { commitment, from, to, done }, now }: { span: Span; now: number }) {
  const fill = commitment.state === "overdue" ? "bg-con" : "bg-accent";
  return (
    <div aria-hidden="true" className="relative mt-1 h-3 rounded-sm bg-sunken">
      <div
        className={`absolute inset-y-0 rounded-sm ${fill}`}
        style={{ insetInlineStart: percent(from), width: percent(Math.max(0.005, to - from)) }}
      />
      {done !== null && (
        <div
          className="absolute -inset-y-0.5 w-1.5 rounded-sm bg-good"
          style={{ insetInlineStart: percent(done) }}
        />
      )}
      <div
        className="absolute -inset-y-1 border-s-2 border-dashed border-line-strong"
        style={{ insetInlineStart: percent(now) }}
      />
    </div>
  );
}

interface TimelineProps {
  community: Community;
  items: readonly CommitmentSummary[];
}

/** What is due when, beside each other. */
export function Timeline({ community, items }: TimelineProps) {
  const { t } = useTranslation("commitments");
  const { spans, now } = spansOf(items, serverNow());
  if (spans.length === 0) return null;
  const dayOf = (moment: string | null) => moment?.slice(0, 10) ?? "";
  return (
    <Figure
      level={2}
      title={t("timeline.title")}
      name={`${community.name} ${t("timeline.title")}`}
      rows={spans}
      keyOf={({ commitment }) => commitment.id}
      columns={[
        { id: "title", header: t("column.title"), cell: ({ commitment }) => commitment.title },
        {
          id: "asked",
          header: t("timeline.asked"),
          cell: ({ commitment }) => dayOf(commitment.createdAt),
        },
        { id: "due", header: t("column.due"), cell: ({ commitment }) => dayOf(commitment.dueAt) },
        {
          id: "done",
          header: t("timeline.done"),
          cell: ({ commitment }) => dayOf(commitment.doneAt),
        },
        {
          id: "state",
          header: t("column.state"),
          cell: ({ commitment }) => t(`state.${commitment.state}`),
        },
      ]}
      caption={t("timeline.means")}
    >
      <ol className="space-y-3">
        {spans.map((span) => (
          <li key={span.commitment.id}>
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <Link
                to="/c/$slug/commitments/$commitmentId"
                params={{ slug: community.slug, commitmentId: span.commitment.id }}
                className="link"
              >
                <bdi>{span.commitment.title}</bdi>
              </Link>
              <span className="text-sm text-muted">
                {t(`state.${span.commitment.state}`)} · <Time value={span.commitment.dueAt} />
              </span>
            </div>
            <Track span={span} now={now} />
          </li>
        ))}
      </ol>
    </Figure>
  );
}
