import { Icon } from "../ui/icons.tsx";
import type { Report } from "./queries.ts";
import { type Telling, warningInWords } from "./telling.ts";

/** What warns that few held a decision in their hands, in plain sentences, before any number. */
export function Warnings({ report, telling }: { report: Report; telling: Telling }) {
  const { t } = telling;
  const { warnings } = report;
  if (warnings.length === 0) {
    return (
      <p className="flex items-start gap-3 border-s-4 border-good ps-5 text-lg">
        <Icon name="check" size={22} className="mt-1 text-good" />
        {t("warning.none")}
      </p>
    );
  }
  return (
    <ul aria-label={t("warning.title")} className="space-y-3 border-s-4 border-warn ps-5">
      {warnings.map((warning) => (
        <li
          key={`${warning.code} ${warning.people.join(" ")}`}
          className="flex max-w-measure items-start gap-3 text-lg text-pretty"
        >
          <Icon name="warning" size={22} className="mt-1 text-warn" />
          <span>{warningInWords(warning, telling)}</span>
        </li>
      ))}
    </ul>
  );
}
