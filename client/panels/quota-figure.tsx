import type { PanelAttribute } from "#shared/contract/panels.ts";
import { Figure } from "../decisions/public.ts";
import type { TextColumn } from "../ui/csv-button.tsx";
import type { PanelProps } from "./props.ts";
import { type QuotaRow, quotaRows } from "./quota-rows.ts";
import { useWords } from "./words.ts";

/** The quota as a band over all seats, the share of volunteers as a bar, those drawn as another below it. */
function Bars({ row, seats, pool }: { row: QuotaRow; seats: number; pool: number }) {
  const at = (share: number) => `${share * 100}%`;
  return (
    <div aria-hidden="true" className="relative mt-1 space-y-0.5 rounded-sm bg-sunken py-0.5">
      <div className="h-2">
        {row.pool !== null && (
          <div
            className="h-full min-w-px rounded-sm bg-line-strong"
            style={{ width: at(row.pool / pool) }}
          />
        )}
      </div>
      <div className="h-2">
        {row.drawn !== null && (
          <div
            className="h-full min-w-px rounded-sm bg-accent"
            style={{ width: at(row.drawn / seats) }}
          />
        )}
      </div>
      <div
        className="absolute -inset-y-1 border-x-2 border-dashed border-ink"
        style={{
          insetInlineStart: at(row.min / seats),
          width: at(Math.max(row.max - row.min, 0) / seats),
        }}
      />
    </div>
  );
}

function Row({ row, seats, pool }: { row: QuotaRow; seats: number; pool: number }) {
  const { t, number, percent, range } = useWords();
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <bdi className="min-w-0 font-medium">{row.value}</bdi>
        <span className="tabular-nums">
          {t("figure.quota", { count: row.max, range: range(row) })}
        </span>
      </div>
      <Bars row={row} seats={seats} pool={pool} />
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
        {row.pool !== null && (
          <span>
            {t("figure.pool", { count: number(row.pool), share: percent(row.pool / pool) })}
          </span>
        )}
        {row.drawn !== null && (
          <span>
            {t("figure.drawn", { count: number(row.drawn), share: percent(row.drawn / seats) })}
          </span>
        )}
      </p>
    </li>
  );
}

function useColumns(attribute: string): TextColumn<QuotaRow>[] {
  const { t, number } = useWords();
  const bound = (id: "min" | "max"): TextColumn<QuotaRow> => ({
    id,
    header: t(`column.${id}`),
    cell: (row) => number(row[id]),
    plain: (row) => row[id],
  });
  const count = (id: "pool" | "drawn"): TextColumn<QuotaRow> => ({
    id,
    header: t(`column.${id}`),
    cell: (row) => (row[id] === null ? "–" : number(row[id])),
    plain: (row) => row[id] ?? "",
  });
  return [
    { id: "value", header: attribute, cell: (row) => row.value },
    bound("min"),
    bound("max"),
    count("pool"),
    count("drawn"),
  ];
}

function Attribute({
  panel,
  attribute,
}: Pick<PanelProps, "panel"> & { attribute: PanelAttribute }) {
  const { t } = useWords();
  const rows = quotaRows(panel, attribute);
  const columns = useColumns(attribute.name);
  const isHidden = panel.stage !== "registering" && rows.some(({ pool }) => pool === null);
  const isPartHidden = panel.stage === "drawn" && rows.some(({ drawn }) => drawn === null);
  const note = isHidden ? t("figure.hidden") : isPartHidden ? t("figure.drawnHidden") : undefined;
  return (
    <Figure
      title={attribute.name}
      name={`${panel.title} ${attribute.name}`}
      rows={rows}
      keyOf={({ value }) => value}
      columns={columns}
      caption={note}
    >
      <ul className="max-w-3xl">
        {rows.map((row) => (
          <Row key={row.value} row={row} seats={panel.seats} pool={panel.volunteers} />
        ))}
      </ul>
    </Figure>
  );
}

/** What the panel is to be like, beside those who volunteered and those who were drawn. */
export function Quotas({ panel }: Pick<PanelProps, "panel">) {
  const { t } = useWords();
  if (panel.attributes.length === 0) return null;
  return (
    <section aria-labelledby="quotas-title" className="space-y-6">
      <div className="space-y-2">
        <h2 id="quotas-title" className="text-2xl">
          {t("figure.title")}
        </h2>
        <p className="max-w-measure text-muted">
          {t(panel.stage === "registering" ? "figure.leadBefore" : "figure.lead")}
        </p>
      </div>
      <div className="grid gap-10 lg:grid-cols-2">
        {panel.attributes.map((attribute) => (
          <Attribute key={attribute.name} panel={panel} attribute={attribute} />
        ))}
      </div>
    </section>
  );
}
