import type { QueryKey } from "@tanstack/react-query";
import { createContext, use, useEffect, useRef, useSyncExternalStore } from "react";
import type { Room } from "#shared/contract/event.ts";
import type { Handler, Realtime, RoomState } from "./realtime.ts";

export const RealtimeContext = createContext<Realtime | null>(null);

export function useRealtime(): Realtime {
  const realtime = use(RealtimeContext);
  if (!realtime) throw new Error("no realtime above this component");
  return realtime;
}

interface RoomOptions {
  /** The number in the room that the shown data already includes; without it, data is read again after joining. */
  since?: number | undefined;
  /** The data that the room's events keep fresh: on a first joining only these are read again, not all that is shown. */
  keeps?: readonly QueryKey[] | undefined;
}

/** Listens to a room while the component stands (null: to none); what happens there goes to the handlers, once and in order. */
export function useRoom(
  room: Room | null,
  handlers: readonly Handler[],
  { since, keeps }: RoomOptions = {},
): RoomState {
  const realtime = useRealtime();
  const newest = useRef({ handlers, since, keeps });
  // Runs before the effect below: a room that was waited for begins where its data ends.
  useEffect(() => {
    newest.current = { handlers, since, keeps };
  });
  const notify = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (!room) return undefined;
    const listener = {
      handlers: () => newest.current.handlers,
      onState: () => notify.current(),
      keeps: () => newest.current.keeps ?? null,
    };
    return realtime.listen(room, listener, newest.current.since ?? null);
  }, [realtime, room]);
  return useSyncExternalStore(
    (listener) => {
      notify.current = listener;
      return () => {
        notify.current = () => undefined;
      };
    },
    () => (room ? realtime.stateOf(room) : "waiting"),
  );
}

/** Whether the live line is up. */
export function useIsLive(): boolean {
  const realtime = useRealtime();
  return useSyncExternalStore(realtime.watch, realtime.isConnected);
}
