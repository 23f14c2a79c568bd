import type { OpinionMap } from "#shared/contract/opinions.ts";
import type { Statement } from "#shared/contract/statements.ts";

/** What the reader said to a statement, and how their group stands to it. */
export interface OwnAnswer {
  readonly statementId: string;
  readonly mine: number;
  /** parts of the group that agree, and that disagree */
  readonly agree: number;
  readonly disagree: number;
  readonly isWithGroup: boolean;
}

/**
 * The reader's answers beside those of their group, those against most of it first, and of these the loneliest. A pass
 * is for neither side, so it is left out.
 */
export function ownAnswers(
  { statements, you }: Pick<OpinionMap, "statements" | "you">,
  known: ReadonlyMap<string, Pick<Statement, "mine">>,
): OwnAnswer[] {
  return statements
    .flatMap(({ statementId, figures }): OwnAnswer[] => {
      const mine = known.get(statementId)?.mine ?? 0;
      const votes = figures?.byGroup.find(({ group }) => group === you?.group);
      const total = votes ? votes.agrees + votes.disagrees + votes.passes : 0;
      if (mine === 0 || !votes || total === 0) return [];
      const [agree, disagree] = [votes.agrees / total, votes.disagrees / total];
      const isWithGroup = mine > 0 ? agree >= disagree : disagree >= agree;
      return [{ statementId, mine, agree, disagree, isWithGroup }];
    })
    .toSorted((a, b) => companyOf(a) - companyOf(b));
}

/** How much more of the group is on the reader's side than on the other. */
const companyOf = ({ mine, agree, disagree }: OwnAnswer): number => mine * (agree - disagree);
