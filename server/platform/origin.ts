import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a request comes from our own pages, or from no page at all (a command line). Browsers
 * send `Origin` with every write and every WebSocket, and `Sec-Fetch-Site` with the rest.
 * @param publicUrl the address under which people reach us; without it the `Host` header counts
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: string | undefined): boolean {
  const site = headers["sec-fetch-site"];
  if (headers.origin === undefined) {
    return site === undefined || site === "same-origin" || site === "none";
  }
  return publicUrl === undefined
    ? hostOf(headers.origin) === headers.host && headers.host !== undefined
    : headers.origin === new URL(publicUrl).origin;
}

function hostOf(origin: string): string | null {
  return /^https?:\/\//.test(origin) && URL.canParse(origin) ? new URL(origin).host : null;
}
