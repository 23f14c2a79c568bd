import type { Trust, readMyTrust as contract } from "#shared/contract/moderation-settings.ts";
import {
  isMet,
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

/** What a member may do how often. Whoever looks after the community is trusted by its members' choice. */
export async function limitsFor(db: Db, standing: MemberStanding) {
  if (isModerator(standing)) return trustLimits.trusted;
  return trustLimits[trustLevel(await trustFacts(db, standing))];
}

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
