import { createHmac } from "node:crypto";
import { parse, serialize } from "cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Flow, Provider } from "../../platform/provider.ts";
import { saveFlow, spendFlow } from "./identity-store.ts";

const lastsSeconds = 600;
const secretForm = /^[\w-]{43}$/;
/** The page that takes what the provider sends back. */
const returnPath = "/signed-in";

interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const isSecure = ({ env }: Deps) => env.PUBLIC_URL?.startsWith("https:") ?? false;
const cookieName = (deps: Deps) =>
  isSecure(deps) ? "__Host-folkmoot-provider" : "folkmoot-provider";

export function providerOf({ provider }: Deps): Provider {
  if (!provider) throw new Refusal("not-found");
  return provider;
}

function setCookie(deps: Deps, reply: FastifyReply, of: { value: string; maxAge: number }) {
  const cookie = serialize(cookieName(deps), of.value, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(deps),
    maxAge: of.maxAge,
  });
  void reply.header("set-cookie", cookie);
}

/** State, nonce and verifier are worked out from the cookie: nobody else's browser can come back with them. */
function flowOf(deps: Deps, request: FastifyRequest, secret: string): Flow {
  const derive = (what: string) => createHmac("sha256", secret).update(what).digest("base64url");
  const { headers, protocol, host } = request;
  // Without a public address it is the one that the request came from, which is known to be ours.
  const site = deps.env.PUBLIC_URL ?? headers.origin ?? `${protocol}://${host}`;
  return {
    returnTo: `${site}${returnPath}`,
    state: derive("state"),
    nonce: derive("nonce"),
    verifier: derive("verifier"),
  };
}

/** Sends this browser to the provider, to sign in or to link this account. */
export async function setOut(deps: Deps, visit: Visit, accountId: string | null) {
  const provider = providerOf(deps);
  const secret = deps.random.token();
  const url = await provider
    .addressOf(flowOf(deps, visit.request, secret))
    .catch((error: unknown) => refuse(deps, error));
  const expiresAt = new Date(deps.clock().getTime() + lastsSeconds * 1_000);
  await saveFlow(deps.db, { secret, accountId, expiresAt });
  setCookie(deps, visit.reply, { value: secret, maxAge: lastsSeconds });
  return { url };
}

/** Who came back, and what for. Each setting out ends by this, whatever comes of it. */
export async function comeBack(deps: Deps, visit: Visit, answer: string) {
  const provider = providerOf(deps);
  const secret = parse(visit.request.headers.cookie ?? "")[cookieName(deps)] ?? "";
  const flow = secretForm.test(secret) && (await spendFlow(deps.db, secret, deps.clock()));
  if (!flow) throw new Refusal("too-late");
  setCookie(deps, visit.reply, { value: "", maxAge: 0 });
  const claims = await provider
    .redeem(answer, flowOf(deps, visit.request, secret))
    .catch((error: unknown) => refuse(deps, error));
  if (claims.subject === "" || claims.subject.length > 255) throw new Refusal("provider-refused");
  return { claims, accountId: flow.accountId, issuer: provider.issuer };
}

/** Only the kind of the failure is logged: what it says may hold codes. */
function refuse({ log }: Deps, error: unknown): never {
  const { name, code } = Object(error) as { name?: unknown; code?: unknown };
  log.warn({ name, code }, "a sign-in by the provider failed");
  throw new Refusal("provider-refused");
}
