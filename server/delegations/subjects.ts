import type { DelegationSubject } from "#shared/contract/delegations.ts";
import type { Db } from "#db/client.ts";
import { topicNames } from "../topics/public.ts";
import { knownDebates, type Subject } from "./store.ts";

export interface Named {
  readonly subject: DelegationSubject;
  /** The topic under which it is, for what a debate takes from wider scopes. */
  readonly topic: string | null;
}

export const keyOf = ({ scope, about }: Subject): string => `${scope} ${about ?? ""}`;

/** What is chosen for, with the names that a community's readers know; what they know nothing of is left out. */
export async function nameSubjects(
  db: Db,
  communityId: string,
  subjects: readonly Subject[],
): Promise<Map<string, Named>> {
  const about = (scope: string) =>
    subjects.flatMap((one) => (one.scope === scope && one.about !== null ? [one.about] : []));
  const debateIds = about("debate").filter((id) => id.length === 36);
  const debates = await knownDebates(db, communityId, debateIds);
  const topics = about("topic").length === 0 ? new Map() : await topicNames(db, communityId);
  const named = subjects.flatMap((one): Named[] => {
    if (one.scope === "community") {
      return [{ subject: { ...one, about: null, name: null }, topic: null }];
    }
    if (one.scope === "topic") {
      const { about: id } = one;
      const name = id === null ? undefined : topics.get(id);
      return name === undefined ? [] : [{ subject: { ...one, name }, topic: id }];
    }
    const debate = debates.find(({ id }) => id === one.about);
    return debate ? [{ subject: { ...one, name: debate.question }, topic: debate.topic }] : [];
  });
  return new Map(named.map((one) => [keyOf(one.subject), one]));
}

/** One of them; undefined where a community's readers know of no such debate or topic. */
export async function nameSubject(db: Db, communityId: string, subject: Subject) {
  return (await nameSubjects(db, communityId, [subject])).get(keyOf(subject));
}

/** The scopes from which a subject takes delegations: its own, and the wider ones. */
export function scopesOver({ subject, topic }: Named): Subject[] {
  const wider: Subject[] = topic === null ? [] : [{ scope: "topic", about: topic }];
  const all: Subject[] = [{ scope: "community", about: null }, ...wider];
  return subject.scope === "debate" ? [subject, ...all] : all;
}
