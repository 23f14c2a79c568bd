import { unknownSite } from "#shared/contract/embedding.ts";

/** Whether this is the page that other sites show inside theirs. It never becomes another one: see `app/embedded-shell.tsx`. */
export const isEmbedded = (): boolean => location.pathname.startsWith("/embed/");

/** Whose page shows this one; undefined where it stands by itself. The snippet has browsers name it. */
export function siteAround(): string | undefined {
  if (window.parent === window) return undefined;
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : unknownSite;
}
