import "../lib/zod-without-eval.ts";
import { type BundleFindings, recountBundle, type RoundBundle } from "#shared/funding/bundle.ts";

onmessage = ({ data }: MessageEvent<RoundBundle>) => {
  postMessage(recountBundle(data) satisfies BundleFindings);
};
