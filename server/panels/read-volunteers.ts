import { type PanelAttribute, panelLimits } from "#shared/contract/panels.ts";
import type { ReasonCode, ReasonValues } from "#shared/contract/reasons.ts";
import { csvRows } from "../platform/csv-rows.ts";
import { because, refuseField } from "../platform/problem.ts";

interface Known {
  readonly attributes: readonly PanelAttribute[];
  readonly members: readonly { readonly participantId: string; readonly name: string }[];
}

export interface Registered {
  readonly participantId: string;
  readonly answers: Record<string, string>;
  readonly household: string | null;
}

function refuse(code: ReasonCode, values: ReasonValues): never {
  refuseField("invalid-request", "csv", because(code, values));
}

/** Reads a table of volunteers whose first row is `member,household` and each attribute; refuses the first slip in it. */
export function readVolunteers(csv: string, { attributes, members }: Known): Registered[] {
  const [first, ...rows] = csvRows(csv);
  const head = first?.cells ?? [];
  const expected = ["member", "household", ...attributes.map(({ name }) => name)];
  if (head.join("\n") !== expected.join("\n")) {
    refuse("panel-columns", { expected: expected.join(","), found: head.join(",").slice(0, 200) });
  }
  if (rows.length > panelLimits.volunteers) refuse("panel-full", { most: panelLimits.volunteers });
  const lines = new Map<string, number>();
  return rows.map(({ cells, line }) => {
    const [name = "", household = "", ...values] = cells;
    const [one, other] = members.filter((member) => member.name === name);
    if (!one || other) refuse("panel-member", { line, column: "member", found: name.slice(0, 80) });
    const before = lines.get(one.participantId);
    if (before !== undefined) {
      refuse("panel-twice", { line, found: name.slice(0, 80), first: before });
    }
    lines.set(one.participantId, line);
    const answers = attributes.map(({ name: column, values: known }, place) => {
      const found = values[place] ?? "";
      const words = known.map(({ value }) => value);
      if (!words.includes(found)) {
        refuse("panel-value", {
          line,
          column,
          found: found.slice(0, 80),
          expected: words.join(", "),
        });
      }
      return [column, found] as const;
    });
    return {
      participantId: one.participantId,
      answers: Object.fromEntries(answers),
      household: household === "" ? null : household.slice(0, panelLimits.household),
    };
  });
}
