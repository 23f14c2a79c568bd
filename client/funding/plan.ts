import type { FundingPlan } from "#shared/contract/funding.ts";
import type { FundingSettings } from "#shared/funding/settings.ts";
import { hundredthsOf } from "./money.ts";

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
  readonly closesAt: string;
}

const two = (number: number) => String(number).padStart(2, "0");

/** A moment as a field for local times has it. */
export function toLocal(moment: number): string {
  const date = new Date(moment);
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
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
  closesAt: toLocal(now + fortnight),
});

const wholeOf = (typed: string): number | null =>
  /^\d{1,6}$/.test(typed.trim()) && Number(typed) > 0 ? Number(typed) : null;

function settingsOf({ rule, form, most, pairBound, cap }: Plan): FundingSettings {
  const number = wholeOf(most) ?? 1;
  if (rule === "quadratic") {
    const bounds = { pairBound: wholeOf(pairBound), cap: hundredthsOf(cap) };
    return { rule, form: "pledges", most: number, ...bounds, spendWholePool: true };
  }
  const voted = { form, most: number, utility: "cost" } as const;
  return rule === "greedy" ? { rule, ...voted } : { rule, ...voted, completion: "add1" };
}

/** What goes over the wire; amounts that are none are left for the server to refuse. */
export function wireOf(plan: Plan): FundingPlan {
  const { title, about, currency, budget, closesAt } = plan;
  return {
    title,
    about,
    currency,
    budget: hundredthsOf(budget) ?? 0,
    settings: settingsOf(plan),
    electorate: { roles: ["owner", "moderator", "member"] },
    opensAt: null,
    closesAt: new Date(closesAt).toISOString(),
    debateId: null,
  };
}
