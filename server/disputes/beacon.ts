import { z } from "zod";
import { isSignedRound, type Randomness } from "#shared/lottery/index.ts";
import type { Deps } from "../deps.ts";

/** Where rounds of the public beacon are read; null where none is configured. */
export const communityBeaconUrl = ({ env }: Pick<Deps, "env">): string | null =>
  env.BEACON_URL ?? null;

const Round = z.object({ round: z.int(), signature: z.string().regex(/^[0-9a-f]{96}$/) });

/** The signature of a round, where the beacon has given it by now; whatever else it says is believed by nobody. */
export async function signatureOf(
  { env, fetchPage, log }: Pick<Deps, "env" | "fetchPage" | "log">,
  { beacon, round }: Extract<Randomness, { kind: "beacon" }>,
): Promise<string | null> {
  try {
    const { body } = await fetchPage(`${env.BEACON_URL}/${beacon.chain}/public/${round}`);
    const found = Round.safeParse(JSON.parse(body.toString("utf8")));
    const { data } = found;
    if (!data || data.round !== round || !isSignedRound(beacon, round, data.signature)) return null;
    return data.signature;
  } catch {
    log.warn({ round }, "the beacon did not answer");
    return null;
  }
}
