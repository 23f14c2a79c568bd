import type { readHealth as contract } from "#shared/contract/health.ts";
import { countPromises, type CountedPromise } from "#shared/commitments/index.ts";
import { healthOf } from "#shared/health/index.ts";
import { promisesIn } from "../commitments/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { powerOverTime } from "../power/public.ts";
import { agendaIn, answeredIn, appealsIn, voicesIn } from "./store.ts";

const mostQuarters = 12;

/** The first day of the quarter in which a moment is, in UTC. */
const quarterOf = (moment: Date): string => {
  const first = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), 1));
  first.setUTCMonth(first.getUTCMonth() - (first.getUTCMonth() % 3));
  return first.toISOString().slice(0, 10);
};

/** The last quarters up to now, the oldest first. */
const lastQuarters = (now: Date): string[] =>
  Array.from({ length: mostQuarters }, (_, at) => {
    const monthsAgo = (mostQuarters - 1 - at) * 3;
    return quarterOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsAgo, 1)));
  });

/** How the community fares over time, from the first quarter on in which anything happened. */
export async function readHealth({ db, clock }: Deps, { params }: Call<typeof contract>) {
  const { communityId } = params;
  const now = clock();
  const quarters = lastQuarters(now);
  const since = quarters[0] ?? "";
  const facts = {
    decisions: (await powerOverTime(db, communityId)).map(({ closedAt, ...figures }) => {
      return { ...figures, quarter: quarterOf(closedAt) };
    }),
    voices: await voicesIn(db, communityId, since),
    agenda: await agendaIn(db, communityId, since),
    answered: await answeredIn(db, communityId, since),
    appeals: await appealsIn(db, communityId, since),
    promises: keptByQuarter(await promisesIn(db, communityId, now)),
  };
  const happened = new Set(Object.values(facts).flatMap((all) => all.map((one) => one.quarter)));
  const first = quarters.findIndex((quarter) => happened.has(quarter));
  return { periods: first < 0 ? [] : healthOf(facts, quarters.slice(first)) };
}

/** Promises whose fate is known, by the quarter in which they were due. */
function keptByQuarter(promises: readonly CountedPromise[]) {
  const dueIn = ({ dueAt }: CountedPromise) => quarterOf(new Date(dueAt));
  return [...new Set(promises.map(dueIn))].map((quarter) => {
    const counts = countPromises(promises.filter((one) => dueIn(one) === quarter));
    const { promised, running, kept, keptLate } = counts;
    return { quarter, all: promised - running, some: kept + keptLate };
  });
}
