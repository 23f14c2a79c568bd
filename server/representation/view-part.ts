import type { RepresentationPart } from "#shared/contract/representation.ts";
import { reportOn } from "#shared/representation/report.ts";
import type { Release } from "./release-store.ts";
import type { AttributeRow } from "./store.ts";

const empty = { cells: [], rest: null, of: 0 };

/** What was told of one attribute, beside the shares that there should be by now. */
export function viewPart({ id, values }: AttributeRow, settled?: Release): RepresentationPart {
  const { table = empty, words = {}, replies = {}, support = [] } = settled?.told ?? {};
  const targets = values.map((value) => ({ value: value.id, target: value.target }));
  return {
    attributeId: id,
    asOf: table.of > 0 && settled ? settled.releasedAt.toISOString() : null,
    rows: reportOn(table, targets).map(({ value, ...row }) => ({
      valueId: value,
      ...row,
      words: words[value] ?? null,
      replies: replies[value] ?? null,
    })),
    rest: table.rest,
    of: table.of,
    support: support.map(({ backing, ...row }) => {
      return { ...row, values: [...row.values], backing: [...backing] };
    }),
  };
}
