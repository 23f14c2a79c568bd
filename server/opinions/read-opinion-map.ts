import type {
  readOpinionMap as contract,
  readOpinionMapHistory as historyContract,
} from "#shared/contract/opinions.ts";
import { algorithm } from "#shared/opinions/analysis.ts";
import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Actor, Standing } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { shownVisit } from "../platform/visits.ts";
import { hasOpenCounts, responsesOf } from "../statements/public.ts";
import { countSince } from "./input-store.ts";
import { namesOf } from "./names.ts";
import { runsOn } from "./runs.ts";
import { type DebateIds, listRuns, type RunIds } from "./store.ts";
import { type Reader, viewRun } from "./view.ts";

interface Looking {
  readonly actor: Actor;
  readonly standing: Standing;
  readonly params: DebateIds;
}

/** The newest map, with how much came in since; where there is none, one is made. */
export async function readOpinionMap(deps: Deps, call: Call<typeof contract>) {
  const runs = runsOn(deps.db);
  const { standing, params } = call;
  const debate = await readableDebate(deps, standing, params);
  const can = { export: hasOpenCounts(debate.phase) };
  const run = await runs.newest(params);
  const answersSince = await countSince(deps.db, params, run);
  // What was imported nobody has asked to analyse yet, nor what came in a moment before a server was killed.
  // Nor is a map that another version made as this one would make it.
  const isOfOther = run !== undefined && run.algorithm !== algorithm;
  if (answersSince > 0 || isOfOther) deps.opinionMaps.changed(params);
  if (!run) return { map: null, answersSince, can };
  const id = readerIdOf(call);
  const groups = id === null ? null : await runs.groupsIn(params, run.id);
  const reader = await readerOf(deps, call, debate);
  const group = groups?.get(id ?? "") ?? null;
  return { map: await viewRun(run, { ...reader, group }), answersSince, can };
}

/** The maps of before. */
export async function readOpinionMapHistory(
  deps: Deps,
  { standing, params }: Call<typeof historyContract>,
) {
  await readableDebate(deps, standing, params);
  const runs = await listRuns(deps.db, params);
  return {
    runs: runs.map(({ computedAt, groups, ...run }) => {
      return { ...run, computedAt: computedAt.toISOString(), groups: [...groups] };
    }),
  };
}

/** An earlier map. Who was in which group of it is not kept. */
export async function readOpinionMapRun(deps: Deps, call: Looking & { readonly params: RunIds }) {
  const { standing, params } = call;
  const debate = await readableDebate(deps, standing, params);
  const run = await runsOn(deps.db).find(params, params.runId);
  if (!run) throw new Refusal("not-found");
  return viewRun(run, { ...(await readerOf(deps, call, debate)), group: null });
}

/** Under which id the reader has responded, as a member or in a visit. */
const readerIdOf = ({ actor, standing }: Looking) => standing.participantId ?? shownVisit(actor);

function leftOutAs(
  { participantId, suspendedUntil }: Standing,
  countsVisitors: boolean,
): Reader["leftOut"] {
  if (suspendedUntil) return "suspended";
  return participantId === null && !countsVisitors ? "visitor" : null;
}

async function readerOf(
  { db }: Deps,
  looking: Looking,
  { phase, countsVisitors }: { readonly phase: string; readonly countsVisitors: boolean },
): Promise<Omit<Reader, "group">> {
  const id = readerIdOf(looking);
  const responses = id === null ? [] : await responsesOf(db, looking.params, id);
  const names = await namesOf(db, looking.params);
  const leftOut = leftOutAs(looking.standing, countsVisitors);
  return { responses, hasOpenCounts: hasOpenCounts(phase), names, leftOut };
}
