/**
 * A place on this site to go to after signing in, from what stands in the address bar; anything
 * that would lead to another site, or back to an entrance, is the first page.
 */
export function safePath(next: string | undefined, site: string): string {
  if (next === undefined || !next.startsWith("/") || !URL.canParse(next, site)) return "/";
  const url = new URL(next, site);
  if (url.origin !== new URL(site).origin || entrances.test(url.pathname)) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}

const entrances = /^\/(sign-in|signed-in|sign-up|forgot-password|reset-password|confirm-email)\/?$/;
