import type { Server, Socket } from "socket.io";
import type { ClientToServer, ServerToClient } from "#shared/contract/rooms.ts";
import type { Actor } from "./actor.ts";

export interface SocketData {
  actor: Actor;
}

export type HubServer = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
export type HubSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
