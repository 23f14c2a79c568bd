import type { FastifyRequest } from "fastify";
import type { Passkey } from "#shared/contract/passkeys.ts";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../platform/problem.ts";
import { type PasskeyRow, saveChallenge, spendChallenge } from "./passkey-store.ts";

export const lastsMs = 5 * 60_000;

/**
 * The address that keys are bound to, as a browser has it. Without a public address it is the one that the request came
 * from, which is known to be ours.
 */
export function placeOf({ env }: Deps, { headers, host, protocol }: FastifyRequest) {
  const origin = env.PUBLIC_URL ?? headers.origin ?? `${protocol}://${host}`;
  return { origin, rpId: new URL(origin).hostname };
}

/** What devices keep of an account beside its key: nothing that tells who it is. */
export const handleOf = (accountId: string): string => Buffer.from(accountId).toString("base64url");

/** A challenge that is good once, for some minutes. */
export async function challengeFor(deps: Deps, accountId: string | null): Promise<string> {
  const challenge = deps.random.token();
  const expiresAt = new Date(deps.clock().getTime() + lastsMs);
  await saveChallenge(deps.db, { challenge, accountId, expiresAt });
  return challenge;
}

/** The challenge that a browser says it has signed, used up by that; refused where it is none that waits. */
export async function spentChallenge(
  deps: Deps,
  clientDataJSON: string,
  accountId: string | null,
): Promise<string> {
  const challenge = challengeIn(clientDataJSON);
  const now = deps.clock();
  if (!(await spendChallenge(deps.db, { challenge, accountId, now }))) {
    throw new Refusal("too-late");
  }
  return challenge;
}

function challengeIn(clientDataJSON: string): string {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString());
    return String((said as { challenge?: unknown }).challenge);
  } catch {
    return "";
  }
}

export function passkeyView({ id, name, createdAt, lastUsedAt }: PasskeyRow): Passkey {
  return {
    id,
    name,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
