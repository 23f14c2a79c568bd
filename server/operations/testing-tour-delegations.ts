import { readCommunity } from "#shared/contract/communities.ts";
import * as delegations from "#shared/contract/delegations.ts";
import type { Tour } from "./testing-tour-guide.ts";

interface Ids {
  readonly communityId: string;
  readonly debateId: string;
  readonly decisionId: string;
}

/** Has others vote for somebody, looks at who votes for whom, and takes one of them back. */
export async function tourDelegations(
  tour: Tour,
  { communityId, debateId, decisionId }: Ids,
): Promise<void> {
  const { member, moderator, owner, visitor } = tour.cast;
  const params = { communityId };
  const idOf = async (person: typeof member) =>
    (await tour.go(person, readCommunity, { params })).me?.participantId ?? "";
  const [ownersId, moderatorsId] = [await idOf(owner), await idOf(moderator)];
  const inDebate = { scope: "debate" as const, about: debateId };
  await tour.go(member, delegations.setDelegations, {
    params,
    body: {
      ...inDebate,
      delegates: [
        { to: ownersId, percent: 60 },
        { to: moderatorsId, percent: 40 },
      ],
      version: 0,
    },
  });
  await tour.go(moderator, delegations.setDelegations, {
    params,
    body: { scope: "community", delegates: [{ to: ownersId, percent: 100 }], version: 0 },
  });
  const { given } = await tour.go(member, delegations.listMyDelegations, { params });
  const reader = tour.options.isPrivate ? member : visitor;
  await tour.go(reader, delegations.readDelegationFlows, { params, query: inDebate });
  await tour.go(member, delegations.explainDelegation, { params: { communityId, decisionId } });
  const own = given.flatMap(({ delegates }) => delegates).find(({ percent }) => percent === 40);
  await tour.go(member, delegations.revokeDelegation, {
    params: { communityId, delegationId: own?.id ?? "" },
  });
}
