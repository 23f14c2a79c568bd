import { useWorker } from "../lib/use-worker.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { CheckRow } from "../ui/check-row.tsx";
import type { DrawCheck, Rechecked, RecheckTask } from "./recheck.ts";
import { useWords } from "./words.ts";

// Written out here, as that is how what is built knows the file.
const worker = () =>
  new Worker(new URL("./recheck-worker.ts", import.meta.url), { type: "module" });

function Check({ check: { id, state, faults } }: { check: DrawCheck }) {
  const { t } = useWords();
  return (
    <CheckRow
      name={t(`checks.${id}`)}
      state={state}
      says={t(`state.${state}`)}
      note={t(state === "skipped" ? `checkSkipped.${id}` : `checkHow.${id}`)}
      faults={faults.map(({ code, values }) => t(`fault.${code}`, values))}
    />
  );
}

function Verdict({ found, isEntered }: { found: Rechecked; isEntered: boolean }) {
  const { t } = useWords();
  if (!found.isRight) return <Banner tone="danger">{t("verdict.wrong")}</Banner>;
  const isWaiting = found.document?.seed === null;
  const what = isWaiting ? "waiting" : isEntered ? "right" : "rightUnentered";
  return (
    <Banner tone="info" icon={isWaiting ? "clock" : "check"}>
      {t(`verdict.${what}`)}
    </Banner>
  );
}

function Members({ found, own }: { found: Rechecked; own: string | null }) {
  const { t, number } = useWords();
  const { members, document } = found;
  if (!document || members.length === 0) return null;
  return (
    <details className="rounded-lg border border-line p-4">
      <summary className="cursor-pointer font-medium">
        {t("members.title", { count: members.length, formatted: number(members.length) })}
      </summary>
      <p className="mt-2 text-sm text-muted">{t("members.text")}</p>
      <ol dir="ltr" className="mt-2 list-decimal space-y-1 ps-8 font-mono text-xs break-all">
        {members.map((pseudonym) => (
          <li key={pseudonym}>
            {pseudonym}
            {pseudonym === own && <strong className="ms-2 font-sans">{t("members.you")}</strong>}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Draws the panel again in the reader's own browser, and says of each step what was checked. */
export function Recompute({ task }: { task: RecheckTask }) {
  const { t } = useWords();
  const { found, state, start } = useWorker<RecheckTask, Rechecked>(worker);
  return (
    <div className="max-w-3xl space-y-4">
      <p className="max-w-measure text-muted">{t("recompute.lead")}</p>
      <Button variant="primary" icon="check" busy={state === "busy"} onClick={() => start(task)}>
        {t("recompute.button")}
      </Button>
      {state === "failed" && <Banner tone="warn">{t("recompute.failed")}</Banner>}
      {found && (
        <div className="space-y-4">
          <Verdict found={found} isEntered={task.entered !== undefined} />
          <ol
            aria-label={t("recompute.checks")}
            className="rounded-lg border border-line bg-surface"
          >
            {found.checks.map((check) => (
              <Check key={check.id} check={check} />
            ))}
          </ol>
          <Members found={found} own={task.own?.told.pseudonym ?? null} />
        </div>
      )}
    </div>
  );
}
