import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { NoticeList } from "./notice-list.tsx";
import { noticesHereQuery } from "./queries.ts";
import { useMarkRead } from "./use-mark-read.ts";

interface NeedsHereProps {
  communityId: string;
  /** What stands there when nothing does. */
  nothing: ReactNode;
}

/** What needs the reader in one community. */
export function NeedsHere({ communityId, nothing }: NeedsHereProps) {
  const { data } = useQuery(noticesHereQuery(communityId));
  const read = useMarkRead();
  if (!data) return null;
  if (data.items.length === 0) return nothing;
  return (
    <div className="-mx-4">
      <NoticeList
        isWithinOne
        notices={data.items}
        onOpen={({ id }) => read.mutate({ ids: [id] })}
      />
    </div>
  );
}
