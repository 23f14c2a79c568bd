import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BudgetLine } from "#shared/contract/treasury.ts";
import { useMoney, plainMoney } from "../funding/public.ts";
import { Button } from "../ui/button.tsx";
import { CsvButton, type TextColumn } from "../ui/csv-button.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { LineForm } from "./line-form.tsx";
import type { FiguresProps } from "./props.ts";

/** How much of a line is spent; beyond what was planned it is full, and says so. */
function Spent({ line }: { line: BudgetLine }) {
  const { t, i18n } = useTranslation("treasury");
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" });
  const share = Math.max(0, line.spent / line.planned);
  const isOver = line.spent > line.planned;
  return (
    <span className="flex min-w-40 items-center gap-2">
      <span aria-hidden="true" className="h-2 flex-1 rounded-sm bg-sunken">
        <span
          className={`block h-full rounded-sm ${isOver ? "bg-con" : "bg-accent"}`}
          style={{ width: `${Math.min(1, share) * 100}%` }}
        />
      </span>
      <span className="tabular-nums">{percent.format(share)}</span>
      {isOver && <span className="text-sm text-danger">{t("budget.over")}</span>}
    </span>
  );
}

function Lines({
  figures,
  community,
  onEdit,
}: FiguresProps & { onEdit?: (line: BudgetLine) => void }) {
  const { t } = useTranslation("treasury");
  const money = useMoney(figures.currency);
  const amount = (id: "planned" | "spent") => ({
    id,
    header: t(`budget.${id}`),
    cell: (line: BudgetLine) => money(line[id]),
    plain: (line: BudgetLine) => plainMoney(line[id]),
  });
  const texts: TextColumn<BudgetLine>[] = [
    { id: "title", header: t("budget.what"), cell: ({ title }) => title },
    amount("planned"),
    amount("spent"),
  ];
  const edit = {
    id: "edit",
    header: <span className="sr-only">{t("budget.change")}</span>,
    className: "relative",
    cell: (line: BudgetLine) => (
      <Button size="small" variant="quiet" icon="edit" onClick={() => onEdit?.(line)}>
        {t("budget.change")}
      </Button>
    ),
  };
  return (
    <div className="space-y-2">
      <DataTable
        caption={t("budget.title")}
        hideCaption
        stacks
        rows={figures.lines}
        keyOf={({ id }) => id}
        columns={[
          ...texts.map((column, at) => ({
            ...column,
            cell: at === 0 ? ({ title }: BudgetLine) => <bdi>{title}</bdi> : column.cell,
            isHeader: at === 0,
            align: at === 0 ? ("start" as const) : ("end" as const),
          })),
          { id: "share", header: t("budget.share"), cell: (line) => <Spent line={line} /> },
          ...(onEdit ? [edit] : []),
        ]}
      />
      <CsvButton
        name={`${community.name} ${t("budget.title")} ${figures.currency}`}
        columns={texts}
        rows={figures.lines}
      />
    </div>
  );
}

/** What was planned, and what of it is spent. */
export function Budget({ mayPlan, ...props }: FiguresProps & { mayPlan: boolean }) {
  const { t } = useTranslation("treasury");
  const [edited, setEdited] = useState<BudgetLine | "new" | null>(null);
  const { figures, community } = props;
  return (
    <div className="space-y-4">
      {figures.lines.length === 0 ? (
        <p className="text-muted">{t("budget.none")}</p>
      ) : (
        <Lines {...props} {...(mayPlan && { onEdit: setEdited })} />
      )}
      {mayPlan && edited === null && (
        <Button icon="plus" onClick={() => setEdited("new")}>
          {t("budget.plan")}
        </Button>
      )}
      {edited !== null && (
        <LineForm
          key={edited === "new" ? "new" : edited.id}
          communityId={community.id}
          currency={figures.currency}
          line={edited === "new" ? undefined : edited}
          onDone={() => setEdited(null)}
        />
      )}
    </div>
  );
}
