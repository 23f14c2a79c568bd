import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Envelope } from "#shared/contract/rooms.ts";
import { advance, type Missed, newRoomLog, type RoomLog, type RoomNews } from "./room-log.ts";

const room = "debate:x:y";
const numbered = (seq: number): Envelope => ({ room, seq, name: "claim.added", payload: seq });
const folded = (value: number): Envelope => ({ room, seq: null, name: "presence", payload: value });

function run(log: RoomLog, ...all: RoomNews[]) {
  const applied: unknown[] = [];
  let fetchAfter: number | undefined;
  let refreshes = 0;
  for (const news of all) {
    const step = advance(log, news);
    log = step.log;
    applied.push(...step.apply.map((envelope) => envelope.payload));
    fetchAfter = step.fetchAfter;
    if (step.refresh) refreshes += 1;
  }
  return { log, applied, fetchAfter, refreshes };
}
const heard = (seq: number): RoomNews => ({ kind: "heard", envelope: numbered(seq) });
const joined = (seq: number): RoomNews => ({ kind: "joined", answer: { joined: true, seq } });
const fetched = (seqs: number[], head: number, after = (seqs[0] ?? 1) - 1): RoomNews => ({
  kind: "fetched",
  missed: { after, events: seqs.map(numbered), head, reset: false },
});

describe("a room's log", () => {
  test("applies events in the order of their numbers, each once", () => {
    const end = run(newRoomLog(3), joined(3), heard(4), heard(4), heard(5));
    expect(end.applied).toEqual([4, 5]);
  });

  test("asks for what was missed between reading and joining", () => {
    const end = run(newRoomLog(3), joined(6));
    expect(end.fetchAfter).toBe(3);
    expect(run(newRoomLog(3), joined(6), heard(7), fetched([4, 5, 6], 6)).applied).toEqual([
      4, 5, 6, 7,
    ]);
  });

  test("waits with what came too early until the gap is filled", () => {
    const gap = run(newRoomLog(0), joined(0), heard(1), heard(3));
    expect(gap).toMatchObject({ applied: [1], fetchAfter: 1 });
    expect(run(newRoomLog(0), joined(0), heard(1), heard(3), fetched([2, 3], 3)).applied).toEqual([
      1, 2, 3,
    ]);
  });

  test("catches up after a pause, with nothing twice", () => {
    const pause: RoomNews = { kind: "disconnected" };
    const end = run(newRoomLog(0), joined(0), heard(1), pause, joined(4), fetched([2, 3, 4], 4));
    expect(end).toMatchObject({ applied: [1, 2, 3, 4], refreshes: 0 });
    expect(end.log.state).toBe("live");
  });

  test("reads everything again when the gap is too old, or the server began anew", () => {
    const tooOld: RoomNews = {
      kind: "fetched",
      missed: { after: 3, events: [], head: 900, reset: true },
    };
    expect(run(newRoomLog(3), joined(900), tooOld)).toMatchObject({ applied: [], refreshes: 1 });
    expect(run(newRoomLog(30), joined(2))).toMatchObject({ refreshes: 1, log: { last: 2 } });
  });

  test("reads again once when nobody knows how old the shown data is", () => {
    const end = run(newRoomLog(null), heard(8), joined(8), heard(9));
    expect(end).toMatchObject({ applied: [9], refreshes: 1 });
  });

  test("folded events are applied at once, whatever is missing", () => {
    const presence: RoomNews = { kind: "heard", envelope: folded(12) };
    expect(run(newRoomLog(0), joined(0), heard(2), presence).applied).toEqual([12]);
  });

  test("who may not listen (any more) applies nothing", () => {
    const refusal: RoomNews = { kind: "joined", answer: { joined: false } };
    expect(run(newRoomLog(0), refusal, heard(1)).log.state).toBe("refused");
    expect(run(newRoomLog(0), joined(0), { kind: "left" }, heard(1)).applied).toEqual([]);
  });
});

/** A server, a lossy line and a client, driven by a list of numbers. */
function live(moves: readonly number[]) {
  let head = 0;
  let log = newRoomLog(0);
  let isJoined = false;
  const line: Envelope[] = [];
  const applied: number[] = [];
  let freshUpTo = 0;
  /** Answers that are on their way, each as it was when it was asked for. */
  const answers: Missed[] = [];
  const tell = (news: RoomNews) => {
    const step = advance(log, news);
    log = step.log;
    for (const { seq } of step.apply) applied.push(seq ?? 0);
    if (step.refresh) freshUpTo = head;
    if (step.fetchAfter !== undefined) {
      const after = step.fetchAfter;
      const events = Array.from({ length: head - after }, (_, i) => numbered(after + 1 + i));
      answers.push({ after, events: events.slice(0, 3), head, reset: false });
    }
  };
  const act: Record<number, () => void> = {
    0: () => line.push(numbered((head += 1))),
    1: () => void line.shift(),
    2: () => line.push(...line.slice(0, 1)),
    3: () => void line.reverse(),
    4: () => {
      isJoined = false;
      line.length = 0;
      tell({ kind: "disconnected" });
    },
    5: () => {
      isJoined = true;
      tell({ kind: "joined", answer: { joined: true, seq: head } });
    },
    6: () => {
      const envelope = line.shift();
      if (envelope && isJoined) tell({ kind: "heard", envelope });
    },
    7: () => {
      const missed = answers.shift();
      if (missed) tell({ kind: "fetched", missed });
    },
    8: () => void answers.reverse(),
  };
  for (const move of moves) act[move]?.();
  act[4]?.();
  act[5]?.();
  while (answers.length > 0) act[7]?.();
  return { head, applied, freshUpTo };
}

test("whatever the line loses, doubles or swaps: in the end nothing is missing and nothing came twice", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(8), { maxLength: 80 }), (moves) => {
      const { head, applied, freshUpTo } = live(moves);
      expect(applied).toEqual(applied.toSorted((a, b) => a - b));
      expect(new Set(applied).size).toBe(applied.length);
      const seen = new Set(applied);
      // Nothing was lost that could not be fetched: what is shown is never read anew.
      expect(freshUpTo).toBe(0);
      for (let seq = 1; seq <= head; seq++) expect(seen.has(seq)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
