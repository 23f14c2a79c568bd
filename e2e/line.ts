import { io, type Socket } from "socket.io-client";
import type { ClientToServer, Envelope, ServerToClient } from "#shared/contract/rooms.ts";
import type { E2eVisitor } from "./people.ts";

type Transport = "websocket" | "polling";

/** A line of its own to the server, with somebody's cookies: hears what a page would never show. */
export interface Line {
  join(room: string): Promise<unknown>;
  readonly heard: readonly Envelope[];
  close(): void;
}

/** Opens a line as this person. Their page must be at one of ours. */
export async function openLine(
  { context, page }: E2eVisitor,
  transport: Transport = "websocket",
): Promise<Line> {
  const { origin } = new URL(page.url());
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const socket: Socket<ServerToClient, ClientToServer> = io(origin, {
    transports: [transport],
    extraHeaders: { origin, cookie },
  });
  const heard: Envelope[] = [];
  socket.on("event", (envelope) => heard.push(envelope));
  return {
    heard,
    join: (room) => socket.timeout(40_000).emitWithAck("join", room),
    close: () => void socket.disconnect(),
  };
}
