import type { FastifyReply } from "fastify";
import type { Deps } from "../deps.ts";
import { networkOf } from "../platform/network.ts";
import { because, Refusal } from "../platform/problem.ts";
import { hashSecret } from "../platform/sessions.ts";
import { countTries, forgetTries, uncountTries } from "./try-store.ts";

const windowSeconds = 900;
/** How often one may be wrong in a quarter of an hour. */
const most = { account: 10, device: 10, session: 10, step: 10, address: 50 } as const;
type Kind = keyof typeof most;

/** Whose wrong passwords are counted together. Only hashes are kept. */
const keyOf = (kind: Kind, what: string) => `${kind}:${hashSecret(what)}`;

/** By the name that was typed, so that names with and without an account are locked alike. */
export const accountKey = (email: string) => keyOf("account", email.toLowerCase());
export const deviceKey = (deviceHash: string) => keyOf("device", deviceHash);
/** For who is signed in and gives the password once more. */
export const sessionKey = (accountId: string) => keyOf("session", accountId);
/** For second steps: by the account, and apart from others by where it is known to be its owner's. */
export const stepKey = (accountId: string, known: string) => keyOf("step", `${accountId} ${known}`);
export const addressKey = (ip: string) => keyOf("address", networkOf(ip));

interface Standing {
  readonly key: string;
  readonly limit: number;
  readonly remaining: number;
  readonly secondsLeft: number;
}

/**
 * Counts a try before the password is looked at, so that parallel tries are all counted. When the
 * counts can't be kept, the database's error refuses as well. Gives the keys that are over their
 * limit, and says in headers how much is left.
 */
export async function countTry(deps: Deps, keys: readonly string[], reply: FastifyReply) {
  if (deps.env.RATE_LIMITS === "off") return [];
  const tries = await countTries(deps.db, keys, windowSeconds);
  const standings = tries.map(({ key, count, secondsLeft }): Standing => {
    const limit = most[key.slice(0, key.indexOf(":")) as Kind];
    return { key, limit, remaining: limit - count, secondsLeft };
  });
  const [tightest] = standings.toSorted((a, b) => a.remaining - b.remaining);
  if (tightest) {
    void reply.header("ratelimit-limit", tightest.limit);
    void reply.header("ratelimit-remaining", Math.max(0, tightest.remaining));
    void reply.header("ratelimit-reset", tightest.secondsLeft);
  }
  return standings.filter(({ remaining }) => remaining < 0).map(({ key }) => key);
}

/** Refuses a try that is over a limit. */
export function refuseTry(
  reply: FastifyReply,
  why: "too-many-passwords" | "too-many-codes" = "too-many-passwords",
): never {
  void reply.header("retry-after", reply.getHeader("ratelimit-reset"));
  throw new Refusal("too-many-requests", because(why));
}

/** Takes the count back: somebody who knows the password was not guessing. */
export async function wasRight(deps: Deps, keys: readonly string[]): Promise<void> {
  if (deps.env.RATE_LIMITS === "on") await uncountTries(deps.db, keys);
}

/** Opens an account's lock, because its owner has proved to be there. */
export async function openLock(deps: Deps, email: string): Promise<void> {
  await forgetTries(deps.db, accountKey(email));
}
