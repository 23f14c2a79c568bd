import * as definitions from "#shared/contract/definitions.ts";
import { openDebate } from "./testing-tour-debates.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Says what words mean, rewords that, and agrees. */
export async function tourDefinitions(tour: Tour, communityId: string): Promise<void> {
  const { member, moderator } = tour.cast;
  const { ids } = await openDebate(tour, communityId);
  const define = (term: string) =>
    tour.go(member, definitions.addDefinition, {
      params: ids,
      body: { term: tour.text(term), text: tour.text("What one answers for.") },
    });
  const { id: definitionId, version } = await define("Harm");
  const params = { ...ids, definitionId };
  const reworded = await tour.go(moderator, definitions.editDefinition, {
    params,
    body: { version, term: tour.text("A harm"), text: tour.text("What somebody suffers.") },
  });
  await tour.go(member, definitions.agreeToDefinition, {
    params,
    body: { version: reworded.version },
  });
  await tour.go(member, definitions.takeBackAgreement, { params });
  await tour.go(member, definitions.listDefinitionRevisions, { params });
  await tour.go(member, definitions.listDefinitions, { params: ids });
  const other = await define("Model");
  await tour.go(moderator, definitions.withdrawDefinition, {
    params: { ...ids, definitionId: other.id },
  });
}
