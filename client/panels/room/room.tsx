import { useQuery } from "@tanstack/react-query";
import { ModeratedHere } from "../../moderation/public.ts";
import { Loaded } from "../../ui/loaded.tsx";
import type { PanelProps } from "../props.ts";
import { paramsOf } from "../use-act.ts";
import { Hearing } from "./hearing.tsx";
import { Preparation } from "./preparation.tsx";
import { roomQuery } from "./queries.ts";
import { Recommendations } from "./recommendations.tsx";

/** Where a panel works, once it is drawn; everybody reads it. */
export function Room({ panel, community }: PanelProps) {
  const ids = paramsOf(panel);
  const query = useQuery(roomQuery(ids));
  return (
    <Loaded query={query}>
      {(room) => (
        <div className="max-w-measure space-y-10">
          <Recommendations room={room} ids={ids} slug={community.slug} />
          <ModeratedHere community={community}>
            <Hearing room={room} ids={ids} slug={community.slug} />
          </ModeratedHere>
          <Preparation room={room} ids={ids} slug={community.slug} />
        </div>
      )}
    </Loaded>
  );
}
