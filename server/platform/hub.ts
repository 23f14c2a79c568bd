import type { Server as HttpServer } from "node:http";
import { Server, type ServerOptions } from "socket.io";
import type { z } from "zod";
import { type Event, type Room, type RoomKind } from "#shared/contract/event.ts";
import { type Envelope, type Joined, RoomName } from "#shared/contract/rooms.ts";
import { type Actor, visitor } from "./actor.ts";
import { brief } from "./brief.ts";
import { cutLagging, sendAway } from "./connections.ts";
import { createFoldedNews } from "./folded-news.ts";
import { factsOf, type Log } from "./log.ts";
import type { HubServer, HubSocket } from "./hub-server.ts";
import { isOwnOrigin } from "./origin.ts";
import { createPace, type Pace } from "./pace.ts";
import { createPresence } from "./presence.ts";
import type { Sessions } from "./sessions.ts";

/** Whether somebody may hear a room. Asked at joining, and again twice a second while they stay. */
export type MayJoin = (actor: Actor, room: Room) => Promise<boolean>;

export interface HubOptions {
  readonly sessions: Sessions;
  readonly publicUrl: string | undefined;
  readonly log: Log;
}

interface Attachment {
  readonly http: HttpServer;
  readonly mayJoin: MayJoin;
  headOf(room: string): Promise<number>;
  /** Under which name a member is seen in a room; null for who is not named. */
  nameIn(actor: Actor, room: Room): Promise<{ id: string; name: string } | null>;
  /** Joins several nodes into one. */
  readonly adapter?: NonNullable<ServerOptions["adapter"]>;
}

const sweepMs = 400;
const maxRooms = 20;
/** More tabs than anybody has open. */
const maxSockets = 40;
export const roomKind = (room: Room): RoomKind => room.slice(0, room.indexOf(":")) as RoomKind;
const isRoom = (name: string): name is Room => RoomName.safeParse(name).success;
const sessionRoom = (sessionId: string) => `session:${sessionId}`;
const accountSockets = (accountId: string) => `sockets-of:${accountId}`;

/** Pushes events to rooms. Clients join, leave and say that they are writing; they never write data here. */
export function createHub({ sessions, publicUrl, log }: HubOptions) {
  const pace = createPace();
  const warn = (what: string) => (error: unknown) => log.warn(factsOf(error), what);
  const news = createFoldedNews({ publish, onSkipped: warn("a live count was skipped") });
  const people = brief((room) => countPeople(io, room), 1_000);
  let io: HubServer | undefined;
  let sweeper: NodeJS.Timeout | undefined;

  function attach({ http, mayJoin, headOf, nameIn, adapter }: Attachment): void {
    const server: HubServer = new Server(http, {
      serveClient: false,
      maxHttpBufferSize: 16_384,
      pingInterval: 20_000,
      pingTimeout: 15_000,
      ...(adapter ? { adapter } : {}),
      allowRequest: (request, done) => done(null, isOwnOrigin(request.headers, publicUrl)),
    });
    io = server;
    server.use((socket, next) => admit(socket, { sessions, log }, next));
    const presence = createPresence({ io: server, publish, touch: news.touch, nameIn });
    server.on("connection", (socket) => {
      const { actor } = socket.data;
      if (actor.kind === "account") {
        void socket.join([sessionRoom(actor.sessionId), accountSockets(actor.accountId)]);
      }
      welcome(socket, { mayJoin, headOf, presence, joined, pace, log });
    });
    server.on("joined", news.tellAgain);
    const joined = (room: Room) =>
      news.joined(room, () => adapter && server.serverSideEmit("joined", room));
    sweeper = setInterval(() => {
      cutLagging(server);
      pace.tidy();
      news.tidy();
      sweep(server, sessions, mayJoin).catch(warn("could not check who may still listen"));
    }, sweepMs);
    sweeper.unref();
  }

  function publish<E extends Event>(contract: E, payload: z.input<E["payload"]>): void {
    const checked = contract.payload.parse(payload);
    const room = contract.room(checked);
    io?.to(room).emit("event", { room, seq: null, name: contract.name, payload: checked });
  }

  return {
    attach,
    /** Passes a numbered event on to this node's sockets; for the relay alone. */
    tell: (envelope: Envelope) => void io?.local.to(envelope.room).emit("event", envelope),
    /** Tells a room a folded event, at most four times a second; `payload` is asked when it is time. */
    fold: news.fold,
    /** Tells folded news now, and again as it is by then to who joins the room soon; `key` says of what it is. */
    tellLately: news.tellLately,
    /** Ends the sockets of one session, on every node. */
    cutSession: (sessionId: string) => io?.in(sessionRoom(sessionId)).disconnectSockets(true),
    /** Ends all sockets of an account, on every node. */
    cutAccount: (accountId: string) => io?.in(accountSockets(accountId)).disconnectSockets(true),
    socketCount: () => io?.of("/").sockets.size ?? 0,
    /** How many people are in a room, visitors included, as of the last second. */
    peopleIn: (room: Room): Promise<number> => people.get(room),
    /** Sends everybody away, to come back to another node or a later start. */
    disconnectAll: () => io && sendAway(io),
    async close(): Promise<void> {
      clearInterval(sweeper);
      news.stop();
      await io?.close();
    },
  };
}

export type Hub = ReturnType<typeof createHub>;

async function countPeople(io: HubServer | undefined, room: string): Promise<number> {
  const sockets = (await io?.in(room).fetchSockets()) ?? [];
  const people = sockets.map(({ id, data: { actor } }) =>
    actor.kind === "account" ? actor.accountId : id,
  );
  return new Set(people).size;
}

function admit(
  socket: HubSocket,
  { sessions, log }: Pick<HubOptions, "sessions" | "log">,
  next: (error?: Error) => void,
): void {
  sessions.resolve(socket.handshake.headers.cookie).then(
    ({ actor }) => {
      Object.assign(socket.data, { actor });
      if (countSockets(socket) < maxSockets) next();
      else next(new Error("too-many-sockets"));
    },
    (error: unknown) => {
      log.warn(factsOf(error), "could not find out who connects");
      // The error's own words go to nobody; whoever comes back later finds us well again.
      next(new Error("unavailable"));
    },
  );
}

/** How many sockets the same account has on this node. */
function countSockets({ data: { actor }, nsp }: HubSocket): number {
  if (actor.kind === "visitor") return 0;
  return nsp.adapter.rooms.get(accountSockets(actor.accountId))?.size ?? 0;
}

interface Welcome extends Pick<Attachment, "mayJoin" | "headOf"> {
  readonly presence: ReturnType<typeof createPresence>;
  /** To be called once somebody is in a room. */
  readonly joined: (room: Room) => void;
  readonly pace: Pace;
  readonly log: Log;
}

function welcome(
  socket: HubSocket,
  { mayJoin, headOf, presence, joined, pace, log }: Welcome,
): void {
  const { actor } = socket.data;
  const hasRoom = () => socket.connected && socket.rooms.size < maxRooms;

  async function join(room: Room): Promise<Joined> {
    // Asked again afterwards: meanwhile others were joined, or the socket has gone.
    if (!hasRoom() || !(await mayJoin(actor, room)) || !hasRoom()) return { joined: false };
    // Joined before the number is read: what is told in between comes twice rather than never.
    await socket.join(room);
    presence.changed(room);
    joined(room);
    return { joined: true, seq: await headOf(room) };
  }

  socket.use((_packet, next) => {
    if (pace.take(actor.kind === "account" ? actor.accountId : socket.id)) next();
    else socket.disconnect(true);
  });
  socket.on("error", () => socket.disconnect(true));
  socket.on("join", (room, answer) => {
    if (typeof answer !== "function") return;
    if (typeof room !== "string" || !isRoom(room)) return answer({ joined: false });
    join(room)
      .then(answer)
      .catch((error: unknown) => {
        log.warn(factsOf(error), "could not let somebody join");
        answer({ joined: false });
      });
  });
  socket.on("leave", (room) => {
    if (typeof room !== "string" || !isRoom(room) || !socket.rooms.has(room)) return;
    void socket.leave(room);
    presence.changed(room);
  });
  socket.on("typing", (room, at) => {
    if (typeof room !== "string" || !isRoom(room) || !socket.rooms.has(room)) return;
    if (at !== null && (typeof at !== "string" || at.length > 80)) return;
    presence.writing(actor, room, at);
  });
  socket.on("disconnecting", () => {
    for (const room of socket.rooms) if (isRoom(room)) presence.changed(room);
  });
}

/** Cuts sockets whose session has ended, or who may no longer hear a room. */
async function sweep(io: HubServer, sessions: Sessions, mayJoin: MayJoin): Promise<void> {
  const sockets = [...io.of("/").sockets.values()];
  const ids = sockets.flatMap(({ data: { actor } }) =>
    actor.kind === "account" ? [actor.sessionId] : [],
  );
  const living = await sessions.living([...new Set(ids)]);
  const asked = new Map<string, Promise<boolean>>();
  await Promise.all(
    sockets.map(async (socket) => {
      const { actor } = socket.data;
      const hasEnded = actor.kind === "account" && !living.has(actor.sessionId);
      if (hasEnded) return void socket.disconnect(true);
      for (const room of socket.rooms) {
        if (!isRoom(room)) continue;
        const key = `${actor.kind === "account" ? actor.accountId : visitor.kind} ${room}`;
        const answer = asked.get(key) ?? mayJoin(actor, room);
        asked.set(key, answer);
        if (await answer) continue;
        await socket.leave(room);
        socket.emit("left", room);
      }
    }),
  );
}
