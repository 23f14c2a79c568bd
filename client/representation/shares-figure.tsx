import type {
  DeclaredAttribute,
  RepresentationPart,
  RepresentationRow,
} from "#shared/contract/representation.ts";
import { whole } from "#shared/representation/report.ts";
import { Figure } from "../decisions/public.ts";
import { Badge } from "../ui/badge.tsx";
import { useWords } from "./words.ts";

interface Named extends RepresentationRow {
  readonly name: string;
}

/** The share as a bar, the interval as a line over it, and a dashed mark where it should be. */
function Bar({ share, target }: Pick<Named, "share" | "target">) {
  return (
    <div aria-hidden="true" className="relative mt-1 h-3 rounded-sm bg-sunken compact:h-2">
      {share && (
        <>
          <div
            className="h-full min-w-px rounded-sm bg-accent/60"
            style={{ width: `${share.share * 100}%` }}
          />
          <div
            className="absolute inset-y-1 border-t-2 border-ink compact:inset-y-0.5"
            style={{
              insetInlineStart: `${share.low * 100}%`,
              width: `${(share.high - share.low) * 100}%`,
            }}
          />
        </>
      )}
      {target !== null && (
        <div
          className="absolute -inset-y-1 border-s-2 border-dashed border-ink"
          style={{ insetInlineStart: `${(target / whole) * 100}%` }}
        />
      )}
    </div>
  );
}

function Row({ row }: { row: Named }) {
  const { t, number, percent, target } = useWords();
  const { name, share, verdict } = row;
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <bdi className="min-w-0 font-medium">{name}</bdi>
        <span className="tabular-nums">
          {share ? percent(share.share) : <span className="text-sm text-muted">{t("few")}</span>}
          {row.target !== null && (
            <span className="ms-2 text-sm text-muted">
              {t("meant", { share: target(row.target) })}
            </span>
          )}
        </span>
      </div>
      <Bar share={share} target={row.target} />
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        {share && t("between", { low: percent(share.low), high: percent(share.high) })}
        {verdict === "missing" && (
          <Badge tone="warn" icon="warning">
            {t("verdict.missing", { wanted: number(row.wanted) })}
          </Badge>
        )}
        {verdict === "over" && <Badge>{t("verdict.over")}</Badge>}
        {row.words !== null && <span>{t("words", { share: percent(row.words / 100) })}</span>}
        {row.replies !== null && <span>{t("replies", { share: percent(row.replies / 100) })}</span>}
      </p>
    </li>
  );
}

interface SharesFigureProps {
  attribute: DeclaredAttribute;
  part: RepresentationPart;
  /** Of the file. */
  name: string;
}

function useColumns() {
  const { t, number, percent, target } = useWords();
  const share = (which: "count" | "share" | "low" | "high") => ({
    id: which,
    header: t(`column.${which}`),
    cell: (row: Named) => {
      if (row.share === null) return "–";
      return which === "count" ? number(row.share.count) : percent(row.share[which]);
    },
    plain: (row: Named) => row.share?.[which] ?? "",
  });
  const spoken = (which: "words" | "replies") => ({
    id: which,
    header: t(`column.${which}`),
    cell: (row: Named) => (row[which] === null ? "–" : percent(row[which] / 100)),
    plain: (row: Named) => row[which] ?? "",
  });
  return [
    ...(["count", "share", "low", "high"] as const).map(share),
    {
      id: "target",
      header: t("column.target"),
      cell: (row: Named) => (row.target === null ? "–" : target(row.target)),
      plain: (row: Named) => (row.target === null ? "" : row.target / whole),
    },
    {
      id: "wanted",
      header: t("column.wanted"),
      cell: (row: Named) => number(row.wanted),
      plain: (row: Named) => row.wanted,
    },
    spoken("words"),
    spoken("replies"),
  ];
}

/** Shares of who took part, each with its interval and the share that there should be. */
export function SharesFigure({ attribute, part, name }: SharesFigureProps) {
  const { t, number } = useWords();
  const columns = useColumns();
  const rows = part.rows.map((row) => {
    return { ...row, name: attribute.values.find(({ id }) => id === row.valueId)?.name ?? "" };
  });
  const rest = part.rest ? t("rest", { count: part.rest, formatted: number(part.rest) }) : "";
  return (
    <Figure
      title={attribute.name}
      name={`${name} ${attribute.name}`}
      rows={rows}
      keyOf={({ valueId }) => valueId}
      columns={[{ id: "name", header: attribute.name, cell: (row: Named) => row.name }, ...columns]}
      caption={`${t("said", { count: part.of, formatted: number(part.of) })} ${rest}`}
    >
      <ul className="max-w-3xl">
        {rows.map((row) => (
          <Row key={row.valueId} row={row} />
        ))}
      </ul>
    </Figure>
  );
}
