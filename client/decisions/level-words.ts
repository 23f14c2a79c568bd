import type { Settings } from "#shared/voting/index.ts";
import type { Words } from "./words.ts";

const common = ["reject", "poor", "acceptable", "good", "very-good", "excellent"] as const;

/** Which of the common words make a scale of so many grades, the lowest first. */
const scales: Readonly<Record<number, readonly (typeof common)[number][]>> = {
  2: ["reject", "acceptable"],
  3: ["reject", "acceptable", "good"],
  4: ["reject", "acceptable", "good", "very-good"],
  5: ["reject", "poor", "acceptable", "good", "very-good"],
  6: common,
};

/** The grades in words, the lowest first: the decision's own, common ones, or numbers where those are too few. */
export function gradesInWords(
  { grades, words: own }: { grades: number; words: readonly string[] | null },
  { t, number }: Words,
): string[] {
  return Array.from({ length: grades }, (_, at) => {
    const word = scales[grades]?.[at];
    return own?.[at] ?? (word ? t(`grade.${word}`) : t("grade.number", { grade: number(at + 1) }));
  });
}

/** The levels on which ballots of this method put each option, the lowest first; none where it has no levels. */
export function levelsInWords(settings: Settings, words: Words): string[] {
  if (settings.method === "majority-judgment") return gradesInWords(settings, words);
  if (settings.method !== "time-poll") return [];
  return [0, 1, 2].map((level) => words.t(`availability.${level}`));
}
