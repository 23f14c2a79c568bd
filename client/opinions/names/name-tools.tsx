import type { MapGroup } from "#shared/contract/opinions.ts";
import { FlagButton } from "../../moderation/public.ts";
import { NameGroup } from "./name-group.tsx";

/** What the reader may do about a group's name: give one where it is their own, report the one that it has. */
export function NameTools({ group, isOwn }: { group: MapGroup; isOwn: boolean }) {
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2 empty:hidden" data-no-print>
      {isOwn && <NameGroup />}
      {group.name && (
        <FlagButton subject={{ kind: "group-name", id: group.name.id }} authorId={null} />
      )}
    </div>
  );
}
