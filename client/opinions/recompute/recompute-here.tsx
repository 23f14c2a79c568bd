import { useEffect, useState } from "react";
import { exportOpinionRun, type OpinionMap } from "#shared/contract/opinions.ts";
import { pathOf } from "#shared/contract/request.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Progress } from "../../ui/progress.tsx";
import type { DebateIds } from "../../lib/use-debate-ids.ts";
import type { Telling } from "../telling.ts";
import type { Task, Told } from "./task.ts";
import { verdictOn } from "./verdict.ts";

/** A run computed again in a thread of its own, so that the page goes on. */
function useRecompute(task: Task) {
  const [begun, setBegun] = useState<Task | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    if (!begun) return undefined;
    const worker = new Worker(new URL("./recompute-worker.ts", import.meta.url), {
      type: "module",
    });
    worker.addEventListener("message", ({ data }: MessageEvent<Told>) => setTold(data));
    worker.addEventListener("error", () => setTold({ kind: "failed", why: "not-loaded" }));
    worker.postMessage(begun);
    return () => {
      worker.terminate();
      setTold(null);
    };
  }, [begun]);
  // Another map came meanwhile: what was found is not of it.
  if (begun && begun.address !== task.address) setBegun(null);
  const begin = () => {
    setTold({ kind: "fetching", bytes: 0 });
    setBegun(task);
  };
  return { told, begin };
}

interface Props {
  ids: DebateIds;
  map: OpinionMap;
  telling: Telling;
}

function Outcome({ told, telling: { t, number } }: Pick<Props, "telling"> & { told: Told }) {
  switch (told.kind) {
    case "fetching":
      return (
        <Progress
          label={t("recompute.fetching")}
          done={told.bytes}
          total={null}
          text={t("recompute.bytes", { kilobytes: number(Math.round(told.bytes / 1_000)) })}
        />
      );
    case "computing":
      return <Progress label={t("recompute.computing")} done={0} total={null} text="" />;
    case "failed":
      return <Banner tone="danger">{t(`recompute.${told.why}`)}</Banner>;
    case "found": {
      const verdict = verdictOn(told);
      if (verdict !== "same") {
        const tone = verdict === "other-version" ? "warn" : "danger";
        const part = t(`recompute.part.${told.difference ?? "facts"}`);
        return <Banner tone={tone}>{t(`recompute.${verdict}`, { part })}</Banner>;
      }
      return (
        <Banner tone="info" icon="check">
          {t("recompute.same", {
            people: number(told.people),
            answers: number(told.responses),
            statements: number(told.statements),
            seconds: number(Math.round(told.seconds * 100) / 100),
          })}
        </Banner>
      );
    }
  }
}

/** Lets the reader's own browser make the map again and compare every byte. */
export function RecomputeHere({ ids, map, telling }: Props) {
  const { t } = telling;
  const address = pathOf(exportOpinionRun, { params: { ...ids, runId: map.runId } });
  const { told, begin } = useRecompute({ address, map });
  const isBusy = told?.kind === "fetching" || told?.kind === "computing";
  return (
    <div className="space-y-4">
      <p className="max-w-measure text-muted">
        {t("recompute.lead")} {t("recompute.not-times")}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button icon="check" busy={isBusy} onClick={begin}>
          {t("recompute.button")}
        </Button>
        <a href={address} download className="link self-center text-sm">
          {t("recompute.save")}
        </a>
      </div>
      {told && <Outcome told={told} telling={telling} />}
    </div>
  );
}
