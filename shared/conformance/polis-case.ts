import { z } from "zod";
import { ResponseMatrix } from "../opinions/response-matrix.ts";
import type { Conversation } from "../opinions/scope.ts";

export const polisKinds = ["polis-math", "polis-open-data"] as const;

const Value = z.union([z.literal(1), z.literal(0), z.literal(-1)]);

/** A conversation as Polis published it; in votes 1 means agree. */
export const PolisCase = z.object({
  kind: z.enum(polisKinds),
  comments: z.array(
    z.object({ id: z.int(), moderated: z.number().nullish(), isMeta: z.boolean().nullish() }),
  ),
  participants: z.array(z.int()),
  votes: z.array(z.tuple([z.int(), z.int(), Value])),
  expected: z.record(z.string(), z.unknown()),
});
export type PolisCase = z.infer<typeof PolisCase>;

/** The same with people and statements numbered from 0, and by which numbers Polis calls them. */
export interface Numbered {
  readonly conversation: Conversation;
  readonly people: readonly number[];
  readonly statements: readonly number[];
}

export function numbered({ comments, participants, votes }: PolisCase): Numbered {
  const people = [...new Set([...participants, ...votes.map(([person]) => person)])];
  const all = [...comments.map(({ id }) => id), ...votes.map(([, statement]) => statement)];
  const statements = [...new Set(all)].toSorted((a, b) => a - b);
  const placeOf = new Map(statements.map((id, at) => [id, at]));
  const rowOf = new Map(people.map((id, at) => [id, at]));
  const matrix = ResponseMatrix.of({
    people: people.length,
    statements: statements.length,
    person: votes.map(([person]) => rowOf.get(person) ?? -1),
    statement: votes.map(([, statement]) => placeOf.get(statement) ?? -1),
    value: votes.map(([, , value]) => value),
  });
  const numbersOf = (some: PolisCase["comments"]) =>
    some.flatMap(({ id }) => placeOf.get(id) ?? []);
  return {
    conversation: {
      matrix,
      hidden: numbersOf(comments.filter(({ moderated }) => moderated === -1)),
      meta: numbersOf(comments.filter(({ isMeta }) => isMeta === true)),
    },
    people,
    statements,
  };
}
