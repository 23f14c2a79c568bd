import "../../lib/zod-without-eval.ts";
import { recount } from "#shared/recount/index.ts";
import type { Finding, Progress, Task } from "./task.ts";

const read = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Hosts may have other keys; what one knows of this one says nothing of them. */
function knownOf(input: unknown, { host, isFromHere, publicKey, rulesHash }: Task) {
  const { checkpoint } = (input ?? {}) as { checkpoint?: unknown };
  const isOfHere = isFromHere || String(checkpoint).startsWith(`${host}/`);
  return isOfHere ? { publicKey, rulesHash } : {};
}

onmessage = ({ data }: MessageEvent<Task>) => {
  const input = read(data.text);
  const receipt = data.receipt === undefined ? undefined : (read(data.receipt) ?? data.receipt);
  const onProgress = (done: number, total: number) =>
    postMessage({ done, total } satisfies Progress);
  const known = knownOf(input, data);
  postMessage(recount(input, { receipt, onProgress, ...known }) satisfies Finding);
};
