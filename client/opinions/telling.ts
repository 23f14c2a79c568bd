import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { isOutOfSight } from "#shared/contract/moderated.ts";
import type { OpinionMap } from "#shared/contract/opinions.ts";
import type { Statement } from "#shared/contract/statements.ts";
import { groupLetter } from "#shared/opinions/group-letter.ts";
import type { Sentence } from "#shared/opinions/sentences.ts";
import { useBlocks } from "../blocks/public.ts";
import { isolated } from "../ui/isolated.ts";

/** Words and numbers as the reader's language writes them. */
export interface Telling {
  readonly t: TFunction;
  number(value: number): string;
  /** To two decimals, also where they are 0: to be compared with others below one another. */
  score(value: number): string;
  /** From a part between 0 and 1. */
  percent(part: number): string;
  /** Its name with its letter, where its people named it. */
  groupName(number: number): string;
  /** What a statement says, or why that can't be read. */
  words(statementId: string): string;
  /** It is not there yet; `StatementWords` shows that. */
  isComing(statementId: string): boolean;
  languageOf(statementId: string): string | undefined;
  /** Below its statement, or as the beginning of a sentence that the statement ends. */
  sentence(sentence: Exclude<Sentence, { kind: "no-groups" }>, form?: SentenceForm): string;
}

type SentenceForm = "sentence" | "report.lead";
type Cited = { readonly group: number; readonly percent: number };

export function createTelling(
  t: TFunction,
  language: string,
  map: Pick<OpinionMap, "groups">,
): Omit<Telling, "words" | "isComing" | "languageOf"> {
  const plain = new Intl.NumberFormat(language);
  const decimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const exact = new Intl.NumberFormat(language, decimals);
  const share = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  const percent = (part: number) => share.format(part);
  const groupName = (number: number) => {
    const name = map.groups.find((group) => group.number === number)?.name;
    const letter = groupLetter(number);
    return name
      ? t("groups.named", { name: isolated(name.text), letter })
      : t("ui:group", { letter });
  };
  const groupsOf = (cited: readonly Cited[]) =>
    list.format(
      cited.map((one) =>
        t("sentence.group", { group: groupName(one.group), percent: percent(one.percent / 100) }),
      ),
    );
  const sentence: Telling["sentence"] = (said, form = "sentence") => {
    switch (said.kind) {
      case "bridge":
        return t(`${form}.bridge-${said.side}`, { groups: groupsOf(said.groups) });
      case "divide":
        return t(`${form}.divide`, {
          agreeing: groupsOf(said.agreeing),
          disagreeing: groupsOf(said.disagreeing),
        });
      case "typical":
        return t(`${form}.typical-${said.side}`, {
          group: groupName(said.group.group),
          percent: percent(said.group.percent / 100),
          others: percent(said.others.percent / 100),
        });
      case "majority":
        return t(`${form}.majority-${said.side}`, {
          percent: percent(said.people.percent / 100),
          people: plain.format(said.people.of),
        });
      case "uncertain":
        return t(`${form}.uncertain`, {
          percent: percent(said.passing.percent / 100),
          people: plain.format(said.passing.of),
        });
    }
  };
  return {
    t,
    number: (value) => plain.format(value),
    score: (value) => exact.format(value),
    percent,
    groupName,
    sentence,
  };
}

interface Texts {
  /** By id, as far as they are there. */
  readonly known: ReadonlyMap<string, Statement> | undefined;
  /** What is not among them is not shown. */
  readonly isWhole: boolean;
}

export function useTelling(map: Pick<OpinionMap, "groups">, { known, isWhole }: Texts): Telling {
  const { t, i18n } = useTranslation("opinions");
  const blocks = useBlocks();
  const isComing = (id: string) => !isWhole && !known?.has(id);
  const words = (id: string) => {
    const statement = known?.get(id);
    if (isComing(id)) return "…";
    if (!statement || isOutOfSight(statement.moderation)) return t("statement.not-shown");
    if (blocks.isFolded(statement.author.id, id)) return t("statement.blocked");
    return statement.text;
  };
  return {
    ...createTelling(t, i18n.language, map),
    words,
    isComing,
    languageOf: (id) => known?.get(id)?.language,
  };
}
