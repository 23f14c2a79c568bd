import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { downloadCsv } from "../ui/csv.ts";
import { DataTable } from "../ui/data-table.tsx";
import type { Place } from "./bench.ts";
import { useStratumText } from "./draw-picture.tsx";

const atFirst = 24;
const most = 500;

interface DrawTableProps {
  places: readonly Place[];
  name: string;
}

/** Everybody who could be drawn, in the order of the lot, by pseudonym. */
export function DrawTable({ places, name }: DrawTableProps) {
  const { t, i18n } = useTranslation("juries");
  const stratumText = useStratumText();
  const [isWhole, setIsWhole] = useState(false);
  const fateText = ({ fate, why }: Place) => (why === null ? t(`fate.${fate}`) : t(`why.${why}`));
  const head = [t("table.place"), t("table.pseudonym"), t("table.kind"), t("table.fate")];
  const save = () =>
    downloadCsv(name, [
      head,
      ...places.map((one) => [one.place, one.pseudonym, stratumText(one), fateText(one)]),
    ]);
  return (
    <div className="space-y-3">
      <DataTable
        caption={t("table.title")}
        rows={places.slice(0, isWhole ? most : atFirst)}
        keyOf={({ pseudonym }) => pseudonym}
        columns={[
          {
            id: "place",
            header: t("table.place"),
            align: "end",
            cell: ({ place }) => place.toLocaleString(i18n.language),
          },
          {
            id: "pseudonym",
            header: t("table.pseudonym"),
            isHeader: true,
            cell: ({ pseudonym }) => (
              <code dir="ltr" title={pseudonym} className="font-mono text-sm">
                {pseudonym.slice(0, 12)}…
              </code>
            ),
          },
          { id: "kind", header: t("table.kind"), cell: (one) => stratumText(one) },
          { id: "fate", header: t("table.fate"), cell: (one) => fateText(one) },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        {!isWhole && places.length > atFirst && (
          <Button size="small" onClick={() => setIsWhole(true)}>
            {t("table.all")}
          </Button>
        )}
        <Button size="small" variant="quiet" icon="download" onClick={save}>
          {t("table.csv")}
        </Button>
      </div>
    </div>
  );
}
