import type { FundingPlan, FundingRound } from "#shared/contract/funding.ts";
import type { FundingSettings } from "#shared/funding/settings.ts";
import { hundredthsOf, typedOf } from "./money.ts";
import { toLocal } from "../lib/local-time.ts";

/** A round as it is filled in. */
export interface Plan {
  readonly title: string;
  readonly about: string;
  readonly currency: string;
  readonly budget: string;
  readonly rule: FundingSettings["rule"];
  readonly form: "approval" | "cumulative" | "ranked";
  readonly most: string;
  readonly pairBound: string;
  readonly cap: string;
  /** Empty where somebody opens voting. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** Empty where it is of no debate. */
  readonly debateId: string;
}

const fortnight = 14 * 24 * 3_600_000;

export const blankPlan = (now: number): Plan => ({
  title: "",
  about: "",
  currency: "EUR",
  budget: "",
  rule: "equal-shares",
  form: "approval",
  most: "10",
  pairBound: "",
  cap: "",
  opensAt: "",
  closesAt: toLocal(now + fortnight),
  debateId: "",
});

/** A round that is there, to be filled in anew. */
export function planOf(round: FundingRound): Plan {
  const { title, about, currency, budget, settings, opensAt, closesAt, debateId } = round;
  const isQuadratic = settings.rule === "quadratic";
  return {
    title,
    about,
    currency,
    budget: typedOf(budget),
    rule: settings.rule,
    form: isQuadratic ? "approval" : settings.form,
    most: String(settings.most),
    pairBound: isQuadratic && settings.pairBound !== null ? String(settings.pairBound) : "",
    cap: isQuadratic && settings.cap !== null ? typedOf(settings.cap) : "",
    opensAt: opensAt === null ? "" : toLocal(Date.parse(opensAt)),
    closesAt: toLocal(Date.parse(closesAt)),
    debateId: debateId ?? "",
  };
}

const wholeOf = (typed: string): number | null =>
  /^\d{1,6}$/.test(typed.trim()) && Number(typed) > 0 ? Number(typed) : null;

/** What the form does not ask for stays as it was before. */
function settingsOf(plan: Plan, before: FundingSettings | undefined): FundingSettings {
  const { rule, form, pairBound, cap } = plan;
  const most = wholeOf(plan.most) ?? 1;
  if (rule === "quadratic") {
    const bounds = { pairBound: wholeOf(pairBound), cap: hundredthsOf(cap) };
    const spendWholePool = before?.rule !== rule || before.spendWholePool;
    return { rule, form: "pledges", most, ...bounds, spendWholePool };
  }
  const utility = before && before.rule !== "quadratic" ? before.utility : "cost";
  if (rule === "greedy") return { rule, form, most, utility };
  const completion = before?.rule === rule ? before.completion : "add1";
  return { rule, form, most, utility, completion };
}

const momentOf = (local: string): string => new Date(local).toISOString();

/** What goes over the wire, of a new round or of one that is there; amounts that are none are left for the server to refuse. */
export function wireOf(plan: Plan, round?: FundingRound): FundingPlan {
  const { title, about, currency, budget, opensAt, closesAt, debateId } = plan;
  return {
    title,
    about,
    currency,
    budget: hundredthsOf(budget) ?? 0,
    settings: settingsOf(plan, round?.settings),
    electorate: round?.electorate ?? { roles: ["owner", "moderator", "member"] },
    opensAt: opensAt === "" ? null : momentOf(opensAt),
    closesAt: momentOf(closesAt),
    debateId: debateId === "" ? null : debateId,
  };
}
