import type { z } from "zod";

/** Whoever may join a room hears all of it; see `rooms.ts` for the kinds. */
export type Room = `community:${string}` | `debate:${string}:${string}` | `account:${string}`;
export type RoomKind = "community" | "debate" | "account";

/**
 * One message from server to client. Numbered events are kept and can be fetched again;
 * folded ones carry absolute values, are sent at most four times a second, and are never kept.
 */
export interface Event<Name extends string = string, Payload extends z.ZodType = z.ZodType> {
  readonly name: Name;
  readonly payload: Payload;
  readonly folded?: true;
  room(payload: z.infer<Payload>): Room;
}

export function event<N extends string, P extends z.ZodType>(definition: Event<N, P>): Event<N, P> {
  return definition;
}

export const communityRoom = (ids: { communityId: string }): Room => `community:${ids.communityId}`;
export const debateRoom = (ids: { communityId: string; debateId: string }): Room =>
  `debate:${ids.communityId}:${ids.debateId}`;
export const accountRoom = (ids: { accountId: string }): Room => `account:${ids.accountId}`;
