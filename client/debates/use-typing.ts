import { useRef } from "react";
import { debateRoom } from "#shared/contract/event.ts";
import { useRealtime } from "../lib/use-room.ts";
import { useDebate } from "./debate-context.ts";

const everyMs = 3_000;

/** Tells the others quietly that one is writing at a place; call it with each key. */
export function useTyping(at: string): () => void {
  const realtime = useRealtime();
  const { ids } = useDebate();
  const last = useRef(0);
  return () => {
    const now = performance.now();
    if (now - last.current < everyMs && last.current > 0) return;
    last.current = now;
    realtime.typing(debateRoom(ids), at);
  };
}
