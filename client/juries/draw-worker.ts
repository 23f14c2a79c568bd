import "../lib/zod-without-eval.ts";
import { verifyDraw } from "#shared/lottery/verify.ts";
import type { DrawFound, DrawTask } from "./draw-task.ts";

onmessage = ({ data: { document, poolHash } }: MessageEvent<DrawTask>) => {
  postMessage(verifyDraw(document, { poolHash }) satisfies DrawFound);
};
