import type { Difference, Finding } from "#shared/conformance/finding.ts";

interface Row {
  readonly area: string;
  readonly rule: string;
  passed: number;
  failed: number;
  notApplicable: number;
}

/** One row for each area and rule, and one for each area. */
function rowsOf(findings: readonly Finding[]): Row[] {
  const rows = new Map<string, Row>();
  const rowFor = (area: string, rule: string): Row => {
    const key = JSON.stringify([area, rule]);
    const row = rows.get(key) ?? { area, rule, passed: 0, failed: 0, notApplicable: 0 };
    rows.set(key, row);
    return row;
  };
  for (const { area, rule, verdict } of findings) {
    for (const row of [rowFor(area, "(all)"), rowFor(area, rule)]) {
      if (verdict === "passed") row.passed += 1;
      else if (verdict === "failed") row.failed += 1;
      else row.notApplicable += 1;
    }
  }
  return [...rows.values()];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((text, column) => {
        const width = widths?.[column] ?? 0;
        return column < 2 ? text.padEnd(width) : text.padStart(width);
      })
      .join("  ")
      .trimEnd(),
  );
}

/** Long values are cut: a table of stages would bury what is wrong. */
function short(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 400 ? `${text.slice(0, 400)}...` : text;
}

function told({ what, expected, got }: Difference): string[] {
  return [`    ${what}`, `      expected ${short(expected)}`, `      got      ${short(got)}`];
}

function failureLines(finding: Finding): string[] {
  if (finding.verdict !== "failed") return [];
  const head = `  ${finding.area}/${finding.id}: ${finding.rule}`;
  if ("reason" in finding) return [head, `    ${finding.reason}`];
  return [head, ...finding.differences.flatMap(told)];
}

/** Cases that nothing here answers, by reason. */
function reasonLines(findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (finding.verdict !== "not-applicable") continue;
    const text = `${finding.area}: ${finding.rule}: ${finding.reason}`;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => `  ${text} (${count})`);
}

export const failuresIn = (findings: readonly Finding[]) =>
  findings.filter(({ verdict }) => verdict === "failed").length;

/** The report as lines of text. */
export function report(findings: readonly Finding[]): string[] {
  const rows = rowsOf(findings).map((row) =>
    [row.area, row.rule, row.passed, row.failed, row.notApplicable].map(String),
  );
  const header = ["area", "method", "passed", "failed", "not applicable"];
  const lines = table([header, ...rows]);
  const reasons = reasonLines(findings);
  if (reasons.length > 0) lines.push("", "Not applicable:", ...reasons);
  const failures = findings.flatMap(failureLines);
  if (failures.length > 0) lines.push("", "Failed:", ...failures);
  const count = (verdict: Finding["verdict"]) =>
    findings.filter((finding) => finding.verdict === verdict).length;
  const notApplicable = count("not-applicable");
  lines.push(
    "",
    `${count("passed")} passed, ${count("failed")} failed, ${notApplicable} not applicable.`,
  );
  return lines;
}
