import { io, type Socket } from "socket.io-client";
import { addClaim } from "#shared/contract/claims.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { readOutline } from "#shared/contract/claims.ts";
import { addDebate } from "../../decisions/testing-scene.ts";
import { Person } from "../../testing/person.ts";
import type { TestServer } from "../../testing/server-on.ts";
import { startLimit } from "./child.ts";
import { type Figure, median } from "./figures.ts";
import { startProgram } from "./program.ts";

const viewers = 1_000;
const messages = 40;

/** A claim posted until 1,000 viewers have it, against a bare broadcast of the same bytes to as many. */
export async function benchFanOut(server: TestServer): Promise<Figure[]> {
  const scene = await addDebate(server);
  const params = { communityId: scene.communityId, debateId: scene.debateId };
  const ours = await startProgram(server);
  const bare = await startLimit(new URL("bare-sockets.ts", import.meta.url), {});
  const author = new Person(ours.url, scene.owner.name, scene.owner.accountId);
  author.cookie = scene.owner.cookie;
  const { positions } = await author.call(readOutline, { params });
  const target = { kind: "position" as const, id: positions[0]?.id ?? "" };
  const post = (n: number) => {
    const text = `Claim ${n}: everybody who watches should see this at once.`;
    return author.call(addClaim, { params, body: { text, side: "pro", target } });
  };
  const crowd = await gather(ours.url, debateRoom(params));
  const bareCrowd = await gather(bare.url, null);
  const body = JSON.stringify(await firstHeard(crowd, () => post(messages)));
  const shout = () => fetch(bare.url, { method: "POST", body });
  try {
    const measured = { ours: [] as Spread[], bare: [] as Spread[] };
    for (let n = 0; n < messages; n += 1) {
      measured.bare.push(await spread(bareCrowd, () => true, shout));
      measured.ours.push(await spread(crowd, isClaim, () => post(n)));
    }
    const of = (spreads: readonly Spread[], key: keyof Spread) =>
      median(spreads.slice(5).map((one) => one[key]));
    return [
      {
        what: `a claim posted, until ${viewers} viewers have it (p99 of viewers)`,
        ours: of(measured.ours, "p99"),
        limit: { name: "bare socket.io broadcast", value: of(measured.bare, "p99") },
        unit: "ms",
        better: "less",
        goal: 3,
      },
      {
        what: `deliveries per second to ${viewers} viewers, from first to last`,
        ours: viewers / (of(measured.ours, "width") / 1_000),
        limit: {
          name: "bare socket.io",
          value: viewers / (of(measured.bare, "width") / 1_000),
        },
        unit: "/s",
        better: "more",
        goal: 0.9,
      },
    ];
  } finally {
    for (const socket of [...crowd, ...bareCrowd]) socket.disconnect();
    await ours.stop();
    await bare.stop();
  }
}

const isClaim = (payload: unknown) => (payload as { name?: string }).name === "claim.added";

/** Connects everybody, a hundred at a time. */
async function gather(url: string, room: string | null): Promise<Socket[]> {
  const sockets: Socket[] = [];
  while (sockets.length < viewers) {
    const some = Array.from({ length: 100 }, () =>
      io(url, { transports: ["websocket"], forceNew: true, reconnection: false }),
    );
    await Promise.all(
      some.map(async (socket) => {
        await new Promise<void>((resolve) => socket.once("connect", () => resolve()));
        if (room !== null) await socket.emitWithAck("join", room);
      }),
    );
    sockets.push(...some);
  }
  return sockets;
}

/** What the first of these viewers is told when something is posted. */
async function firstHeard([viewer]: readonly Socket[], post: () => Promise<unknown>) {
  const heard = new Promise<unknown>((resolve) => {
    viewer?.on("event", (payload) => isClaim(payload) && resolve(payload));
  });
  await post();
  return heard;
}

interface Spread {
  /** from the send to the 99th of a hundred viewers, ms */
  readonly p99: number;
  /** from the first viewer to the last, ms */
  readonly width: number;
}

/** Sends one message and waits until everybody has it. */
async function spread(
  sockets: readonly Socket[],
  isIt: (payload: unknown) => boolean,
  send: () => Promise<unknown>,
): Promise<Spread> {
  const before = performance.now();
  const arrivals: number[] = [];
  const all = Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve) => {
          const hear = (payload: unknown) => {
            if (!isIt(payload)) return;
            socket.off("event", hear);
            arrivals.push(performance.now() - before);
            resolve();
          };
          socket.on("event", hear);
        }),
    ),
  );
  await send();
  await all;
  const sorted = arrivals.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { p99: at(0.99), width: (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) };
}
