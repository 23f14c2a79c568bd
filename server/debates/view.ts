import type { Debate, DebateSummary, DebateView } from "#shared/contract/debates.ts";
import { debateRoom } from "#shared/contract/event.ts";
import type { Db } from "#db/client.ts";
import type { Standing } from "../platform/actor.ts";
import { Refusal } from "../platform/problem.ts";
import { maySeeDebate, rightsIn } from "./policy.ts";
import type { DebateIds } from "./store.ts";
import { type ListedDebate, loadDebate, type LoadedDebate } from "./view-store.ts";

/** A debate as everybody sees it who may see it. */
export function publicView({ debate, author, schedule, topicName }: LoadedDebate): Debate {
  const { id, communityId, question, context, topic, language, phase, template, attribution } =
    debate;
  return {
    id,
    communityId,
    question,
    context,
    topic,
    topicName,
    language,
    phase,
    template,
    admitsVisitors: debate.admitsVisitors,
    countsVisitors: debate.countsVisitors,
    visitorProofBits: debate.visitorProofBits,
    statementMode: debate.statementMode,
    author,
    attribution,
    version: debate.version,
    createdAt: debate.createdAt.toISOString(),
    updatedAt: debate.updatedAt.toISOString(),
    ...markOf(debate),
    schedule: schedule.map(({ to, at, refusal }) => ({ to, at: utc(at), refusal })),
  };
}

const markOf = ({ moderation }: Pick<LoadedDebate["debate"], "moderation">) =>
  moderation === null ? {} : { moderation };

const utc = (at: string) => new Date(at).toISOString();

/** A debate with what this reader may do in it; refused like none where it may not be seen. */
export async function viewDebate(db: Db, standing: Standing, ids: DebateIds): Promise<DebateView> {
  const loaded = await loadDebate(db, ids);
  if (!loaded || !maySeeDebate(standing, loaded.debate)) throw new Refusal("not-found");
  return {
    ...publicView(loaded),
    counts: loaded.counts,
    closesAt: loaded.closesAt?.toISOString() ?? null,
    room: { name: debateRoom(ids), seq: loaded.head },
    can: rightsIn(standing, loaded.debate),
  };
}

/** A debate in a list. */
export function summaryOf({
  debate,
  author,
  schedule,
  counts,
  closesAt,
  topicName,
}: ListedDebate): DebateSummary {
  const { id, communityId, question, topic, language, phase } = debate;
  const next = schedule.find(({ refusal }) => refusal === null);
  return {
    id,
    communityId,
    question,
    topic,
    topicName,
    language,
    phase,
    author,
    counts,
    createdAt: debate.createdAt.toISOString(),
    updatedAt: debate.updatedAt.toISOString(),
    ...markOf(debate),
    closesAt: closesAt?.toISOString() ?? null,
    nextMove: next ? { to: next.to, at: utc(next.at) } : null,
  };
}
