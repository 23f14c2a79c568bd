import { useQuery } from "@tanstack/react-query";
import { moderates } from "./moderation-tab.tsx";
import { usePlace } from "./place.tsx";
import { communityQuery } from "./queries.ts";

/** Whether the reader looks after all of the community around the debate; not as long as that is not known. */
export function useModerates(): boolean {
  const { slug } = usePlace();
  const { data } = useQuery(communityQuery(slug));
  return data !== undefined && moderates(data);
}
