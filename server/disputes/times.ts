import type { DisputeSettings } from "#shared/contract/disputes.ts";
import type { Db } from "#db/client.ts";
import { findSettings } from "./context-store.ts";
import { type StageTimes } from "./store.ts";

/** How disputes go where a community has not said otherwise. */
const usual: DisputeSettings = {
  statementsHours: 72,
  drawingHours: 24,
  deliberationHours: 72,
  votingHours: 48,
  revealingHours: 24,
  signaturesPercent: 10,
  suspendsDecisions: false,
  version: 1,
};

export async function settingsOf(db: Db, communityId: string): Promise<DisputeSettings> {
  return (await findSettings(db, communityId)) ?? usual;
}

/** How long the stages of a case last that is opened now. */
export const timesIn = (settings: DisputeSettings): StageTimes => ({
  statements: settings.statementsHours,
  drawing: settings.drawingHours,
  deliberation: settings.deliberationHours,
  voting: settings.votingHours,
  revealing: settings.revealingHours,
});

export const hour = 3_600_000;
export const day = 24 * hour;

export const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
