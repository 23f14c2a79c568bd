import { moveDebate } from "#shared/contract/debates.ts";
import * as opinions from "#shared/contract/opinions.ts";
import { addStatement, respond } from "#shared/contract/statements.ts";
import { analyseOpinions } from "../opinions/public.ts";
import { openDebate } from "./testing-tour-debates.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Responds, looks at the map of who thinks alike, and takes it away once the debate is decided. */
export async function tourOpinions(tour: Tour, communityId: string): Promise<void> {
  const { moderator, member } = tour.cast;
  const { ids } = await openDebate(tour, communityId);
  const body = { text: tour.text("Whoever runs it answers for it.") };
  const { id: statementId } = await tour.go(member, addStatement, { params: ids, body });
  await tour.go(moderator, respond, { params: { ...ids, statementId }, body: { value: 1 } });
  await analyseOpinions(tour.server.deps, ids);
  const { map } = await tour.go(moderator, opinions.readOpinionMap, { params: ids });
  const params = { ...ids, runId: map?.runId ?? "" };
  await tour.go(moderator, opinions.readOpinionMapHistory, { params: ids });
  await tour.go(moderator, opinions.readOpinionMapRun, { params });
  for (const [from, to] of [
    ["deliberation", "voting"],
    ["voting", "decided"],
  ] as const) {
    const why = { from, to, reason: tour.text("Enough said.") };
    await tour.go(moderator, moveDebate, { params: ids, body: why });
  }
  await tour.take(moderator, opinions.exportOpinionRun, { params });
}
