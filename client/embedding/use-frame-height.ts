import { useEffect } from "react";

/** Whose page this one lies in, where that is one of these sites: the snippet has its browser name it. */
function siteAround(sites: readonly string[]): string | null {
  if (window.parent === window || !URL.canParse(document.referrer)) return null;
  const { origin } = new URL(document.referrer);
  return sites.includes(origin) ? origin : null;
}

/** Tells the page around how high this one is, so that its frame has no bars to scroll by; see `public/embed.js`. */
export function useFrameHeight(sites: readonly string[] | undefined): void {
  useEffect(() => {
    const site = siteAround(sites ?? []);
    if (site === null) return undefined;
    const page = document.documentElement;
    const observer = new ResizeObserver(() =>
      window.parent.postMessage({ folkmootHeight: page.offsetHeight }, site),
    );
    observer.observe(page);
    return () => observer.disconnect();
  }, [sites]);
}
