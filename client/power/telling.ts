import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { useOptions, useWords, type Words } from "../decisions/public.ts";
import { isolated } from "../ui/isolated.ts";
import { useNameOf } from "../ui/person-name.ts";
import type { Power, Report } from "./queries.ts";

/** Everything that a report's sentences and tables need besides its numbers. */
export interface Telling {
  readonly t: TFunction;
  readonly words: Words;
  /** Options by their titles, as they stand in a sentence. */
  titles(options: readonly string[]): string;
  /** A title by itself. */
  titleOf(option: string): string;
  nameOf(id: string): string;
  share(part: number): string;
  /** A number that says how much, to three decimals. */
  figure(value: number): string;
  /** A part of a whole, from exact amounts. */
  part(amount: { readonly by: string; readonly of: string }): string;
  weight(amount: string): string;
}

export function useTelling(decision: DecisionView, { report, people }: Power): Telling {
  const { t, i18n } = useTranslation("power");
  const words = useWords();
  const personName = useNameOf();
  const percent = new Intl.NumberFormat(i18n.language, {
    style: "percent",
    maximumFractionDigits: 1,
  });
  const plain = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 3 });
  const { titleOf } = useOptions(decision);
  const unit = Number(report?.unit ?? "1");
  return {
    t,
    words,
    titleOf,
    titles: (options) => words.titles(options.map(titleOf)),
    nameOf: (id) => {
      const person = people.find((one) => one.id === id);
      return person ? personName(person) : "–";
    },
    share: (value) => percent.format(value),
    figure: (value) => plain.format(value),
    part: ({ by, of }) => words.percent(BigInt(by), BigInt(of)),
    weight: (amount) => words.number(Number(amount) / unit),
  };
}

/** One sentence of warning. */
export function warningInWords(warning: Report["warnings"][number], telling: Telling): string {
  const { t, titles, nameOf, share, words } = telling;
  const { code, options, people, numbers } = warning;
  const { voters = 0, of = 0, people: owners = 0, cap = 0 } = numbers;
  const values = {
    ...Object.fromEntries(Object.entries(options).map(([name, list]) => [name, titles(list)])),
    voters: words.number(voters),
    of: words.number(of),
    person: isolated(people.map(nameOf).join(", ")),
    people: words.number(owners),
    share: share(numbers["share"] ?? 0),
    cap: share(cap),
    count: code === "delegate-over-cap" ? owners : voters,
  };
  return t(`warning.${code}`, values);
}

export function weightingInWords(
  { kind, percent }: Pick<Report["weightings"][number], "kind" | "percent">,
  { t, share }: Pick<Telling, "t" | "share">,
): string {
  return t(`weighting.${kind}`, { percent: share((percent ?? 100) / 100) });
}
