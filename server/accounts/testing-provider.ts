import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

export const clientId = "folkmoot";
export const clientSecret = "a-secret-of-the-test";

/** Who signs in at the provider. */
export interface Profile {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

/** What a lying or broken provider says otherwise. */
export interface Lies {
  readonly claims?: JWTPayload;
  /** Signed by somebody else. */
  readonly isForged?: boolean;
}

interface Granted {
  readonly asked: URLSearchParams;
  readonly profile: Profile;
  readonly lies: Lies;
}

/** What the provider says of itself (OpenID Connect Discovery 1.0). */
const description = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["ES256"],
});

interface Answer {
  readonly status: number;
  readonly body: object;
}

/** Gives tokens for codes, each once, to who shows the client's secret and the verifier. */
async function tokenGiver() {
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  const forger = await generateKeyPair("ES256");
  const granted = new Map<string, Granted>();

  async function giveTokens(request: IncomingMessage, issuer: string): Promise<Answer> {
    const form = new URLSearchParams(await text(request));
    const code = form.get("code") ?? "";
    const { asked, profile, lies } = granted.get(code) ?? {};
    granted.delete(code);
    const verifier = form.get("code_verifier") ?? "";
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    const isClient =
      form.get("client_id") === clientId && form.get("client_secret") === clientSecret;
    const isAsAsked =
      asked?.get("code_challenge") === challenge &&
      asked.get("redirect_uri") === form.get("redirect_uri");
    if (!isClient || !isAsAsked) return { status: 400, body: { error: "invalid_grant" } };
    const iat = Math.floor(Date.now() / 1_000);
    const nonce = asked.get("nonce");
    const usual = { iss: issuer, aud: clientId, iat, exp: iat + 60, nonce };
    const idToken = await new SignJWT({ ...usual, ...profile, ...lies?.claims })
      .setProtectedHeader({ alg: "ES256", kid: "1" })
      .sign(lies?.isForged ? forger.privateKey : privateKey);
    const body = { access_token: randomUUID(), token_type: "Bearer", id_token: idToken };
    return { status: 200, body };
  }
  const key = { ...(await exportJWK(publicKey)), kid: "1", alg: "ES256", use: "sig" };
  return { granted, giveTokens, keys: { keys: [key] } };
}

/** An OpenID Connect provider over real HTTP: discovery, keys, and tokens for codes with PKCE. */
export async function startTestProvider() {
  const { granted, giveTokens, keys } = await tokenGiver();
  let issuer = "";
  async function answer(request: IncomingMessage): Promise<Answer> {
    if (request.url === "/token") return giveTokens(request, issuer);
    if (request.url === "/jwks") return { status: 200, body: keys };
    const isAsked = request.url === "/.well-known/openid-configuration";
    return isAsked ? { status: 200, body: description(issuer) } : { status: 404, body: {} };
  }
  const http = createServer((request, response) => {
    void answer(request).then(({ status, body }) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body)),
    );
  });
  await new Promise<void>((resolve) => void http.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return {
    issuer,
    /** What the provider sends the browser back with, after somebody signed in there. */
    admit(url: string, profile: Profile, lies: Lies = {}): string {
      const asked = new URL(url).searchParams;
      const code = randomUUID();
      granted.set(code, { asked, profile, lies });
      return new URLSearchParams({ code, state: asked.get("state") ?? "" }).toString();
    },
    close: () => new Promise((resolve) => http.close(resolve)),
  };
}

export type TestProvider = Awaited<ReturnType<typeof startTestProvider>>;
