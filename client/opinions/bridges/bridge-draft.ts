import type { Stance } from "#shared/contract/opinions.ts";
import type { Telling } from "../telling.ts";

/** So many of the best are chosen to begin with. */
export const chosenFirst = 3;

/** The longest title that a position may have. */
export const longestTitle = 200;

const cut = (text: string) =>
  text.length <= longestTitle ? text : `${text.slice(0, longestTitle - 1)}…`;

/** What a position may say that is made out of these bridges: a draft, in the language of the page. */
export function draftOf(
  stances: readonly Stance[],
  { t, words }: Pick<Telling, "t" | "words">,
): { title: string; text: string } {
  const said = stances.map(({ statementId, side }) => {
    return t(`bridges.said-${side}`, { text: words(statementId) });
  });
  const [first = "", ...others] = said;
  const list = said.map((one) => `- ${one}`).join("\n");
  return {
    title: cut(first),
    text: others.length === 0 ? "" : `${t("bridges.draft-lead")}\n\n${list}`,
  };
}
