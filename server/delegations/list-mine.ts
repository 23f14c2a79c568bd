import {
  type DelegationChoice,
  delegationLimits,
  type listMyDelegations as contract,
} from "#shared/contract/delegations.ts";
import { scopes } from "#shared/delegation/scope.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { circleWith } from "./cycles.ts";
import { delegationRules, givenBy, receivedBy, versionsOf } from "./store.ts";
import { keyOf, nameSubjects } from "./subjects.ts";
import { authorsOf, choiceView } from "./view.ts";

const widestFirst = (a: DelegationChoice, b: DelegationChoice) =>
  scopes.indexOf(b.subject.scope) - scopes.indexOf(a.subject.scope);

/** Who votes for the caller in which scope, and for whom the caller votes. */
export async function listMine({ db, clock }: Deps, { standing: me }: Call<typeof contract>) {
  const { communityId, participantId } = me;
  const where = { communityId, participantId, at: clock() };
  const rules = await delegationRules(db, communityId);
  const given = await givenBy(db, where);
  const received = await receivedBy(db, where, delegationLimits.received);
  const whole = { scope: "community", about: null } as const;
  const all = await nameSubjects(db, communityId, [whole, ...given, ...received.rows]);
  const versions = await versionsOf(db, communityId, participantId);
  const circles = new Map<string, string[]>();
  for (const key of new Set(given.map(keyOf))) {
    const named = all.get(key);
    if (named) circles.set(key, await circleWith(db, where, named));
  }
  const authorOf = await authorsOf(db, communityId, [
    ...given.map(({ toId }) => toId),
    ...received.rows.map(({ fromId }) => fromId),
    ...[...circles.values()].flat(),
  ]);
  const chosen = [...all].flatMap(([key, named]) => {
    const rows = given.filter((row) => keyOf(row) === key);
    if (rows.length === 0 && named.subject.scope !== "community") return [];
    const version = versions.find((one) => keyOf(one) === key)?.version ?? 0;
    return [choiceView(rows, { named, version, circle: circles.get(key) ?? [], authorOf })];
  });
  return {
    given: chosen.toSorted(widestFirst),
    received: received.rows.flatMap((row) => {
      const named = all.get(keyOf(row));
      if (!named) return [];
      const { id, fromId, percent, madeAt, expiresAt } = row;
      return [
        {
          id,
          from: authorOf(fromId),
          subject: named.subject,
          percent,
          madeAt: madeAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
        },
      ];
    }),
    receivedCount: received.count,
    capPercent: rules.isAllowed ? rules.capPercent : null,
  };
}
