import { type CrowdMember, moodyView } from "./crowd.ts";
import { hour, later, partWay } from "./days.ts";
import type {
  DemoBallot,
  DemoBallotCast,
  DemoDecision,
  DemoMethod,
  DemoOption,
} from "./demo-plan.ts";
import type { DecisionDraft, Leaning } from "./drafts.ts";
import { makeSnapshot, tokensIn } from "./holdings.ts";
import { timedId, timelessId } from "./ids.ts";
import { type Random, shuffled } from "./random.ts";

interface Hall {
  readonly people: readonly CrowdMember[];
  readonly random: Random;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly now: Date;
  readonly authorOf: (key: DecisionDraft["by"]) => string;
}

export interface Candidate {
  readonly positionId: string;
  readonly title: string;
  readonly leaning: Leaning;
}

interface Wish {
  readonly option: string;
  readonly liking: number;
}

/** A decision with its ballots, as everybody would have cast them by their views. */
export function holdDecision(
  draft: DecisionDraft,
  candidates: readonly Candidate[],
  hall: Hall,
): DemoDecision {
  const { people, random, opensAt, closesAt, now } = hall;
  const options = candidates.map(({ positionId, title }, order): DemoOption => ({
    id: timedId(opensAt, random),
    positionId,
    title,
    order,
  }));
  const end = closesAt < now ? closesAt : now;
  const voters = votersOf(draft, hall);
  const ballots = voters.map((voter): DemoBallotCast => {
    const wishes = candidates.map(({ leaning }, at) => ({
      option: options[at]?.id ?? "",
      liking: moodyView(voter, leaning, random),
    }));
    return {
      ballotId: timelessId(random),
      voterId: voter.participantId,
      ballot: fill(draft.method, withMindMadeUp(draft.votes?.[voter.key], wishes, options)),
      castAt: partWay(opensAt, end, 0.02 + 0.95 * random.next()),
    };
  });
  return {
    id: timedId(opensAt, random),
    title: draft.title,
    method: draft.method,
    settings: { method: draft.method },
    secrecy: draft.secrecy,
    holdings: holdingsOf(draft, hall),
    quorum: { num: 1, den: 2 },
    status: closesAt <= now ? "closed" : "open",
    authorId: hall.authorOf(draft.by),
    createdAt: later(opensAt, -hour),
    opensAt,
    closesAt,
    options,
    electorate: people.map(({ participantId }) => participantId),
    ballots: ballots.toSorted((a, b) => a.castAt.getTime() - b.castAt.getTime()),
    outcome: outcomeOf(draft, options, hall),
  };
}

/** Some of the people at random, and those who vote in any case. */
function votersOf({ turnout, votes = {} }: DecisionDraft, { people, random }: Hall) {
  const isSure = ({ key }: CrowdMember) => votes[key] !== undefined;
  const others = shuffled(random, people).filter((one) => !isSure(one));
  const sure = people.filter(isSure);
  const wanted = Math.round(people.length * turnout) - sure.length;
  return [...sure, ...others.slice(0, Math.max(wanted, 0))];
}

/** Likes above all the option with this title, where there is one. */
function withMindMadeUp(
  title: string | undefined,
  wishes: readonly Wish[],
  options: readonly DemoOption[],
): readonly Wish[] {
  const id = options.find((option) => option.title === title)?.id;
  return wishes.map((wish) => (wish.option === id ? { ...wish, liking: 2 } : wish));
}

function holdingsOf({ holdings, by }: DecisionDraft, hall: Hall): DemoDecision["holdings"] {
  if (!holdings) return null;
  const { people, random, opensAt } = hall;
  const createdAt = later(opensAt, -2 * hour);
  const ground = { people, random, createdAt, authorId: hall.authorOf(by) };
  const snapshot = makeSnapshot(holdings, ground);
  return { snapshot, tokens: tokensIn(snapshot, people) };
}

function outcomeOf(
  { outcome }: DecisionDraft,
  options: readonly DemoOption[],
  hall: Hall,
): DemoDecision["outcome"] {
  if (outcome === null) return null;
  const winner = options.find(({ title }) => title === outcome.winner);
  if (winner === undefined) throw new RangeError(`no position "${outcome.winner}"`);
  return {
    winnerOptionId: winner.id,
    text: outcome.text,
    authorId: hall.authorOf(outcome.by),
    createdAt: later(hall.closesAt, 2 * hour),
  };
}

/** Likings closer than this are the same to a person. */
const hardlyDifferent = 0.12;
/** Below this an option is not even ranked. */
const unbearable = -0.6;
/** From here on an option is acceptable. */
const acceptable = 0.1;

function fill(method: DemoMethod, wishes: readonly Wish[]): DemoBallot {
  const sorted = wishes.toSorted((a, b) => b.liking - a.liking);
  const [first, ...others] = sorted;
  if (first === undefined) throw new RangeError("a decision has options");
  const bearable = [first, ...others.filter(({ liking }) => liking > unbearable)];
  switch (method) {
    case "plurality":
      return { method, choice: first.option };
    case "approval": {
      const approved = [first, ...others.filter(({ liking }) => liking > acceptable)];
      return { method, approved: approved.map(({ option }) => option) };
    }
    case "irv":
      return { method, ranking: bearable.map(({ option }) => [option]) };
    case "schulze":
      return { method, ranking: inGroups(bearable) };
    default:
      return method satisfies never;
  }
}

function inGroups(sorted: readonly Wish[]): string[][] {
  const groups: { liking: number; options: string[] }[] = [];
  for (const { option, liking } of sorted) {
    const last = groups.at(-1);
    if (last !== undefined && last.liking - liking < hardlyDifferent) last.options.push(option);
    else groups.push({ liking, options: [option] });
  }
  return groups.map(({ options }) => options);
}
