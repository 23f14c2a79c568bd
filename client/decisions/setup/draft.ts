import type { DecisionRules, DecisionView } from "#shared/contract/decisions.ts";
import type { Settings } from "#shared/voting/index.ts";
import type { Quorum, Share, Threshold } from "#shared/voting/outcome.ts";
import {
  draftOfWeighting,
  onePerson,
  type WeightingDraft,
  weightingOf,
} from "./weighting-draft.ts";
import {
  isOneVoteEach,
  isOnProposal,
  type MethodId,
  methodFacts,
  type Secrecy,
  type SettingsOf,
} from "../method-facts.ts";
import { toLocal } from "../../lib/local-time.ts";

/** A share as it is chosen: none, one of a few names, or so many percent. */
export interface ShareDraft {
  readonly kind: string;
  readonly percent: string;
}

/** The rules as they are being filled in: texts as typed, times as the device's clock shows them. */
export interface Draft {
  readonly title: string;
  readonly settings: Settings;
  readonly secrecy: Secrecy;
  /** Whether the count is shown while votes come in; counts only where votes are public. */
  readonly liveResults: boolean;
  readonly roles: readonly string[];
  readonly weighting: WeightingDraft;
  readonly quorum: ShareDraft;
  /** Of weight; of no matter where each person has one vote. */
  readonly quorumOfWeight: ShareDraft;
  readonly threshold: ShareDraft;
  /** A share in every opinion group; not where votes are secret. */
  readonly groupMajority: ShareDraft;
  readonly tieBreak: DecisionRules["tieBreak"];
  readonly reasons: DecisionRules["reasons"];
  readonly takesPaper: boolean;
  /** The decision that this one is a runoff of. */
  readonly runoffOf: string | null;
  /** null for all that stand */
  readonly positionIds: readonly string[] | null;
  /** The one position that is voted on, by methods that are about one; null for the only one that stands. */
  readonly subjectId: string | null;
  /** What a time poll is between. */
  readonly times: readonly string[];
  readonly opens: "now" | "later";
  readonly opensAt: string;
  readonly closesAt: string;
}

export const tieBreaks = ["none", "lot", "chair"] as const;
export const quorumKinds = ["none", "1/4", "1/3", "1/2", "2/3", "percent"] as const;
export const thresholdKinds = ["none", "simple-majority", "two-thirds", "percent"] as const;

/** What was filled in, as the wire wants it; null where it is no moment. */
export function fromLocal(text: string): string | null {
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
}

function largestDivisor(one: number, other: number): number {
  return other === 0 ? one : largestDivisor(other, one % other);
}

/** So many percent as the simplest fraction; null where it is no share. At most two decimals. */
export function shareOfPercent(text: string): Share | null {
  const match = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*$/.exec(text);
  if (!match) return null;
  const num = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  if (num === 0 || num > 10_000) return null;
  const by = largestDivisor(num, 10_000);
  return { num: num / by, den: 10_000 / by };
}

const percentOf = ({ num, den }: Share) => String(Math.round((num / den) * 10_000) / 100);
const nameOf = ({ num, den }: Share) => `${num}/${den}`;
const noShare: ShareDraft = { kind: "none", percent: "" };

function draftOfQuorum(share: Share | null | undefined): ShareDraft {
  if (!share) return noShare;
  const kind = quorumKinds.find((one) => one === nameOf(share)) ?? "percent";
  return { kind, percent: percentOf(share) };
}

function draftOfThreshold(threshold: Threshold | null): ShareDraft {
  if (!threshold) return noShare;
  if (threshold.kind !== "share") return { kind: threshold.kind, percent: "" };
  return { kind: "percent", percent: percentOf(threshold.share) };
}

function shareOf({ kind, percent }: ShareDraft): Share | null {
  if (kind === "percent") return shareOfPercent(percent);
  const [num, den] = kind.split("/").map(Number);
  return num && den ? { num, den } : null;
}

/** The threshold that was chosen; null for none, and where the percentage is none. */
export function thresholdOf(draft: ShareDraft): Threshold | null {
  if (draft.kind === "simple-majority" || draft.kind === "two-thirds") return { kind: draft.kind };
  const share = draft.kind === "percent" ? shareOf(draft) : null;
  return share && { kind: "share", share };
}

/** What is kept of the weighting: where a decision is secret, or each has an equal part of a budget, that is one vote each. */
export function chosenWeighting({ weighting, secrecy, settings }: Draft): WeightingDraft {
  return secrecy === "secret" || isOneVoteEach(settings) ? onePerson : weighting;
}

/** The share in every opinion group that was chosen; null for none, and where votes have no names. */
export function groupMajorityOf({ secrecy, groupMajority }: Draft): Threshold | null {
  return secrecy === "secret" ? null : thresholdOf(groupMajority);
}

/** The quorum that was chosen, of persons, of weight, or of both; null for none. */
export function quorumOf(draft: Draft): Quorum | null {
  const persons = shareOf(draft.quorum);
  const isWeighed = chosenWeighting(draft).kind !== "one-person";
  const weight = isWeighed ? shareOf(draft.quorumOfWeight) : null;
  return persons || weight ? { persons, weight } : null;
}

const day = 86_400_000;

/** What a new decision begins with: opens now, closes in a week, to be counted by approval. */
export function emptyDraft(now: number): Draft {
  return {
    title: "",
    settings: methodFacts.approval.settings,
    secrecy: "secret-until-close",
    liveResults: false,
    roles: ["owner", "moderator", "member"],
    weighting: onePerson,
    quorum: noShare,
    quorumOfWeight: noShare,
    threshold: noShare,
    groupMajority: noShare,
    tieBreak: "none",
    reasons: "off",
    takesPaper: false,
    runoffOf: null,
    positionIds: null,
    subjectId: null,
    times: ["", ""],
    opens: "now",
    opensAt: toLocal(now + day),
    closesAt: toLocal(now + 7 * day),
  };
}

/** The rules of a decision that has not opened, to be changed. */
export function draftOf(decision: DecisionView): Draft {
  const positionIds = decision.options.flatMap(({ positionId }) => positionId ?? []);
  return {
    title: decision.title,
    settings: decision.settings,
    secrecy: decision.secrecy,
    liveResults: decision.liveResults,
    roles: decision.electorate.roles,
    weighting: draftOfWeighting(decision.weighting),
    quorum: draftOfQuorum(decision.quorum?.persons),
    quorumOfWeight: draftOfQuorum(decision.quorum?.weight),
    threshold: draftOfThreshold(
      isOnProposal(decision.settings) ? decision.settings.threshold : decision.threshold,
    ),
    groupMajority: draftOfThreshold(decision.groupMajority),
    tieBreak: decision.tieBreak,
    reasons: decision.reasons,
    takesPaper: decision.takesPaper,
    runoffOf: decision.runoffOf,
    positionIds: positionIds.length > 0 ? positionIds : null,
    subjectId: decision.subject?.positionId ?? null,
    times:
      decision.method === "time-poll"
        ? decision.options.map(({ title }) => toLocal(Date.parse(title)))
        : ["", ""],
    opens: "later",
    opensAt: toLocal(Date.parse(decision.opensAt)),
    closesAt: toLocal(Date.parse(decision.closesAt)),
  };
}

/** The same draft by another method, with what that method sets unless told otherwise. */
export function withMethod(draft: Draft, method: MethodId): Draft {
  if (draft.settings.method === method) return draft;
  return { ...draft, settings: methodFacts[method].settings };
}

/** What the options cost that were chosen, of all that costs were said of. */
function chosenCosts({ costs, ...settings }: SettingsOf<"budget">, { positionIds }: Draft) {
  const isChosen = ([id]: [string, number]) => positionIds?.includes(id) ?? true;
  return { ...settings, costs: Object.fromEntries(Object.entries(costs).filter(isChosen)) };
}

/** The settings as they are sent: where the method has its own threshold, it is the one that was chosen. */
export function settingsOf(draft: Draft): Settings {
  const { settings, threshold } = draft;
  if (settings.method === "budget") return chosenCosts(settings, draft);
  if (!isOnProposal(settings)) return settings;
  return { ...settings, threshold: thresholdOf(threshold) ?? { kind: "simple-majority" } };
}

/** What is to be chosen between: positions, one position, or times; null while a time is missing. */
function choicesOf({ settings, positionIds, subjectId, times }: Draft) {
  if (isOnProposal(settings)) {
    return { positionIds: subjectId === null ? null : [subjectId], times: null };
  }
  if (settings.method !== "time-poll") {
    return { positionIds: positionIds === null ? null : [...positionIds], times: null };
  }
  const moments = times.flatMap((time) => fromLocal(time) ?? []);
  return moments.length < times.length ? null : { positionIds: null, times: moments };
}

const isRole = (role: string) => role === "owner" || role === "moderator" || role === "member";

/** The rules as they are sent; null while a time is missing. */
export function rulesOf(draft: Draft): DecisionRules | null {
  const closesAt = fromLocal(draft.closesAt);
  const opensAt = draft.opens === "now" ? null : fromLocal(draft.opensAt);
  const choices = choicesOf(draft);
  if (choices === null || closesAt === null) return null;
  if (draft.opens === "later" && opensAt === null) return null;
  return {
    title: draft.title.trim(),
    settings: settingsOf(draft),
    secrecy: draft.secrecy,
    liveResults: draft.liveResults && draft.secrecy === "public",
    weighting: weightingOf(chosenWeighting(draft)),
    electorate: { roles: draft.roles.filter(isRole) },
    quorum: quorumOf(draft),
    threshold: isOnProposal(draft.settings) ? null : thresholdOf(draft.threshold),
    groupMajority: groupMajorityOf(draft),
    tieBreak: isOnProposal(draft.settings) ? "none" : draft.tieBreak,
    reasons: draft.settings.method === "consent" ? "off" : draft.reasons,
    takesPaper: draft.takesPaper && draft.secrecy !== "secret",
    runoffOf: draft.runoffOf,
    ...choices,
    opensAt,
    closesAt,
  };
}
