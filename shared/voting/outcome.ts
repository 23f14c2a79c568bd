import { z } from "zod";
import { Amount, bases, type Basis, type SupportOf, type Tally } from "./tally.ts";
import { certainWinners } from "./explanation.ts";
import { checkGroups, GroupCheck, type GroupRule, holdsInAll } from "./group-majority.ts";
import { isEnough, Share, Threshold } from "./share.ts";

export { Share, Threshold } from "./share.ts";

/** How much of the electorate must vote (at least), by persons and, where set, by weight too. */
export const Quorum = z
  .strictObject({ persons: Share.nullable().default(null), weight: Share.nullable().default(null) })
  .refine(({ persons, weight }) => persons !== null || weight !== null, {
    error: "a quorum of persons, of weight, or of both",
  });
export type Quorum = z.infer<typeof Quorum>;

/** People, and the weight of their votes. */
export interface Turnout {
  readonly persons: number;
  readonly weight: bigint;
}

export interface OutcomeInput {
  readonly tally: Tally;
  readonly electorate: Turnout;
  /** whose vote was counted, directly or through a delegate */
  readonly cast: Turnout;
  readonly quorum: Quorum | null;
  readonly threshold: Threshold | null;
  /** a share that is needed in every opinion group too; none where left out */
  readonly groups?: GroupRule | null | undefined;
}

/** How many are needed, have voted, and could have. */
export interface QuorumCheckOf<A> {
  readonly needed: A;
  readonly cast: A;
  readonly of: A;
  readonly isMet: boolean;
}

export const results = [
  /** all is met and it is clear who wins */
  "passed",
  /** nobody who wins or might has the support that is needed */
  "failed",
  "no-quorum",
  /** a tie for winning is still open */
  "tied",
] as const;
export type DecisionResult = (typeof results)[number];

/** Amounts are bigint in the kernel and decimal strings on the wire, as in a tally. */
export interface OutcomeOf<A> {
  readonly turnout: {
    readonly persons: { readonly cast: number; readonly of: number };
    readonly weight: { readonly cast: A; readonly of: A };
  };
  readonly quorum: {
    readonly persons: QuorumCheckOf<number> | null;
    readonly weight: QuorumCheckOf<A> | null;
    readonly isMet: boolean;
  } | null;
  readonly threshold: {
    readonly rule: Threshold;
    readonly basis: Basis;
    /** of each winner; null where an open tie hides them */
    readonly shares: readonly (SupportOf<A> & { readonly isMet: boolean })[] | null;
  } | null;
  /** only where a share in every opinion group was asked */
  readonly groups?: GroupCheck | undefined;
  readonly result: DecisionResult;
  /** what is decided for */
  readonly carried: readonly string[];
  /** between whom an open tie has still to be settled */
  readonly open: readonly string[];
}
export type Outcome = OutcomeOf<bigint>;

const PersonCheck = z.object({
  needed: z.int(),
  cast: z.int(),
  of: z.int(),
  isMet: z.boolean(),
});
const WeightCheck = z.object({ needed: Amount, cast: Amount, of: Amount, isMet: z.boolean() });

/** An outcome as it is stored and sent. */
export const OutcomeView = z
  .object({
    turnout: z.object({
      persons: z.object({ cast: z.int(), of: z.int() }),
      weight: z.object({ cast: Amount, of: Amount }),
    }),
    quorum: z
      .object({
        persons: PersonCheck.nullable(),
        weight: WeightCheck.nullable(),
        isMet: z.boolean(),
      })
      .nullable(),
    threshold: z
      .object({
        rule: Threshold,
        basis: z.enum(bases),
        shares: z
          .array(z.object({ option: z.string(), votes: Amount, of: Amount, isMet: z.boolean() }))
          .nullable(),
      })
      .nullable(),
    groups: GroupCheck.optional(),
    result: z.enum(results),
    carried: z.array(z.string()),
    open: z.array(z.string()),
  })
  .meta({ id: "Outcome" });
export type OutcomeView = z.infer<typeof OutcomeView>;

function checkShare(share: Share, cast: bigint, of: bigint): QuorumCheckOf<bigint> {
  const num = BigInt(share.num);
  const den = BigInt(share.den);
  return { needed: (of * num + den - 1n) / den, cast, of, isMet: cast * den >= of * num };
}

function checkQuorum(quorum: Quorum, cast: Turnout, electorate: Turnout): Outcome["quorum"] {
  const heads =
    quorum.persons && checkShare(quorum.persons, BigInt(cast.persons), BigInt(electorate.persons));
  const weight = quorum.weight && checkShare(quorum.weight, cast.weight, electorate.weight);
  return {
    persons: heads && {
      needed: Number(heads.needed),
      cast: cast.persons,
      of: electorate.persons,
      isMet: heads.isMet,
    },
    weight,
    isMet: (heads?.isMet ?? true) && (weight?.isMet ?? true),
  };
}

function checkThreshold(rule: Threshold, { basis, support }: Tally) {
  const shares =
    support?.map((entry) => ({ ...entry, isMet: isEnough(rule, entry.votes, entry.of) })) ?? null;
  return { rule, basis, shares };
}

/** Where one proposal is voted on, the answer that adopts it: any other turns it down, and carries nothing. */
const adopting: ReadonlyMap<string, string> = new Map([
  ["yes-no", "yes"],
  ["consent", "agree"],
]);

/** Who wins for certain and with enough support, and who might once a tie is settled. */
function standingsOf(tally: Tally, threshold: Outcome["threshold"]) {
  if (threshold && !threshold.shares) return { carried: [], open: tally.winners };
  const adopts = adopting.get(tally.method);
  if (adopts !== undefined) {
    return { carried: tally.winners.filter((answer) => answer === adopts), open: [] };
  }
  const certain = certainWinners(tally);
  const shares = threshold?.shares;
  const holds = (option: string) =>
    !shares || shares.some((share) => share.option === option && share.isMet);
  return {
    carried: certain.filter(holds),
    open: tally.winners.filter((option) => !certain.includes(option) && holds(option)),
  };
}

/** What a count means for the decision: quorum first, then support, then ties. Exact: no division rounds. */
export function decideOutcome(input: OutcomeInput): Outcome {
  const { tally, electorate, cast } = input;
  if (cast.persons > electorate.persons || cast.weight > electorate.weight) {
    throw new RangeError("more votes than the electorate has");
  }
  const quorum = input.quorum && checkQuorum(input.quorum, cast, electorate);
  const threshold = input.threshold && checkThreshold(input.threshold, tally);
  const standing = standingsOf(tally, threshold);
  const adopts = adopting.get(tally.method);
  const asked = adopts === undefined ? tally.winners : [adopts];
  const groups = input.groups ? checkGroups(input.groups, asked) : undefined;
  const holds = (option: string) => groups === undefined || holdsInAll(groups, option);
  const [carried, open] = [standing.carried.filter(holds), standing.open.filter(holds)];
  const facts = {
    turnout: {
      persons: { cast: cast.persons, of: electorate.persons },
      weight: { cast: cast.weight, of: electorate.weight },
    },
    quorum,
    threshold,
    ...(groups && { groups }),
  };
  if (quorum && !quorum.isMet) return { ...facts, result: "no-quorum", carried: [], open: [] };
  if (open.length > 0) return { ...facts, result: "tied", carried, open };
  return { ...facts, result: carried.length > 0 ? "passed" : "failed", carried, open };
}

/** The outcome with its amounts as decimal text. */
export function outcomeToJson(outcome: Outcome): OutcomeView {
  return OutcomeView.parse(mapAmounts<bigint, string>(outcome, String));
}

/** The outcome that `outcomeToJson` wrote. */
export function outcomeFromJson(view: OutcomeView): Outcome {
  return mapAmounts<string, bigint>(view, BigInt);
}

function mapAmounts<A, B>(from: OutcomeOf<A>, convert: (amount: A) => B): OutcomeOf<B> {
  const { turnout, quorum, threshold } = from;
  const weighed = quorum?.weight;
  const weight = weighed
    ? {
        ...weighed,
        needed: convert(weighed.needed),
        cast: convert(weighed.cast),
        of: convert(weighed.of),
      }
    : null;
  const shares =
    threshold?.shares?.map((share) => ({
      ...share,
      votes: convert(share.votes),
      of: convert(share.of),
    })) ?? null;
  return {
    ...from,
    turnout: {
      ...turnout,
      weight: { cast: convert(turnout.weight.cast), of: convert(turnout.weight.of) },
    },
    quorum: quorum && { ...quorum, weight },
    threshold: threshold && { ...threshold, shares },
  };
}
