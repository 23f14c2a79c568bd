import type { ReactNode } from "react";
import type { Gap, Share } from "#shared/contract/accountability.ts";
import { Figure } from "../decisions/public.ts";
import { Badge } from "../ui/badge.tsx";
import { useWords } from "./words.ts";

export interface ShareRow {
  readonly id: string;
  readonly label: string;
  /** The label with a way to what it is about. */
  readonly link?: ReactNode;
  readonly share: Share | null;
  /** To all others; null where there is nothing to compare. */
  readonly gap: Gap | null;
}

interface ShareFigureProps {
  title: string;
  /** Of the file. */
  name: string;
  /** What the rows are. */
  header: string;
  rows: readonly ShareRow[];
  caption?: ReactNode;
}

/** The share as a bar, and as a line over it between what it may be by chance. */
function Bar({ share: { share, low, high } }: { share: Share }) {
  return (
    <div aria-hidden="true" className="relative mt-1 h-3 rounded-sm bg-sunken compact:h-2">
      <div
        className="h-full min-w-px rounded-sm bg-accent/60"
        style={{ width: `${share * 100}%` }}
      />
      <div
        className="absolute -inset-y-0.5 flex items-center border-x-2 border-ink"
        style={{ insetInlineStart: `${low * 100}%`, width: `${(high - low) * 100}%` }}
      >
        <div className="w-full border-t-2 border-ink" />
      </div>
    </div>
  );
}

function Row({ row }: { row: ShareRow }) {
  const { t, part, percent, gap } = useWords();
  const { label, link, share } = row;
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="min-w-0 font-medium">{link ?? <bdi>{label}</bdi>}</span>
        <span className="tabular-nums">
          {share ? (
            <>
              {part(share)} <span className="text-sm text-muted">{percent(share.share)}</span>
            </>
          ) : (
            <span className="text-sm text-muted">{t("noneYet")}</span>
          )}
        </span>
      </div>
      {share && <Bar share={share} />}
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        {share && t("between", { low: percent(share.low), high: percent(share.high) })}
        {row.gap?.isMarked && (
          <>
            <Badge tone="warn" icon="warning">
              {t(row.gap.difference > 0 ? "mark.more" : "mark.less")}
            </Badge>
            <span>{gap(row.gap)}</span>
          </>
        )}
      </p>
    </li>
  );
}

/** Shares side by side, each with its interval; what stands out is marked, in words too. */
export function ShareFigure({ title, name, header, rows, caption }: ShareFigureProps) {
  const { t, number, percent, gap } = useWords();
  const of = (which: "count" | "of" | "share" | "low" | "high") => ({
    header: t(`column.${which}`),
    id: which,
    cell: ({ share }: ShareRow) => {
      if (share === null) return "–";
      return which === "count" || which === "of" ? number(share[which]) : percent(share[which]);
    },
    plain: ({ share }: ShareRow) => share?.[which] ?? "",
  });
  return (
    <Figure
      title={title}
      name={name}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { id: "label", header, cell: ({ label }) => label },
        ...(["count", "of", "share", "low", "high"] as const).map(of),
        {
          id: "gap",
          header: t("column.gap"),
          cell: (row) => (row.gap ? gap(row.gap) : "–"),
          plain: (row) => row.gap?.difference ?? "",
        },
        {
          id: "mark",
          header: t("column.mark"),
          cell: (row) => t(row.gap?.isMarked ? "yes" : "no"),
        },
      ]}
      caption={caption}
    >
      <ul className="max-w-3xl">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </Figure>
  );
}
