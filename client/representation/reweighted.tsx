import type { Representation } from "#shared/contract/representation.ts";
import { Figure } from "../decisions/public.ts";
import { useWords } from "./words.ts";

interface ReweightedProps {
  report: Representation;
  name: string;
}

/** What the result would be if the shares were what they should be: beside the real one, never in its place. */
export function Reweighted({ report, name }: ReweightedProps) {
  const { t, number, percent } = useWords();
  const { reweighted, options, attributes } = report;
  if (reweighted === null) return null;
  const { kind, valueId, people, largest } = reweighted;
  if (kind !== "raked") {
    const value = attributes.flatMap(({ values }) => values).find(({ id }) => id === valueId);
    return <p className="max-w-measure">{t(`reweighted.${kind}`, { value: value?.name ?? "" })}</p>;
  }
  const rows = reweighted.options.map((row) => {
    return { ...row, title: options.find(({ id }) => id === row.option)?.title ?? row.option };
  });
  const figures = ["real", "reweighted"] as const;
  return (
    <Figure
      title={t("reweighted.figure")}
      name={`${name} ${t("reweighted.figure")}`}
      rows={rows}
      keyOf={({ option }) => option}
      columns={[
        { id: "title", header: t("reweighted.option"), cell: ({ title }) => title },
        ...figures.map((which) => ({
          id: which,
          header: t(`reweighted.${which}`),
          cell: (row: (typeof rows)[number]) => percent(row[which] / 100),
          plain: (row: (typeof rows)[number]) => row[which],
        })),
      ]}
      caption={t("reweighted.limits", { people: number(people), largest: number(largest) })}
    >
      <ul className="max-w-3xl">
        {rows.map(({ option, title, ...row }) => (
          <li key={option} className="py-2">
            <bdi className="font-medium">{title}</bdi>
            {figures.map((which) => (
              <div key={which} className="mt-1 flex items-center gap-3 text-sm">
                <span className="w-32 shrink-0 text-muted">{t(`reweighted.${which}`)}</span>
                <span aria-hidden="true" className="h-3 grow rounded-sm bg-sunken">
                  <span
                    className={`block h-full min-w-px rounded-sm ${which === "real" ? "bg-ink" : "bg-accent/60"}`}
                    style={{ width: `${row[which]}%` }}
                  />
                </span>
                <span className="w-12 text-end tabular-nums">{percent(row[which] / 100)}</span>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Figure>
  );
}
