import type { Envelope, Joined } from "#shared/contract/rooms.ts";

/**
 * What one client knows of one room: which numbered events it has applied, and which wait for a gap to be filled.
 * Events come over the socket as they happen, and by HTTP for what was missed; each is applied once, in order.
 */
export interface RoomLog {
  /** The number of the last applied event; null before anything is known. */
  readonly last: number | null;
  /** The highest number that the server has told of. */
  readonly head: number;
  /** Came too early: kept until what is before them has come. */
  readonly waiting: readonly Envelope[];
  /** `joining`: not yet, or not again. `behind`: what was missed is being fetched. */
  readonly state: "joining" | "behind" | "live" | "refused";
}

/** The answer to what came after a number. */
export interface Missed {
  /** The number that was asked about. */
  readonly after: number;
  readonly events: readonly Envelope[];
  readonly head: number;
  readonly reset: boolean;
}

/** What has happened. */
export type RoomNews =
  | { readonly kind: "heard"; readonly envelope: Envelope }
  | { readonly kind: "joined"; readonly answer: Joined }
  | { readonly kind: "fetched"; readonly missed: Missed }
  | { readonly kind: "disconnected" }
  | { readonly kind: "left" };

/** What follows: the log after it, events to apply now, and what to do. */
export interface RoomStep {
  readonly log: RoomLog;
  readonly apply: readonly Envelope[];
  /** Ask for what came after this number. */
  readonly fetchAfter?: number;
  /** What is shown may be older than the log: read it all again. */
  readonly refresh?: true;
}

/** `since` is the number that the shown data already includes, where that is known. */
export function newRoomLog(since: number | null): RoomLog {
  return { last: since, head: since ?? 0, waiting: [], state: "joining" };
}

/** Enough for a short gap; beyond it, fetching is cheaper than keeping. */
const maxWaiting = 500;

function keep(log: RoomLog, envelope: Envelope): RoomLog {
  const waiting = [...log.waiting, envelope].slice(-maxWaiting);
  return { ...log, waiting };
}

/** Applies all that follows without a gap; drops what was applied before. */
function drain(log: RoomLog, more: readonly Envelope[]): { log: RoomLog; apply: Envelope[] } {
  const bySeq = new Map<number, Envelope>();
  for (const envelope of [...log.waiting, ...more]) {
    if (envelope.seq !== null) bySeq.set(envelope.seq, envelope);
  }
  let last = log.last ?? 0;
  const apply: Envelope[] = [];
  for (let next = bySeq.get(last + 1); next; next = bySeq.get(last + 1)) {
    apply.push(next);
    last += 1;
  }
  const waiting = [...bySeq.values()].filter(({ seq }) => seq !== null && seq > last);
  return { log: { ...log, last, waiting }, apply };
}

function heard(log: RoomLog, envelope: Envelope): RoomStep {
  // Folded events carry absolute values and no number: the newest is right, gaps don't matter.
  if (envelope.seq === null) return { log, apply: [envelope] };
  if (log.last !== null && envelope.seq <= log.last) return { log, apply: [] };
  if (log.state !== "live" || log.last === null) return { log: keep(log, envelope), apply: [] };
  const step = drain(log, [envelope]);
  if (step.log.waiting.length === 0) return step;
  return { ...step, log: { ...step.log, state: "behind" }, fetchAfter: step.log.last ?? 0 };
}

function joined(log: RoomLog, answer: Joined): RoomStep {
  if (!answer.joined) return { log: { ...log, state: "refused", waiting: [] }, apply: [] };
  if (log.last === null) {
    // Nothing tells how old the shown data is, so it is read again; the log begins here.
    const step = drain({ ...log, last: answer.seq, state: "live" }, []);
    return { ...step, refresh: true };
  }
  // A number smaller than ours: the server's log began anew (a restored backup).
  if (answer.seq < log.last) {
    const log = { last: answer.seq, head: answer.seq, waiting: [], state: "live" } as const;
    return { log, apply: [], refresh: true };
  }
  const step = drain({ ...log, head: answer.seq }, []);
  const last = step.log.last ?? 0;
  if (last >= answer.seq) return { ...step, log: { ...step.log, state: "live" } };
  return { ...step, log: { ...step.log, state: "behind" }, fetchAfter: last };
}

function fetched(log: RoomLog, missed: Missed): RoomStep {
  // Who was away twice has asked twice; the newest question starts at our last number, and its answer will come.
  if (log.state !== "behind" || missed.after !== (log.last ?? 0)) return { log, apply: [] };
  if (missed.reset) {
    const step = drain({ ...log, last: missed.head }, []);
    return { ...step, log: { ...step.log, state: "live" }, refresh: true };
  }
  const head = Math.max(log.head, missed.head);
  const step = drain({ ...log, head }, missed.events);
  const last = step.log.last ?? 0;
  const isThere = last >= head && step.log.waiting.length === 0;
  if (isThere) return { ...step, log: { ...step.log, state: "live" } };
  // The answer came in parts, or the gap is not numbered yet: ask on. An answer that brings nothing would ask for ever.
  if (step.apply.length > 0) return { ...step, fetchAfter: last };
  const rest = drain({ ...step.log, last: Math.max(head, last) }, []);
  return { ...rest, log: { ...rest.log, waiting: [], state: "live" }, refresh: true };
}

/** One step of a room's log. */
export function advance(log: RoomLog, news: RoomNews): RoomStep {
  switch (news.kind) {
    case "heard":
      return heard(log, news.envelope);
    case "joined":
      return joined(log, news.answer);
    case "fetched":
      return fetched(log, news.missed);
    case "disconnected":
      return { log: { ...log, state: "joining" }, apply: [] };
    case "left":
      return { log: { ...log, state: "refused", waiting: [] }, apply: [] };
  }
}
