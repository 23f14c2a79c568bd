import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Account, readMe } from "#shared/contract/accounts.ts";
import { call } from "./api.ts";
import { useRealtime } from "./use-room.ts";

/** Who is signed in; null for a visitor. */
export const accountQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async () => (await call(readMe, {})).account,
  staleTime: 5 * 60_000,
});

/** Who is signed in: null for a visitor, undefined while nobody knows yet. */
export function useAccount(): Account | null | undefined {
  const { data, isError } = useQuery(accountQuery);
  return data ?? (isError ? null : data);
}

/** What is the same for everybody, like the code that draws Markdown. */
const impersonal: readonly unknown[] = ["me", "markdown-renderer"];

/** Call it with the account after signing in or signing up, with null after signing out. */
export function useSessionChange(): (account: Account | null) => void {
  const queries = useQueryClient();
  const realtime = useRealtime();
  return (account) => {
    // An answer about the last session that is still on its way does not count any more.
    void queries.cancelQueries({ queryKey: accountQuery.queryKey });
    queries.setQueryData(accountQuery.queryKey, account);
    // What the last person could see is not for the next one.
    const isPersonal = ({ queryKey }: { queryKey: readonly unknown[] }) =>
      !impersonal.includes(queryKey[0]);
    queries.removeQueries({ type: "inactive", predicate: isPersonal });
    // A moment later: what stood there for the last person alone is gone from the page by then.
    setTimeout(() => void queries.resetQueries({ type: "active", predicate: isPersonal }));
    realtime.reconnect();
  };
}
