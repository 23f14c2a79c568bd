import { useRouter, useSearch } from "@tanstack/react-router";
import type { Account } from "#shared/contract/accounts.ts";
import { useSessionChange } from "../lib/session.ts";
import { safePath } from "./safe-path.ts";

/** Where one came from, as the address bar says, and how to go on there as somebody who is signed in. */
export function useEntering() {
  const router = useRouter();
  const changeSession = useSessionChange();
  const { next } = useSearch({ strict: false });
  const goOn = () => router.history.replace(safePath(next, window.location.origin));
  return {
    /** What other doors are told, so that they lead to the same place. */
    search: next === undefined ? {} : { next },
    enter(account: Account): void {
      changeSession(account);
      goOn();
    },
    goOn,
  };
}
