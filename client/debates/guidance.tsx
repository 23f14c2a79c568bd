import { useTranslation } from "react-i18next";
import { useDebate } from "./debate-context.ts";

/** Steps for which a frame has a word of advice. */
const guided = ["framing", "deliberation", "voting", "followup"] as const;

/** What helps at this step of a debate that was begun with a frame. */
export function Guidance() {
  const { t } = useTranslation("debates");
  const { phase, template } = useDebate().debate;
  const step = guided.find((one) => one === phase);
  if (template === null || step === undefined) return null;
  return (
    <details data-no-print className="mb-4 max-w-measure rounded-md border border-line px-4 py-2">
      <summary className="w-fit font-medium">
        {t("template.guide", { name: t(`template.${template}.name`) })}
      </summary>
      <p className="mt-2 text-muted">{t(`template.${template}.${step}`)}</p>
    </details>
  );
}
