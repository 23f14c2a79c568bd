import { useQuery } from "@tanstack/react-query";
import { Progress } from "../ui/progress.tsx";
import type { PanelProps } from "./props.ts";
import { progressQuery } from "./queries.ts";
import { useWords } from "./words.ts";

/** How far the lottery is; it is drawn up apart, and the page can be left. */
export function Computing({ panel }: Pick<PanelProps, "panel">) {
  const { t } = useWords();
  const { data } = useQuery(progressQuery({ panelId: panel.id }));
  const isCounting = data !== undefined && data !== null && data.done > 0;
  return (
    <div className="max-w-measure space-y-2">
      <Progress
        label={t("computing.label")}
        done={data?.done ?? 0}
        total={isCounting ? data.of : null}
        text={isCounting ? undefined : t("computing.begun")}
      />
      <p className="text-sm text-muted">{t("computing.text")}</p>
    </div>
  );
}
