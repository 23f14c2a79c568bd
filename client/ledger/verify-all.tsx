import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { exportLedger } from "#shared/contract/ledger.ts";
import { pathOf } from "#shared/contract/request.ts";
import type { LedgerVerification } from "#shared/ledger/verify-export.ts";
import { Banner } from "../ui/banner.tsx";
import { Button, buttonClass } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";
import { Progress } from "../ui/progress.tsx";
import type { SeenHead } from "./queries.ts";
import { remembered } from "./remembered.ts";
import { useFaultText } from "./use-fault-text.ts";
import type { VerifyProgress, VerifyTold } from "./verify-task.ts";

interface State {
  readonly isBusy: boolean;
  readonly progress: VerifyProgress | null;
  readonly found: LedgerVerification | null;
  readonly isFailed: boolean;
}
const idle: State = { isBusy: false, progress: null, found: null, isFailed: false };

/** In a thread of its own, so that the page goes on. */
function useVerification(communityId: string, verifierKey: string) {
  const [state, setState] = useState(idle);
  const { isBusy } = state;
  useEffect(() => {
    if (!isBusy) return undefined;
    const worker = new Worker(new URL("./verify-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<VerifyTold>) => {
      if ("failed" in data) setState({ ...idle, isFailed: true });
      else if ("isRight" in data) setState({ ...idle, found: data });
      else setState((now) => ({ ...now, progress: data }));
    });
    worker.addEventListener("error", () => setState({ ...idle, isFailed: true }));
    const path = pathOf(exportLedger, { params: { communityId } });
    const seen = remembered.read(communityId);
    const address = new URL(path, location.href).href;
    worker.postMessage({ address, seen, keys: seen ? [] : [verifierKey] });
    return () => worker.terminate();
  }, [isBusy, communityId, verifierKey]);
  return { ...state, start: () => setState({ ...idle, isBusy: true }) };
}

function Found({ found }: { found: LedgerVerification }) {
  const { t, i18n } = useTranslation("ledger");
  const faultText = useFaultText();
  const number = (value: number) => value.toLocaleString(i18n.language);
  const { entries, checkpoints, words, faults, faultCount, isRight } = found;
  if (isRight) {
    return (
      <Banner tone="info" icon="check">
        {t("all.right", { entries: number(entries), checkpoints: number(checkpoints) })}{" "}
        {t("all.words", { compared: number(words.compared), deleted: number(words.deleted) })}
      </Banner>
    );
  }
  return (
    <Banner tone="danger">
      <p className="font-medium">
        {t("all.wrong", { count: faultCount, number: number(faultCount) })}
      </p>
      <ul className="mt-1 list-disc space-y-1 ps-5">
        {faults.slice(0, 20).map((fault, at) => (
          <li key={`${fault.code} ${at}`} className="break-words">
            {faultText(fault)}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

/** Reads the whole ledger in the reader's own browser, and says of each entry whether it is as it was signed. */
export function VerifyAll({ communityId, seen }: { communityId: string; seen: SeenHead }) {
  const { t } = useTranslation("ledger");
  const cache = useQueryClient();
  const { isBusy, progress, found, isFailed, start } = useVerification(
    communityId,
    seen.verifierKey,
  );
  const isTurned = seen.finding.kind === "key-changed" && found?.isRight === true;
  useEffect(() => {
    // The old key named the new one: that is what is remembered from now on.
    if (!isTurned || !found?.head) return;
    remembered.keep(communityId, found.head, seen.note);
    void cache.invalidateQueries({ queryKey: ["ledger", communityId, "head"] });
  }, [isTurned, found, communityId, seen.note, cache]);
  return (
    <div className="space-y-4">
      <p className="max-w-measure text-muted">{t("all.lead")}</p>
      <div className="flex flex-wrap gap-3">
        <Button icon="check" busy={isBusy} onClick={start}>
          {t("all.start")}
        </Button>
        <a
          href={pathOf(exportLedger, { params: { communityId } })}
          download
          className={buttonClass({ variant: "quiet" })}
        >
          <Icon name="download" />
          {t("all.download")}
        </a>
      </div>
      {isBusy && (
        <Progress
          label={t("all.reading")}
          done={progress?.entries ?? 0}
          total={progress?.size ?? null}
        />
      )}
      {isFailed && <Banner tone="warn">{t("all.failed")}</Banner>}
      {found && <Found found={found} />}
    </div>
  );
}
