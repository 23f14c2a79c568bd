import { useEffect, useState } from "react";
import { readSigningKey } from "#shared/contract/decisions.ts";
import { listLedgerEntries } from "#shared/contract/ledger.ts";
import { call } from "../../lib/api.ts";
import { readReceipt } from "../receipts.ts";
import type { Finding, Progress, Task } from "./task.ts";

interface State {
  readonly text: string | null;
  /** Read from this server just now, and not opened from a file. */
  readonly isFromHere: boolean;
  readonly receipt: string | undefined;
  readonly progress: Progress | null;
  readonly finding: Finding | null;
  readonly isMissing: boolean;
}

const nothing: State = {
  text: null,
  isFromHere: false,
  receipt: undefined,
  progress: null,
  finding: null,
  isMissing: false,
};

/** Counts in a thread of its own, so that the page goes on. */
function countAgain(task: Task, tell: (told: Progress | Finding) => void): () => void {
  const worker = new Worker(new URL("./recount-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<Progress | Finding>) => tell(data));
  worker.postMessage(task);
  return () => worker.terminate();
}

/** Of which decision a bundle is. */
function subjectOf(text: string): {
  readonly id: string;
  readonly communityId: string | undefined;
} {
  const begins = text.slice(0, 1_000);
  const [, id = ""] = /"decision":\{"id":"([0-9a-f-]{36})"/.exec(begins) ?? [];
  const [, communityId] = /"communityId":"([0-9a-f-]{36})"/.exec(begins) ?? [];
  return { id, communityId };
}

/** The receipt of this browser for it. */
function ownReceipt(text: string): string | undefined {
  const receipt = readReceipt(subjectOf(text).id);
  return receipt && JSON.stringify(receipt);
}

/** The hash of the rules with which it opened, as the ledger has it; undefined where none is here to be read. */
async function knownRules(text: string): Promise<string | undefined> {
  const { id: subject, communityId } = subjectOf(text);
  if (communityId === undefined) return undefined;
  const params = { communityId };
  const query = { kind: "decision.opened", subject };
  const found = await call(listLedgerEntries, { params, query }).catch(() => undefined);
  const hash = found?.items[0]?.entry.payload["rulesHash"];
  return typeof hash === "string" ? hash : undefined;
}

const knownKey = () =>
  call(readSigningKey, {}).then(
    ({ publicKey }) => publicKey,
    () => undefined,
  );

/** A recount of what was opened: from the server, or from a file. */
export function useRecount(from: { community?: string; decision?: string }) {
  const [state, setState] = useState(nothing);
  const { text, receipt, isFromHere } = state;
  const show = (opened: string, from: Pick<State, "isFromHere">) =>
    setState({ ...nothing, ...from, text: opened, receipt: ownReceipt(opened) });
  const open = (opened: string) => show(opened, { isFromHere: false });
  const { community, decision } = from;
  useEffect(() => {
    if (community === undefined || decision === undefined) return undefined;
    const leaving = new AbortController();
    fetch(`/api/communities/${community}/decisions/${decision}/bundle`, { signal: leaving.signal })
      .then(async (response) => {
        if (response.ok) show(await response.text(), { isFromHere: true });
        else setState({ ...nothing, isMissing: true });
      })
      .catch(() => {
        if (!leaving.signal.aborted) setState({ ...nothing, isMissing: true });
      });
    return () => leaving.abort();
  }, [community, decision]);
  useEffect(() => {
    if (text === null) return undefined;
    let stop = () => {};
    let isLeft = false;
    void Promise.all([knownKey(), knownRules(text)]).then(([publicKey, rulesHash]) => {
      if (isLeft) return;
      const known = { publicKey, rulesHash, host: location.host, isFromHere };
      stop = countAgain({ text, receipt, ...known }, (told) =>
        setState((now) =>
          "done" in told ? { ...now, progress: told } : { ...now, finding: told, progress: null },
        ),
      );
    });
    return () => {
      isLeft = true;
      stop();
    };
  }, [text, receipt, isFromHere]);
  return {
    ...state,
    open,
    openReceipt: (opened: string) =>
      setState((now) => ({ ...now, receipt: opened, finding: null })),
  };
}
