import { useQuery } from "@tanstack/react-query";
import { useDebate } from "../debates/public.ts";
import { moderates } from "./moderation-tab.tsx";
import { communityQuery } from "./queries.ts";

/** Whether the reader looks after all of the community around the debate; not as long as that is not known. */
export function useModerates(): boolean {
  const { slug } = useDebate();
  const { data } = useQuery(communityQuery(slug));
  return data !== undefined && moderates(data);
}
