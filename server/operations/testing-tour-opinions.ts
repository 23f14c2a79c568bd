import { readCommunity } from "#shared/contract/communities.ts";
import { moveDebate } from "#shared/contract/debates.ts";
import * as names from "#shared/contract/group-names.ts";
import * as opinions from "#shared/contract/opinions.ts";
import * as summaries from "#shared/contract/summaries.ts";
import * as care from "#shared/contract/statement-care.ts";
import { addStatement, respond } from "#shared/contract/statements.ts";
import { exportDebate } from "#shared/contract/transfer.ts";
import { analyseOpinions } from "../opinions/public.ts";
import { analyseSides } from "../opinions/testing.ts";
import { openDebate } from "./testing-tour-debates.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Comes into an opinion group, and has a say in what it is called. */
async function tourNames(tour: Tour, ids: { communityId: string; debateId: string }) {
  const { member } = tour.cast;
  const { communityId } = ids;
  const { me } = await member.call(readCommunity, { params: { communityId } });
  await analyseSides(tour.server, ids, [[me?.participantId ?? ""], []]);
  await tour.go(member, names.listGroupNames, { params: ids });
  const body = { text: tour.text("Careful ones") };
  const { choice } = await tour.go(member, names.proposeGroupName, { params: ids, body });
  await tour.go(member, names.chooseGroupName, { params: ids, body: { nameId: choice } });
}

/** Makes a position out of what all groups of the newest map agree with. */
async function tourBridges(tour: Tour, ids: { communityId: string; debateId: string }) {
  const { member } = tour.cast;
  const { map } = await tour.go(member, opinions.readOpinionMap, { params: ids });
  const statementIds = (map?.bridges ?? []).map(({ statementId }) => statementId);
  const body = { title: tour.text("What we share"), statementIds };
  const params = { ...ids, runId: map?.runId ?? "" };
  await tour.go(member, opinions.proposeFromBridges, { params, body });
}

/** Responds, looks at the map of who thinks alike, and takes it away once the debate is decided. */
export async function tourOpinions(tour: Tour, communityId: string): Promise<void> {
  const { moderator, member } = tour.cast;
  const { ids } = await openDebate(tour, communityId);
  const body = { text: tour.text("Whoever runs it answers for it.") };
  const { id: statementId } = await tour.go(member, addStatement, { params: ids, body });
  const marks = { isSeed: true, isMeta: false };
  await tour.go(moderator, care.markStatement, { params: { ...ids, statementId }, body: marks });
  for (const mode of ["strict", "open"] as const) {
    const set = { mode, reason: tour.text("To keep it calm.") };
    await tour.go(moderator, care.setStatementMode, { params: ids, body: set });
  }
  await tour.go(moderator, respond, { params: { ...ids, statementId }, body: { value: 1 } });
  await analyseOpinions(tour.server.deps, ids);
  const { map } = await tour.go(moderator, opinions.readOpinionMap, { params: ids });
  const params = { ...ids, runId: map?.runId ?? "" };
  await tour.go(moderator, opinions.readOpinionMapHistory, { params: ids });
  await tour.go(moderator, opinions.readOpinionMapRun, { params });
  await tourNames(tour, ids);
  await tour.go(member, addStatement, { params: ids, body: { text: tour.text("So it is.") } });
  await tourBridges(tour, ids);
  for (const [from, to] of [
    ["deliberation", "voting"],
    ["voting", "decided"],
  ] as const) {
    const why = { from, to, reason: tour.text("Enough said.") };
    await tour.go(moderator, moveDebate, { params: ids, body: why });
  }
  await tour.take(moderator, opinions.exportOpinionRun, { params });
  await tour.take(moderator, exportDebate, { params: { ...ids, format: "polis" } });
  await tourSummary(tour, ids);
}

/** Has the newest map summed up, which enough people are on. */
async function tourSummary(tour: Tour, ids: { communityId: string; debateId: string }) {
  const { moderator } = tour.cast;
  const { map } = await moderator.call(opinions.readOpinionMap, { params: ids });
  const params = { ...ids, runId: map?.runId ?? "" };
  const { hash } = await tour.go(moderator, summaries.draftSummary, { params });
  await tour.go(moderator, summaries.writeSummary, { params, body: { hash } });
  await tour.go(moderator, summaries.readSummary, { params });
}
