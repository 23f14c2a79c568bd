import type { OpinionMap } from "#shared/contract/opinions.ts";
import { type Sentence, sentencesOf } from "#shared/opinions/sentences.ts";

/** What can be said of a map, each sentence with the statement that it is about: its place among the map's statements. */
export function sentencesOfMap({
  groups,
  statements,
  obscurity,
  majorities,
  uncertain,
}: OpinionMap): Sentence[] {
  const places = new Map(statements.map(({ statementId }, place) => [statementId, place]));
  const place = (id: string) => places.get(id) ?? -1;
  const onSide = (wanted: string) =>
    majorities
      .filter(({ side }) => side === wanted)
      .map(({ statementId }) => ({ statement: place(statementId) }));
  return sentencesOf({
    groups: groups.map(({ number, typical }) => ({
      number,
      typical: typical.map((one) => ({ ...one, statement: place(one.statementId) })),
    })),
    figures: statements.flatMap(({ figures }, statement) =>
      figures ? [{ ...figures, ...figures.counts, statement }] : [],
    ),
    obscurity,
    majorities: { agree: onSide("agree"), disagree: onSide("disagree") },
    uncertain: uncertain.map(place),
  });
}
