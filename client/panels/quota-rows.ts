import type { Panel, PanelAttribute } from "#shared/contract/panels.ts";

export interface QuotaRow {
  readonly value: string;
  readonly min: number;
  readonly max: number;
  /** Volunteers with this value, and those of them whom the lot drew at first; null where it can't be told. */
  readonly pool: number | null;
  readonly drawn: number | null;
}

const countIn = (counts: Panel["counts"], attribute: string, value: string): number | null =>
  counts.find((one) => one.attribute === attribute)?.values.find((one) => one.value === value)
    ?.count ?? null;

/** The quotas of an attribute beside what is told of the volunteers and of those drawn. */
export const quotaRows = (
  { counts, drawnCounts }: Pick<Panel, "counts" | "drawnCounts">,
  { name, values }: PanelAttribute,
): QuotaRow[] =>
  values.map((quota) => ({
    ...quota,
    pool: countIn(counts, name, quota.value),
    drawn: countIn(drawnCounts, name, quota.value),
  }));
