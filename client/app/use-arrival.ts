import { useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { awaitHeading, isHeadingAwaited } from "../ui/page-heading.tsx";

/**
 * Going to another page moves the focus to its heading, which is thereby read aloud. Where the heading stays the same
 * (the tabs of a debate), the focus stays too, and the returned words are read instead.
 */
export function useArrival(): string {
  const router = useRouter();
  const [words, setWords] = useState("");
  useEffect(() => {
    const leaving = router.subscribe("onBeforeNavigate", ({ pathChanged, fromLocation }) => {
      if (pathChanged && fromLocation) awaitHeading();
    });
    const arriving = router.subscribe("onRendered", ({ pathChanged, fromLocation }) => {
      if (!pathChanged || !fromLocation || !isHeadingAwaited()) return;
      setWords(document.title);
    });
    return () => {
      leaving();
      arriving();
    };
  }, [router]);
  return words;
}
