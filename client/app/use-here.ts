import { useRouterState } from "@tanstack/react-router";

/** For links to the entrances: the page one is on, to come back to. */
export function useHere(): { next?: string } {
  return useRouterState({
    select: ({ location: { href, search } }) => {
      const { next } = search as { next?: string };
      if (next !== undefined) return { next };
      return href === "/" || /^\/(sign|forgot|reset|confirm)/.test(href) ? {} : { next: href };
    },
    structuralSharing: true,
  });
}
