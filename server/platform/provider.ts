import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from "openid-client";
import type { Env } from "../env.ts";

/** What ties an answer of the provider to one browser and one attempt. */
export interface Flow {
  /** Where on our site the provider leads back to. */
  readonly returnTo: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What the provider says of somebody. */
export interface Claims {
  readonly subject: string;
  readonly email: string | undefined;
  readonly isEmailVerified: boolean;
  readonly name: string | undefined;
}

/** An OpenID Connect provider that people may sign in by. */
export interface Provider {
  readonly name: string;
  readonly issuer: string;
  /** Where to send the browser. */
  addressOf(flow: Flow): Promise<string>;
  /** Who it is, by the query with which the browser came back; throws where anything does not fit. */
  redeem(answer: string, flow: Flow): Promise<Claims>;
}

const patienceSeconds = 10;

type Settings = Pick<Env, "OIDC_ISSUER" | "OIDC_CLIENT_ID" | "OIDC_CLIENT_SECRET" | "OIDC_NAME">;

/** The provider that the settings name; undefined where they name none. */
export function createProvider(env: Settings): Provider | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = env;
  if (issuer === undefined || id === undefined) return undefined;
  let known: Promise<Configuration> | undefined;
  const look = () =>
    discovery(new URL(issuer), id, secret, undefined, {
      timeout: patienceSeconds,
      // Signatures are checked even where TLS would do. Without TLS there are only this machine's own.
      execute: [
        enableNonRepudiationChecks,
        ...(issuer.startsWith("http:") ? [allowInsecureRequests] : []),
      ],
    });
  /** Asked for when it is first needed, and again where that failed: the provider may be away at our start. */
  const configuration = () => {
    known ??= look();
    known.catch(() => (known = undefined));
    return known;
  };
  return {
    name: env.OIDC_NAME ?? new URL(issuer).hostname,
    issuer,
    async addressOf({ returnTo, state, nonce, verifier }) {
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: returnTo,
        scope: "openid email profile",
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      return url.href;
    },
    async redeem(answer, { returnTo, state, nonce, verifier }) {
      const config = await configuration();
      const tokens = await authorizationCodeGrant(config, new URL(`${returnTo}?${answer}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new TypeError("the provider sent no ID token");
      const isAskedFor = claims["email"] === undefined && config.serverMetadata().userinfo_endpoint;
      const more = isAskedFor ? await fetchUserInfo(config, tokens.access_token, claims.sub) : {};
      return claimsIn({ ...more, ...claims });
    },
  };
}

const textIn = (value: unknown) => (typeof value === "string" ? value : undefined);

function claimsIn(said: Readonly<Record<string, unknown>>): Claims {
  return {
    subject: textIn(said["sub"]) ?? "",
    email: textIn(said["email"]),
    isEmailVerified: said["email_verified"] === true,
    name: textIn(said["name"]) ?? textIn(said["preferred_username"]),
  };
}
