import type { PanelRoom } from "#shared/contract/panel-room.ts";
import type { PanelIds } from "../queries.ts";

/** What each part of a panel's room is about. */
export interface RoomProps {
  room: PanelRoom;
  ids: PanelIds;
  slug: string;
}
