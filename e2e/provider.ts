import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/*
 * A small OpenID Connect provider with a page of its own, on which somebody says who they are by one press. It checks
 * what a real one checks: the client's secret, the address to return to, and the verifier of PKCE.
 */

export const client = { id: "folkmoot", secret: "a-secret-of-the-story" } as const;

interface Profile {
  readonly sub: string;
  readonly name: string;
  readonly email: string;
}

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body: string;
}

const json = (body: object, status = 200): Answer => ({ status, body: JSON.stringify(body) });

/** What the provider says of itself (OpenID Connect Discovery 1.0). */
const description = (issuer: string) =>
  json({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["ES256"],
  });

/** The page where somebody signs in at the provider. */
function door(asked: URLSearchParams, { name }: Profile, code: string): Answer {
  const back = new URL(asked.get("redirect_uri") ?? "");
  back.search = new URLSearchParams({ code, state: asked.get("state") ?? "" }).toString();
  const link = `<a href="${back.href.replaceAll("&", "&amp;")}">Go on as ${name}</a>`;
  const body = `<!doctype html><html lang="en"><title>Example University</title><h1>Example University</h1>${link}`;
  return { status: 200, type: "text/html; charset=utf-8", body };
}

/** Starts the provider, at which one person has an account. */
export async function startProvider(profile: Profile) {
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: "1", alg: "ES256", use: "sig" }] };
  const asked = new Map<string, URLSearchParams>();
  let issuer = "";

  async function tokens(request: IncomingMessage): Promise<Answer> {
    const form = new URLSearchParams(await text(request));
    const code = form.get("code") ?? "";
    const before = asked.get(code);
    asked.delete(code);
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isGood =
      form.get("client_secret") === client.secret &&
      before?.get("redirect_uri") === form.get("redirect_uri") &&
      before?.get("code_challenge") === challenge;
    if (!isGood) return json({ error: "invalid_grant" }, 400);
    const nonce = before?.get("nonce");
    const idToken = await new SignJWT({ ...profile, email_verified: true, nonce })
      .setProtectedHeader({ alg: "ES256", kid: "1" })
      .setIssuer(issuer)
      .setAudience(client.id)
      .setIssuedAt()
      .setExpirationTime("1m")
      .sign(privateKey);
    return json({ access_token: randomUUID(), token_type: "Bearer", id_token: idToken });
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { pathname, searchParams } = new URL(request.url ?? "/", issuer);
    if (pathname === "/.well-known/openid-configuration") return description(issuer);
    if (pathname === "/jwks") return json(keys);
    if (pathname === "/token") return tokens(request);
    if (pathname !== "/authorize") return json({}, 404);
    const code = randomUUID();
    asked.set(code, searchParams);
    return door(searchParams, profile, code);
  }

  const http = createServer((request, response) => {
    void answer(request).then(({ status, type = "application/json", body }) =>
      response.writeHead(status, { "content-type": type }).end(body),
    );
  });
  await new Promise<void>((resolve) => void http.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      http.closeAllConnections();
      http.close(() => resolve());
    });
  return { issuer, close };
}
