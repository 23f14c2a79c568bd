import { queryOptions } from "@tanstack/react-query";
import { readFarewell } from "#shared/contract/leaving.ts";
import { call } from "../lib/api.ts";

/** What would become of one's communities. Read anew each time, as others change it. */
export const farewellQuery = queryOptions({
  queryKey: ["farewell"],
  queryFn: ({ signal }) => call(readFarewell, { signal }),
  staleTime: 0,
});
