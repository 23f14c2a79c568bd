import type { Trust, readMyTrust as contract } from "#shared/contract/moderation-settings.ts";
import {
  isMet,
  type TrustLevel,
  trustLevel,
  trustLevels,
  trustLimits,
  trustMeasures,
  trustThresholds,
} from "#shared/moderation/trust.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import { isModerator, type MemberStanding } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { trustFacts } from "./trust-store.ts";

/** How far a member is trusted; whoever looks after the community is by its members' choice. */
export async function levelOf(db: Db, standing: MemberStanding): Promise<TrustLevel> {
  return isModerator(standing) ? "trusted" : trustLevel(await trustFacts(db, standing));
}

/** What a member may do how often. */
export const limitsFor = async (db: Db, standing: MemberStanding) =>
  trustLimits[await levelOf(db, standing)];

/** How far the reader has come. */
export async function readTrust({ db }: Deps, { standing }: Call<typeof contract>): Promise<Trust> {
  const facts = await trustFacts(db, standing);
  const level = isModerator(standing) ? "trusted" : trustLevel(facts);
  const reached = trustLevels.indexOf(level);
  return {
    level,
    levels: trustLevels.map((one, at) => ({
      level: one,
      isReached: at <= reached,
      needs:
        one === "newcomer"
          ? []
          : trustMeasures.map((measure) => {
              const need = trustThresholds[one][measure];
              const have = facts[measure];
              return { measure, need, have, isMet: isMet(measure, have, need) };
            }),
      limits: trustLimits[one],
    })),
  };
}
