import { useEffect, useRef, useState } from "react";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";
import type { DrawCheck, Rechecked, RecheckTask } from "./recheck.ts";
import { useWords } from "./words.ts";

/** Draws again in a thread of its own; a beacon's signature takes a moment to check. */
function useRecheck() {
  const [found, setFound] = useState<Rechecked | null>(null);
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const worker = useRef<Worker>(undefined);
  useEffect(() => () => worker.current?.terminate(), []);
  const start = (task: RecheckTask) => {
    worker.current?.terminate();
    setState("busy");
    setFound(null);
    const own = new Worker(new URL("./recheck-worker.ts", import.meta.url), { type: "module" });
    worker.current = own;
    own.addEventListener("message", ({ data }: MessageEvent<Rechecked>) => {
      setFound(data);
      setState("idle");
      own.terminate();
    });
    own.addEventListener("error", () => setState("failed"));
    own.postMessage(task);
  };
  return { found, state, start };
}

const marks = {
  ok: { icon: "check", look: "text-good" },
  failed: { icon: "warning", look: "text-danger" },
  skipped: { icon: "info", look: "text-muted" },
} as const;

/** One thing that was looked at: what it means, and how it went. */
function CheckRow({ check: { id, state, faults } }: { check: DrawCheck }) {
  const { t } = useWords();
  const { icon, look } = marks[state];
  return (
    <li className="flex items-start gap-3 border-line px-4 py-3 not-first:border-t">
      <Icon name={icon} className={`mt-0.5 ${look}`} />
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-medium">{t(`checks.${id}`)}</span>{" "}
          <span className={`text-sm ${look}`}>{t(`state.${state}`)}</span>
        </p>
        <p className="text-sm text-muted">
          {t(state === "skipped" ? `checkSkipped.${id}` : `checkHow.${id}`)}
        </p>
        {faults.map(({ code, values }, at) => (
          <p key={`${code} ${at}`} className="text-sm wrap-anywhere text-danger">
            {t(`fault.${code}`, values)}
          </p>
        ))}
      </div>
    </li>
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
  const { found, state, start } = useRecheck();
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
              <CheckRow key={check.id} check={check} />
            ))}
          </ol>
          <Members found={found} own={task.own?.told.pseudonym ?? null} />
        </div>
      )}
    </div>
  );
}
