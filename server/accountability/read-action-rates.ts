import {
  type DeclaredGroupRates,
  type Groups,
  type readActionRates as contract,
  tenures,
} from "#shared/contract/accountability.ts";
import {
  beginningOf,
  firstMonthOf,
  monthAfter,
  monthOf,
  quartersOver,
} from "#shared/accountability/months.ts";
import { type Proportion, shareOf } from "#shared/accountability/proportions.ts";
import { protect, type Protected, tellsOfMany } from "#shared/accountability/small-numbers.ts";
import type { Deps } from "../deps.ts";
import { groupsOf } from "../disputes/public.ts";
import type { Call } from "../platform/mount.ts";
import { ratesByDeclared } from "../representation/public.ts";
import { gapBetween } from "./shares.ts";
import { begunAt, largestDecided, peopleIn, type PersonRow, type Span } from "./store.ts";

/** So many quarters can be chosen, the latest ones. */
const mostQuarters = 20;

/**
 * Only quarters that are over are told of: whoever looks again after each action would otherwise see in which groups
 * the person is whom it concerns, and so would whoever compares times that overlap.
 */
export async function readActionRates(deps: Deps, { params, query }: Call<typeof contract>) {
  const { db, clock } = deps;
  const { communityId } = params;
  const running = monthOf(clock().toISOString());
  const begun = await begunAt(db, communityId);
  const first = begun === undefined ? running : monthOf(begun.toISOString());
  const quarters = quartersOver(first, running).toReversed().slice(0, mostQuarters);
  const quarter = query.quarter ?? quarters[0];
  if (quarter === undefined || !quarters.includes(quarter)) {
    const by = { role: null, tenure: null, language: null, opinion: null };
    return { quarters, quarter: null, all: null, by, declared: [] };
  }
  const span = spanOf(quarter);
  const people = await peopleIn(db, communityId, span);
  const opinions = await opinionsIn(deps, communityId, { span, people });
  const whole = countOf(people);
  return {
    quarters,
    quarter,
    all: tellsOfMany(whole) ? shareOf(whole) : null,
    by: {
      role: groupsBy(people, ({ role }) => role),
      tenure: groupsBy(people, tenureAt(span)),
      language: groupsBy(people, ({ language }) => language),
      opinion:
        opinions.size === 0
          ? null
          : groupsBy(people, ({ participantId }) => opinions.get(participantId) ?? ""),
    },
    declared: await declaredIn(deps, { communityId, time: quarter, people }),
  };
}

/**
 * The opinion groups of those people, by the largest map of a debate that was decided when the quarter ended: it moves no
 * more, so that nobody can tell from how these figures change who changed groups.
 */
async function opinionsIn(
  deps: Deps,
  communityId: string,
  { span, people }: { readonly span: Span; readonly people: readonly PersonRow[] },
): Promise<ReadonlyMap<string, string>> {
  const debateId = await largestDecided(deps.db, communityId, span);
  const ids = people.map(({ participantId }) => participantId);
  return groupsOf(deps, { communityId, debateId }, ids);
}

function spanOf(quarter: string): Span {
  const month = firstMonthOf(quarter);
  return { from: beginningOf(month), until: beginningOf(monthAfter(month, 3)) };
}

const countOf = (people: readonly PersonRow[]): Proportion => ({
  count: people.filter(({ isActedOn }) => isActedOn).length,
  of: people.length,
});

/** For how long somebody had been here when the quarter ended. */
function tenureAt({ from, until }: Span): (person: PersonRow) => (typeof tenures)[number] {
  const [fresh, young, long] = tenures;
  const aYearBefore = new Date(beginningOf(monthAfter(monthOf(until), -12)));
  return ({ joinedAt }) => {
    if (joinedAt >= new Date(from)) return fresh;
    return joinedAt > aYearBefore ? young : long;
  };
}

/** By what those people said about themselves. */
async function declaredIn(
  deps: Deps,
  asked: Parameters<typeof ratesByDeclared>[1],
): Promise<DeclaredGroupRates[]> {
  const all = await ratesByDeclared(deps, asked);
  return all.map(({ attribute: { id, name, values }, settled }) => ({
    attribute: { id, name },
    values: values.map((value) => ({ id: value.id, name: value.name })),
    asOf: settled?.releasedAt.toISOString() ?? null,
    groups: viewGroups(settled?.rates ?? { told: [], rest: null }),
  }));
}

/** On how many of each group somebody acted, as far as it tells of nobody. */
function groupsBy(people: readonly PersonRow[], nameOf: (person: PersonRow) => string): Groups {
  const names = [...new Set(people.map(nameOf))].toSorted();
  const { told, rest, kept } = protect(
    names.map((name) => {
      return { name, ...countOf(people.filter((person) => nameOf(person) === name)) };
    }),
  );
  return { ...viewGroups({ told, rest }), isPartial: kept.length > 0 };
}

type Told = Pick<Protected, "told" | "rest">;

/** Groups that part all people among them, each beside all others. */
function viewGroups({ told, rest }: Told): Groups {
  const all = [...told, ...(rest ? [rest] : [])];
  const sum = (which: keyof Proportion) => all.reduce((whole, one) => whole + one[which], 0);
  const whole = { count: sum("count"), of: sum("of") };
  return {
    told: told.flatMap(({ name, ...own }) => {
      const share = shareOf(own);
      const others = { count: whole.count - own.count, of: whole.of - own.of };
      return share === null ? [] : [{ name, share, gap: gapBetween(own, others) }];
    }),
    rest: rest && shareOf(rest),
    isPartial: rest !== null,
  };
}
