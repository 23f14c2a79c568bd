import { queryOptions } from "@tanstack/react-query";
import { listSessions, readMailbox } from "#shared/contract/accounts.ts";
import { ApiError, call } from "../lib/api.ts";

export const sessionsQuery = queryOptions({
  queryKey: ["sessions"],
  queryFn: async () => (await call(listSessions, {})).sessions,
});

/** The mails kept on this machine; null where there is no mailbox, which is the rule. */
export const mailboxQuery = queryOptions({
  queryKey: ["mailbox"],
  queryFn: async () => {
    try {
      return (await call(readMailbox, {})).mails;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return null;
      throw error;
    }
  },
  staleTime: 0,
});

/** Whether a mailbox can be here at all: only the machine that serves the page has one. */
export const isOwnMachine = (host: string) => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(host);
