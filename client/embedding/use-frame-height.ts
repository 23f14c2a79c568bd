import { useEffect } from "react";
import { siteAround } from "../lib/embedded.ts";

/** Tells the page around how high this one is, so that its frame has no bars to scroll by; see `public/embed.js`. */
export function useFrameHeight(sites: readonly string[] | undefined): void {
  useEffect(() => {
    const site = siteAround();
    if (site === undefined || !sites?.includes(site)) return undefined;
    const page = document.documentElement;
    const observer = new ResizeObserver(() =>
      window.parent.postMessage({ folkmootHeight: page.offsetHeight }, site),
    );
    observer.observe(page);
    return () => observer.disconnect();
  }, [sites]);
}
