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
function keyFor(input: unknown, { host, isFromHere, publicKey }: Task): string | undefined {
  const { checkpoint } = (input ?? {}) as { checkpoint?: unknown };
  return isFromHere || String(checkpoint).startsWith(`${host}/`) ? publicKey : undefined;
}

onmessage = ({ data }: MessageEvent<Task>) => {
  const input = read(data.text);
  const receipt = data.receipt === undefined ? undefined : (read(data.receipt) ?? data.receipt);
  const onProgress = (done: number, total: number) =>
    postMessage({ done, total } satisfies Progress);
  const publicKey = keyFor(input, data);
  postMessage(recount(input, { receipt, publicKey, onProgress }) satisfies Finding);
};
