import { namelessReport, type PowerReport, powerReport } from "#shared/power-report/report.ts";
import type { DecidedCase } from "../decisions/public.ts";

export function reportOf(decided: DecidedCase): PowerReport {
  return decided.kind === "named" ? powerReport(decided) : namelessReport(decided);
}
