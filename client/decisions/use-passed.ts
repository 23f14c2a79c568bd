import { useEffect, useState } from "react";
import { serverNow } from "../lib/server-clock.ts";

const longestMs = 2 ** 31 - 1;

/** Whether a moment has passed by the server's clock; true from that moment on. */
export function usePassed(moment: string): boolean {
  const at = Date.parse(moment);
  const [, look] = useState(0);
  const left = at - serverNow();
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => look((count) => count + 1), Math.min(longestMs, left + 50));
    return () => clearTimeout(timer);
  }, [left]);
  return left <= 0;
}
