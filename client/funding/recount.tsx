import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { downloadFundingBundle } from "#shared/contract/funding.ts";
import { pathOf } from "#shared/contract/request.ts";
import { bundleChecks, type BundleFindings, type RoundBundle } from "#shared/funding/bundle.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";
import type { OutcomeProps } from "./props.ts";

type State = BundleFindings | "counting" | "failed" | null;

/** Fetches what is published and counts it in a thread of its own, so that the page goes on. */
function useRecount(address: string) {
  const [state, setState] = useState<State>(null);
  useEffect(() => {
    if (state !== "counting") return undefined;
    const leaving = new AbortController();
    let worker: Worker | undefined;
    fetch(address, { signal: leaving.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error("there is no bundle");
        const bundle = (await response.json()) as RoundBundle;
        worker = new Worker(new URL("./recount-worker.ts", import.meta.url), { type: "module" });
        worker.addEventListener("message", ({ data }: MessageEvent<BundleFindings>) =>
          setState(data),
        );
        worker.addEventListener("error", () => setState("failed"));
        worker.postMessage(bundle);
      })
      .catch(() => {
        if (!leaving.signal.aborted) setState("failed");
      });
    return () => {
      leaving.abort();
      worker?.terminate();
    };
  }, [address, state]);
  return { state, begin: () => setState("counting") };
}

/** Counts the round again on the reader's own device, from what everybody can have. */
export function Recount({ view, community }: OutcomeProps) {
  const { t } = useTranslation("funding");
  const params = { communityId: community.id, roundId: view.round.id };
  const { state, begin } = useRecount(pathOf(downloadFundingBundle, { params }));
  return (
    <div className="space-y-3">
      <p className="max-w-measure text-muted">{t("recount.lead")}</p>
      <Button icon="check" busy={state === "counting"} onClick={begin}>
        {t("recount.begin")}
      </Button>
      <div role="status">
        {state === "counting" && t("recount.counting")}
        {state === "failed" && t("recount.failed")}
        {typeof state === "object" && state !== null && (
          <ul className="space-y-1">
            {bundleChecks.map((check) => (
              <li key={check} className="flex items-start gap-2">
                <Icon
                  name={state[check] ? "check" : "warning"}
                  size={20}
                  className={state[check] ? "mt-0.5 text-good" : "mt-0.5 text-danger"}
                />
                {t(`recount.${check}-${state[check] ? "right" : "wrong"}`)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
