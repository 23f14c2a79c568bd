import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { Socket } from "socket.io-client";
import type { z } from "zod";
import type { Event, Room } from "#shared/contract/event.ts";
import type { ClientToServer, Envelope, Joined, ServerToClient } from "#shared/contract/rooms.ts";
import { advance, newRoomLog, type RoomLog, type RoomNews } from "./room-log.ts";

type Connection = Socket<ServerToClient, ClientToServer>;

/** What to do when one kind of event happens; made by `on`. */
export interface Handler {
  readonly name: string;
  handle(payload: unknown): void;
}

/** Ties a contract event to what it changes: `on(claimAdded, (payload) => cache.setQueryData(...))`. */
export function on<E extends Event>(
  event: E,
  handle: (payload: z.output<E["payload"]>) => void,
): Handler {
  return { name: event.name, handle: handle as (payload: unknown) => void };
}

/** `waiting` for the network, `live`, or `refused`: not allowed, or not any more. */
export type RoomState = "waiting" | "live" | "refused";

interface Attendance {
  log: RoomLog;
  /** Was let in at least once: a refusal after that is a loss. */
  wasLive: boolean;
  readonly listeners: Set<Listener>;
}
export interface Listener {
  readonly handlers: () => readonly Handler[];
  readonly onState: () => void;
  /** The data that the room's events keep fresh; null for all that is shown. */
  readonly keeps: () => readonly QueryKey[] | null;
}

interface RealtimeOptions {
  readonly queries: QueryClient;
  /** A right to listen ended while listening. */
  readonly onLost: (room: Room) => void;
  /** The server ended the line, or lets nobody into a room: it restarts, or the session is over. */
  readonly onSentAway: () => void;
}

const rejoinMs = 2_000;
const joinTimeoutMs = 8_000;

/** The live side of the client: rooms joined, events applied in order, gaps filled. */
export class Realtime {
  readonly #options: RealtimeOptions;
  readonly #rooms = new Map<Room, Attendance>();
  readonly #watchers = new Set<() => void>();
  #socket: Connection | undefined;
  #opening: Promise<void> | undefined;

  constructor(options: RealtimeOptions) {
    this.#options = options;
  }

  /** Listens to a room until the returned function is called. */
  listen(room: Room, listener: Listener, since: number | null): () => void {
    const known = this.#rooms.get(room);
    const attendance = known ?? { log: newRoomLog(since), wasLive: false, listeners: new Set() };
    attendance.listeners.add(listener);
    this.#rooms.set(room, attendance);
    if (!this.#socket) void this.#connect();
    else if (!known) this.#join(room);
    return () => {
      attendance.listeners.delete(listener);
      if (attendance.listeners.size > 0 || this.#rooms.get(room) !== attendance) return;
      this.#rooms.delete(room);
      this.#socket?.emit("leave", room);
    };
  }

  stateOf(room: Room): RoomState {
    const state = this.#rooms.get(room)?.log.state;
    if (state === "refused") return "refused";
    return state === "live" || state === "behind" ? "live" : "waiting";
  }

  /** "Is writing" at a place; say it again every 3 s while it lasts. */
  typing(room: Room, at: string | null): void {
    this.#socket?.volatile.emit("typing", room, at);
  }

  /** Somebody signed in or out: the line is opened anew, as that person. */
  reconnect(): void {
    this.#socket?.disconnect().connect();
  }

  /** The device woke up or the network came back. */
  readonly wake = (): void => {
    if (this.#socket && !this.#socket.connected) this.#socket.connect();
  };

  readonly isConnected = (): boolean => this.#socket?.connected ?? false;

  /** Hears when the line goes up or down. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  };

  /** Opens the line once; the library comes only then. */
  #connect(): Promise<void> {
    this.#opening ??= this.#open().catch(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  async #open(): Promise<void> {
    await painted();
    const { io } = await import("socket.io-client");
    const socket: Connection = io({ transports: ["websocket", "polling"], tryAllTransports: true });
    this.#socket = socket;
    const changed = () => {
      for (const watcher of this.#watchers) watcher();
    };
    socket.on("connect", () => {
      changed();
      for (const room of this.#rooms.keys()) this.#join(room);
    });
    socket.on("disconnect", (reason) => {
      changed();
      for (const room of this.#rooms.keys()) this.#tell(room, { kind: "disconnected" });
      // Sent away by the server (it restarts, or the session ended): come back, at a moment of one's own.
      if (reason !== "io server disconnect") return;
      this.#options.onSentAway();
      setTimeout(() => socket.connect(), 300 + Math.random() * 1_200);
    });
    socket.on("event", (envelope) => {
      this.#tell(envelope.room as Room, { kind: "heard", envelope });
    });
    socket.on("left", (room) => this.#tell(room as Room, { kind: "left" }));
  }

  #join(room: Room): void {
    const socket = this.#socket;
    if (!socket?.connected) return;
    socket.timeout(joinTimeoutMs).emit("join", room, (error: Error | null, answer: Joined) => {
      if (!error) this.#tell(room, { kind: "joined", answer });
      else setTimeout(() => this.#rooms.has(room) && this.#join(room), rejoinMs);
    });
  }

  #tell(room: Room, news: RoomNews): void {
    const attendance = this.#rooms.get(room);
    if (!attendance) return;
    const before = attendance.log.state;
    const step = advance(attendance.log, news);
    attendance.log = step.log;
    for (const envelope of step.apply) deliver(attendance, envelope);
    if (step.refresh) this.#readAgain(attendance);
    if (step.fetchAfter !== undefined) void this.#catchUp(room, step.fetchAfter);
    if (before !== step.log.state) this.#changed(room, attendance);
  }

  /** What may be older than the log: a page that was just read only lacks what these rooms told in between. */
  #readAgain({ wasLive, listeners }: Attendance): void {
    const kept = [...listeners].map(({ keeps }) => keeps());
    const all: readonly (readonly QueryKey[] | null)[] = wasLive ? [null] : kept;
    for (const keys of all) {
      if (keys === null) void this.#options.queries.invalidateQueries();
      else for (const queryKey of keys) void this.#options.queries.invalidateQueries({ queryKey });
    }
  }

  #changed(room: Room, attendance: Attendance): void {
    for (const { onState } of attendance.listeners) onState();
    const { state } = attendance.log;
    if (state === "live") attendance.wasLive = true;
    if (state !== "refused") return;
    // Never let in: the session may have ended while the page was on its way.
    if (!attendance.wasLive) return this.#options.onSentAway();
    attendance.wasLive = false;
    this.#options.onLost(room);
    void this.#options.queries.invalidateQueries();
  }

  async #catchUp(room: Room, after: number): Promise<void> {
    const { fetchMissed } = await import("./missed-events.ts");
    const missed = await fetchMissed(room, after, () => this.#rooms.has(room));
    if (missed) this.#tell(room, { kind: "fetched", missed });
  }
}

function deliver(attendance: Attendance, envelope: Envelope): void {
  for (const { handlers } of attendance.listeners) {
    for (const { name, handle } of handlers()) {
      if (name === envelope.name) handle(envelope.payload);
    }
  }
}

/** Waits until the page stands: the line is not part of the first paint. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 100));
  });
}
