import { useRouter, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useAccount, useSessionChange } from "../lib/session.ts";
import { safePath } from "./safe-path.ts";

/**
 * For the doors: whoever is signed in, already or just now, goes on to where they came from, as the
 * address bar says.
 */
export function useEntering() {
  const router = useRouter();
  const changeSession = useSessionChange();
  const { next } = useSearch({ strict: false });
  const isInside = Boolean(useAccount());
  useEffect(() => {
    if (isInside) router.history.replace(safePath(next, window.location.origin));
  }, [isInside, router, next]);
  return {
    /** What other doors are told, so that they lead to the same place. */
    search: next === undefined ? {} : { next },
    enter: changeSession,
  };
}
