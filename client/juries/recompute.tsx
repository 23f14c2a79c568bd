import { useTranslation } from "react-i18next";
import { useWorker } from "../lib/use-worker.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { CheckRow } from "../ui/check-row.tsx";
import { type DrawCheck, checksOf } from "./draw-checks.ts";
import type { DrawFound, DrawTask } from "./draw-task.ts";
import { DrawWarnings } from "./draw-warnings.tsx";

// Written out here, as that is how what is built knows the file.
const worker = () => new Worker(new URL("./draw-worker.ts", import.meta.url), { type: "module" });

function Check({ check: { id, state, faults } }: { check: DrawCheck }) {
  const { t } = useTranslation("juries");
  return (
    <CheckRow
      name={t(`check.${id}`)}
      state={state}
      says={t(`state.${state}`)}
      note={t(state === "skipped" ? `checkSkipped.${id}` : `checkHow.${id}`)}
      faults={faults.map(({ code, values }) => t(`fault.${code}`, values))}
    />
  );
}

function Verdict({ found, isEntered }: { found: DrawFound; isEntered: boolean }) {
  const { t } = useTranslation("juries");
  if (!found.isRight) return <Banner tone="danger">{t("verdict.wrong")}</Banner>;
  const isWaiting = found.document?.seed === null;
  const what = isWaiting ? "waiting" : isEntered ? "right" : "rightUnentered";
  return (
    <Banner tone="info" icon={isWaiting ? "clock" : "check"}>
      {t(`verdict.${what}`)}
    </Banner>
  );
}

/** Draws the jury again in the reader's own browser, and says of each step what was checked. */
export function Recompute({ task }: { task: DrawTask }) {
  const { t } = useTranslation("juries");
  const { found, state, start } = useWorker<DrawTask, DrawFound>(worker);
  const isEntered = task.poolHash !== undefined;
  return (
    <div className="max-w-3xl space-y-4">
      <p className="max-w-measure text-muted">{t("recompute.lead")}</p>
      <Button variant="primary" icon="check" busy={state === "busy"} onClick={() => start(task)}>
        {t("recompute.button")}
      </Button>
      {state === "failed" && <Banner tone="warn">{t("recompute.failed")}</Banner>}
      {found && (
        <div className="space-y-4">
          <Verdict found={found} isEntered={isEntered} />
          <DrawWarnings warnings={found.warnings} />
          <ol
            aria-label={t("recompute.checks")}
            className="rounded-lg border border-line bg-surface"
          >
            {checksOf(found, isEntered).map((check) => (
              <Check key={check.id} check={check} />
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}
