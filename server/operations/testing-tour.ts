import type { TestServer } from "../testing/server.ts";
import { tourAccountability } from "./testing-tour-accountability.ts";
import { tourAccounts } from "./testing-tour-accounts.ts";
import { tourBlocks } from "./testing-tour-blocks.ts";
import { tourCalendar } from "./testing-tour-calendar.ts";
import { tourCommitments } from "./testing-tour-commitments.ts";
import { tourCommunities } from "./testing-tour-communities.ts";
import { tourCuration } from "./testing-tour-curation.ts";
import { tourDebates } from "./testing-tour-debates.ts";
import { tourDisputes } from "./testing-tour-disputes.ts";
import { tourDelegations } from "./testing-tour-delegations.ts";
import { cancelOne, tourDecisions } from "./testing-tour-decisions.ts";
import { type Cast, signInAnew, type Step, Tour, type TourOptions } from "./testing-tour-guide.ts";
import { tourEmbedding } from "./testing-tour-embedding.ts";
import { tourFunding } from "./testing-tour-funding.ts";
import { tourReading } from "./testing-tour-reading.ts";
import { tourDefinitions } from "./testing-tour-definitions.ts";
import { tourSuggestions } from "./testing-tour-suggestions.ts";
import { tourComments } from "./testing-tour-comments.ts";
import { tourMarks } from "./testing-tour-marks.ts";
import { tourModeration } from "./testing-tour-moderation.ts";
import { tourSamples } from "./testing-tour-samples.ts";
import { tourSimilar } from "./testing-tour-similar.ts";
import { tourStructure } from "./testing-tour-structure.ts";
import { tourExports, tourImports } from "./testing-tour-imports.ts";
import { tourHoldings } from "./testing-tour-holdings.ts";
import { tourJuries } from "./testing-tour-juries.ts";
import { tourLedger } from "./testing-tour-ledger.ts";
import { tourLeaving } from "./testing-tour-leaving.ts";
import { tourOpinions } from "./testing-tour-opinions.ts";
import { tourPanels } from "./testing-tour-panels.ts";
import { tourPasskeys } from "./testing-tour-passkeys.ts";
import { tourPower } from "./testing-tour-power.ts";
import { tourProfiles } from "./testing-tour-profiles.ts";
import { tourRecount } from "./testing-tour-recount.ts";
import { tourRepresentation } from "./testing-tour-representation.ts";
import { tourProvider } from "./testing-tour-provider.ts";
import { tourSystems } from "./testing-tour-systems.ts";
import { tourTopics } from "./testing-tour-topics.ts";
import { tourTreasury } from "./testing-tour-treasury.ts";
import { tourTwoSteps } from "./testing-tour-two-steps.ts";
import { tourVisitors } from "./testing-tour-visitors.ts";

/** Where the tour leaves things: a debate that is argued, one that is voted on, and one that is a draft. */
export interface Toured {
  readonly steps: readonly Step[];
  readonly cast: Cast;
  readonly communityId: string;
  readonly slug: string;
  readonly debateId: string;
  readonly draftId: string;
  readonly secretDecisionId: string;
  /** Signs in again whoever lost a session, as by signing out. */
  comeBack(): Promise<void>;
}

async function castOf(server: TestServer): Promise<Cast> {
  return {
    owner: await server.person("Olga Owner"),
    moderator: await server.person("Mona Moderator"),
    member: await server.person("Ben Member"),
    outsider: await server.person("Otto Outsider"),
    visitor: server.visitor(),
  };
}

/** Other people's private community, with something of everything that a request can name; gives its id. */
export async function tourElsewhere(server: TestServer): Promise<string> {
  const tour = new Tour(server, await castOf(server), { isPrivate: true });
  const { communityId } = await tourCommunities(tour);
  const { debateId } = await tourDebates(tour, communityId);
  await tourTopics(tour, communityId);
  await tourFunding(tour, { communityId, debateId });
  await tourComments(tour, communityId);
  await tourModeration(tour, communityId);
  await tourOpinions(tour, communityId);
  await tourHoldings(tour, communityId);
  await tourRepresentation(tour, communityId);
  await tourPanels(tour, { communityId, debateId });
  await tourCommitments(tour, communityId);
  await tourSystems(tour, { communityId, debateId });
  await tourTreasury(tour, communityId);
  await cancelOne(tour, communityId);
  return communityId;
}

/** Calls every operation that is served, each with success at least once. */
export async function takeTour(server: TestServer, options: TourOptions = {}): Promise<Toured> {
  const cast = await castOf(server);
  const tour = new Tour(server, cast, options);
  const returns = [await tourAccounts(tour), await tourTwoSteps(tour)];
  await tourLeaving(tour);
  await tourPasskeys(tour);
  await tourProvider(tour);
  const { communityId, slug } = await tourCommunities(tour);
  const { debateId, draftId } = await tourDebates(tour, communityId);
  await tourTopics(tour, communityId);
  await tourSimilar(tour, { communityId, debateId });
  await tourVisitors(tour, { communityId, debateId });
  await tourEmbedding(tour, { communityId, debateId });
  await tourStructure(tour, communityId);
  await tourDefinitions(tour, communityId);
  await tourSuggestions(tour, communityId);
  await tourCuration(tour, communityId);
  await tourMarks(tour, communityId);
  await tourComments(tour, communityId);
  await tourModeration(tour, communityId);
  await tourAccountability(tour, communityId);
  await tourRepresentation(tour, communityId);
  await tourSamples(tour);
  await tourOpinions(tour, communityId);
  const secretDecisionId = await tourDecisions(tour, communityId);
  await tourHoldings(tour, communityId);
  await tourPower(tour, communityId);
  await tourDelegations(tour, { communityId, debateId, decisionId: secretDecisionId });
  await tourCommitments(tour, communityId);
  await tourRecount(tour, communityId);
  await tourReading(tour, { communityId, debateId });
  await tourProfiles(tour, communityId);
  await tourFunding(tour, { communityId, debateId });
  await tourTreasury(tour, communityId);
  await tourBlocks(tour, communityId);
  await tourCalendar(tour, communityId);
  await tourDisputes(tour, communityId);
  await tourJuries(tour, communityId);
  await tourPanels(tour, { communityId, debateId });
  await tourSystems(tour, { communityId, debateId });
  await tourImports(tour, communityId);
  await tourExports(tour, { communityId, debateId });
  await tourLedger(tour, communityId);
  const { steps } = tour;
  const left = { communityId, slug, debateId, draftId, secretDecisionId };
  return {
    ...left,
    steps,
    cast,
    async comeBack() {
      for (const comeBack of returns) await comeBack();
      for (const person of Object.values(cast)) await signInAnew(server, person, person.accountId);
    },
  };
}
