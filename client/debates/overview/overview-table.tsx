import { memo, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { downloadCsv } from "../../ui/csv.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { useWordsOfNode, NodeLink } from "../focus/node-link.tsx";
import { type OutlineNode, sidesOf } from "../outline/tree.ts";

const atOnce = 20;

/** A node and all below it, the ones with most below them first. */
function bySize(tops: readonly OutlineNode[]): OutlineNode[] {
  const all = [...tops];
  for (let next = 0; next < all.length; next += 1) all.push(...(all[next]?.children ?? []));
  return all.toSorted((a, b) => b.below - a.below);
}

function useKindOf() {
  const { t } = useTranslation(["views", "debates"]);
  return (node: OutlineNode) =>
    node.kind === "position" ? t("overview.position") : t(`debates:outline.side.${node.edge.side}`);
}

function useColumns(): Column<OutlineNode>[] {
  const { t } = useTranslation(["views", "debates"]);
  const wordsOf = useWordsOfNode();
  const kindOf = useKindOf();
  return [
    {
      id: "words",
      header: t("overview.words"),
      isHeader: true,
      className: "min-w-48",
      cell: (node) => (
        <NodeLink node={node} className="font-serif font-normal no-underline hover:underline">
          <bdi>{wordsOf(node)}</bdi>
        </NodeLink>
      ),
    },
    { id: "kind", header: t("overview.kind"), cell: kindOf },
    { id: "level", header: t("overview.level"), align: "end", cell: ({ depth }) => depth },
    { id: "below", header: t("overview.belowIt"), align: "end", cell: ({ below }) => below },
    {
      id: "pro",
      header: t("debates:outline.side.pro"),
      align: "end",
      cell: (node) => sidesOf(node).pro,
    },
    {
      id: "con",
      header: t("debates:outline.side.con"),
      align: "end",
      cell: (node) => sidesOf(node).con,
    },
  ];
}

/** The same as the rings, in numbers; all of it, as far as one asks for. */
export const OverviewTable = memo(({ tops }: { tops: readonly OutlineNode[] }) => {
  const { t } = useTranslation(["views", "debates", "ui"]);
  const [limit, setLimit] = useState(atOnce);
  const columns = useColumns();
  const wordsOf = useWordsOfNode();
  const kindOf = useKindOf();
  const all = useMemo(() => bySize(tops), [tops]);
  const left = all.length - limit;
  const save = () =>
    downloadCsv(t("overview.table"), [
      [t("overview.words"), t("overview.kind"), t("overview.level"), t("overview.belowIt")].concat(
        t("debates:outline.side.pro"),
        t("debates:outline.side.con"),
      ),
      ...all.map((node) => {
        const { pro, con } = sidesOf(node);
        return [wordsOf(node), kindOf(node), node.depth, node.below, pro, con];
      }),
    ]);
  return (
    <div>
      <DataTable
        caption={t("overview.table")}
        columns={columns}
        rows={all.slice(0, limit)}
        keyOf={({ id }) => id}
      />
      <div data-no-print className="mt-3 flex flex-wrap gap-2">
        {left > 0 && (
          <Button size="small" onClick={() => setLimit(limit + 5 * atOnce)}>
            {t("overview.more", { count: Math.min(left, 5 * atOnce) })}
          </Button>
        )}
        <Button size="small" variant="quiet" icon="download" onClick={save}>
          {t("ui:chart.csv")}
        </Button>
      </div>
    </div>
  );
});
OverviewTable.displayName = "OverviewTable";
