import "../lib/zod-without-eval.ts";
import { LedgerVerifier } from "#shared/ledger/verify-export.ts";
import type { VerifyTask, VerifyTold } from "./verify-task.ts";

const tell = (told: VerifyTold) => postMessage(told);
const tellEvery = 250;

async function verify({ address, seen, keys }: VerifyTask): Promise<void> {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error("no export came");
  const verifier = new LedgerVerifier({ seen: seen ?? undefined, keys });
  const reader = response.body.getReader();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let [rest, lines] = ["", 0];
  for (;;) {
    const { done, value } = await reader.read();
    const some = (rest + decoder.decode(value, { stream: !done })).split("\n");
    rest = some.pop() ?? "";
    for (const line of some) {
      verifier.take(line);
      lines += 1;
      if (lines % tellEvery === 0) tell(verifier.progress());
    }
    if (done) break;
  }
  if (rest !== "") verifier.take(rest);
  tell(verifier.end());
}

onmessage = ({ data }: MessageEvent<VerifyTask>) => {
  verify(data).catch(() => tell({ failed: true }));
};
