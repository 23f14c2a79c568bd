import type { z } from "zod";
import type { Event, Room } from "#shared/contract/event.ts";
import { presenceChanged, writingChanged } from "#shared/contract/rooms.ts";
import type { Actor } from "./actor.ts";
import type { HubServer } from "./hub-server.ts";

interface PresenceOptions {
  readonly io: HubServer;
  publish<E extends Event>(contract: E, payload: z.input<E["payload"]>): void;
  touch(key: string, tell: () => void): void;
  nameIn(actor: Actor, room: Room): Promise<{ id: string; name: string } | null>;
}

interface Writer {
  readonly id: string;
  readonly name: string;
  readonly at: string | null;
  readonly until: number;
}

const writingMs = 5_000;
const maxNamed = 20;

const debateOf = (room: Room) => {
  const [kind, communityId, debateId] = room.split(":");
  return kind === "debate" && communityId && debateId ? { communityId, debateId } : null;
};

/** Who is in a debate, and who is writing where: quiet, folded, and kept nowhere but here. */
export function createPresence({ io, publish, touch, nameIn }: PresenceOptions) {
  const writers = new Map<Room, Map<string, Writer>>();

  async function tellPresence(room: Room): Promise<void> {
    const debate = debateOf(room);
    if (!debate) return;
    const sockets = await io.in(room).fetchSockets();
    const everybody = new Map<string, Actor>();
    for (const { id, data } of sockets) {
      everybody.set(data.actor.kind === "account" ? data.actor.accountId : id, data.actor);
    }
    const accounts = [...everybody.values()].filter(({ kind }) => kind === "account");
    const named = await Promise.all(
      accounts.slice(0, maxNamed * 2).map((actor) => nameIn(actor, room)),
    );
    const people = named.filter((person) => person !== null).slice(0, maxNamed);
    publish(presenceChanged, { ...debate, people, total: everybody.size });
  }

  function tellWriting(room: Room): void {
    const debate = debateOf(room);
    if (!debate) return;
    const now = performance.now();
    const here = writers.get(room) ?? new Map<string, Writer>();
    for (const [id, { until }] of here) if (until <= now) here.delete(id);
    if (here.size === 0) writers.delete(room);
    const named = [...here.values()].slice(0, maxNamed);
    publish(writingChanged, {
      ...debate,
      writers: named.map(({ id, name, at }) => ({ id, name, at })),
    });
  }

  const changed = (room: Room) =>
    // Asked a moment later, when the socket has joined or left indeed.
    void setImmediate(() =>
      touch(`presence ${room}`, () => void tellPresence(room).catch(() => {})),
    );

  async function writing(actor: Actor, room: Room, at: string | null): Promise<void> {
    const person = await nameIn(actor, room);
    if (!person) return;
    const here = writers.get(room) ?? new Map<string, Writer>();
    writers.set(room, here);
    here.set(person.id, { ...person, at, until: performance.now() + writingMs });
    touch(`writing ${room}`, () => tellWriting(room));
    setTimeout(() => touch(`writing ${room}`, () => tellWriting(room)), writingMs + 50).unref();
  }

  return {
    changed,
    writing: (actor: Actor, room: Room, at: string | null) =>
      void writing(actor, room, at).catch(() => {}),
  };
}
