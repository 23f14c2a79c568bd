import type { IncomingMessage, ServerResponse } from "node:http";
import helmet, { type HelmetOptions } from "helmet";
import type { Env } from "../env.ts";

export type Headers = Readonly<Record<string, string>>;

const pagePolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};
/** Data loads nothing. */
const dataPolicy = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };

/** What pages and replies with data tell browsers to refuse. Always the same, so it is worked out once. */
export function securityHeaders({ PUBLIC_URL, NODE_ENV }: Pick<Env, "PUBLIC_URL" | "NODE_ENV">) {
  const isSecure = PUBLIC_URL?.startsWith("https:") ?? false;
  const under = (directives: typeof pagePolicy | typeof dataPolicy) => ({
    // In development vite writes styles and scripts into the page.
    contentSecurityPolicy:
      NODE_ENV === "development" ? (false as const) : { useDefaults: false, directives },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000 } : (false as const),
    crossOriginEmbedderPolicy: false as const,
    referrerPolicy: { policy: "same-origin" as const },
  });
  const page = headersBy(under(pagePolicy));
  const data = {
    ...headersBy({
      ...under(dataPolicy),
      // Of no meaning where nothing is shown, or said by the policy.
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
      xDnsPrefetchControl: false,
      xDownloadOptions: false,
      xFrameOptions: false,
      xPermittedCrossDomainPolicies: false,
      xXssProtection: false,
    }),
    "Cache-Control": "no-store",
  };
  return { page, data };
}

/** The policy of a page that these sites may show inside theirs; `policy` is the one of other pages. */
export const framedBy = (policy: string, sites: readonly string[]): string =>
  policy.replace("frame-ancestors 'none'", `frame-ancestors ${sites.join(" ")}`);

/** The headers that helmet would set on any response. */
function headersBy(options: HelmetOptions): Headers {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => void (headers[name] = value),
    removeHeader: () => undefined,
  };
  // Helmet never fails at headers that do not depend on the request.
  helmet(options)({} as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  return headers;
}
