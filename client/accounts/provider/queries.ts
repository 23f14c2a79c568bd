import { queryOptions } from "@tanstack/react-query";
import { readProvider } from "#shared/contract/provider.ts";
import { call } from "../../lib/api.ts";

/** The name of the provider that one may sign in by; null where there is none, which is the rule. */
export const providerQuery = queryOptions({
  queryKey: ["provider"],
  queryFn: async () => (await call(readProvider, {})).name,
  staleTime: Infinity,
});
