import { z } from "zod";
import { GivenPassword, Proof, SignedIn } from "./account.ts";
import { endpoint } from "./endpoint.ts";
import { Id, Moment } from "./ids.ts";
import { Language } from "./phases.ts";

const quarterHour = 900;
const byOwner = { max: 30, perSeconds: quarterHour } as const;
const byAddress = { max: 300, perSeconds: quarterHour, by: "address" } as const;

/** Where the provider's page is that asks who one is. */
const WayOut = z.object({ url: z.string() });

/** An account at the provider that opens one here. */
export const Identity = z
  .object({ id: Id, createdAt: Moment, lastUsedAt: Moment.nullable() })
  .meta({ id: "Identity" });
export type Identity = z.infer<typeof Identity>;

export const readProvider = endpoint({
  name: "readProvider",
  summary: "Which OpenID Connect provider one may sign in by, if any",
  method: "GET",
  path: "/api/provider",
  access: "public",
  reply: z.object({ name: z.string().nullable() }),
});

export const beginProviderSignIn = endpoint({
  name: "beginProviderSignIn",
  summary: "Get the provider's address to sign in there",
  method: "POST",
  path: "/api/sessions/provider/begin",
  access: "public",
  reply: WayOut,
  repeatable: true,
  limit: byAddress,
});

export const beginLink = endpoint({
  name: "beginLink",
  summary: "Get the provider's address to have one's account there open this one",
  method: "POST",
  path: "/api/me/identities/begin",
  access: "self",
  body: z.strictObject({ password: GivenPassword, proof: Proof }),
  reply: WayOut,
  repeatable: true,
  limit: byOwner,
});

/**
 * Ends what `beginProviderSignIn` or `beginLink` began in this browser, once. An unknown person whose
 * address belongs to an account must sign in to that first, and link it there.
 */
export const completeProvider = endpoint({
  name: "completeProvider",
  summary: "Sign in, or link an account, by what the provider sent the browser back with",
  method: "POST",
  path: "/api/sessions/provider",
  access: "public",
  body: z.strictObject({
    /** The query of the address that the provider led to. */
    answer: z
      .string()
      .min(1)
      .max(8_000)
      .regex(/^[!-~]+$/),
    /** Of the account, where a new one is made. */
    language: Language.default("en"),
  }),
  reply: z.object({ ...SignedIn.shape, isLinked: z.boolean() }),
  repeatable: true,
  limit: byAddress,
});

export const endIdentity = endpoint({
  name: "endIdentity",
  summary: "Have an account at the provider open this one no more; ends all other sessions",
  method: "POST",
  path: "/api/me/identities/:identityId/end",
  access: "self",
  params: z.object({ identityId: Id }),
  body: z.strictObject({ password: GivenPassword, proof: Proof }),
  repeatable: true,
  limit: byOwner,
});

export const providerEndpoints = [
  readProvider,
  beginProviderSignIn,
  beginLink,
  completeProvider,
  endIdentity,
];
