import "../lib/zod-without-eval.ts";
import { recheck, type Rechecked, type RecheckTask } from "./recheck.ts";

onmessage = ({ data }: MessageEvent<RecheckTask>) => {
  postMessage(recheck(data) satisfies Rechecked);
};
