import type { HubServer } from "./hub-server.ts";

/** How long people who are sent away may take to say goodbye. */
const farewellMs = 1_000;
/** A reader this far behind is cut off; it comes back and asks for what it missed. */
const maxBacklogBytes = 1_000_000;

/** A connection below a socket, as far as we look into it. */
interface Connection {
  readonly writeBuffer: readonly unknown[];
  readonly transport: {
    readonly socket?: { readonly bufferedAmount?: number; terminate?(): void };
  };
  close(discard: boolean): void;
}

const connectionsOf = (io: HubServer) =>
  (io.engine as unknown as { clients?: Record<string, Connection> } | undefined)?.clients ?? {};

/** Ends a connection without waiting for the other side, and forgets what it has not read. */
function hangUp(connection: Connection): void {
  connection.transport.socket?.terminate?.();
  connection.close(true);
}

/** Cuts sockets that are too far behind; what waits for them would fill the memory. */
export function cutLagging(io: HubServer): void {
  for (const connection of Object.values(connectionsOf(io))) {
    if (backlog(connection) > maxBacklogBytes) hangUp(connection);
  }
}

/** Ends every connection of this node; whoever can comes back to another node or a later start. */
export function sendAway(io: HubServer): void {
  // Asked for first: connections that were told to end are known no longer.
  const lines = Object.values(connectionsOf(io)).map(({ transport }) => transport.socket);
  io.local.disconnectSockets(true);
  // Whoever does not answer, as a laptop that sleeps, would hold the end up for half a minute.
  setTimeout(() => {
    for (const line of lines) line?.terminate?.();
  }, farewellMs).unref();
}

/** Bytes and packets that wait for a slow reader; packets count as 500 bytes. */
function backlog({ writeBuffer, transport }: Connection): number {
  return writeBuffer.length * 500 + (transport.socket?.bufferedAmount ?? 0);
}
