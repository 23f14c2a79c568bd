import { useEffect, useRef, useState } from "react";

/** Does one task at a time in a thread of its own, which ends when it has answered. */
export function useWorker<Task, Found>(begin: () => Worker) {
  const [found, setFound] = useState<Found | null>(null);
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const worker = useRef<Worker>(undefined);
  useEffect(() => () => worker.current?.terminate(), []);
  const start = (task: Task) => {
    worker.current?.terminate();
    setState("busy");
    setFound(null);
    const own = begin();
    worker.current = own;
    own.addEventListener("message", ({ data }: MessageEvent<Found>) => {
      setFound(data);
      setState("idle");
      own.terminate();
    });
    own.addEventListener("error", () => setState("failed"));
    own.postMessage(task);
  };
  return { found, state, start };
}
