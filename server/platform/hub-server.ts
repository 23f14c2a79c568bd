import type { Server, Socket } from "socket.io";
import type { ClientToServer, ServerToClient } from "#shared/contract/rooms.ts";
import type { Actor } from "./actor.ts";

export interface SocketData {
  actor: Actor;
}

/** What the nodes of one installation tell each other. */
interface NodeToNode {
  /** Somebody joined this room on another node. */
  joined(room: string): void;
}

export type HubServer = Server<ClientToServer, ServerToClient, NodeToNode, SocketData>;
export type HubSocket = Socket<ClientToServer, ServerToClient, NodeToNode, SocketData>;
