import type { DecisionView } from "#shared/contract/decisions.ts";
import type { Settings } from "#shared/voting/index.ts";
import { remembered } from "../ui/remembered.ts";
import { methodFacts } from "./method-facts.ts";
import { useWords, type Words } from "./words.ts";

type Option = DecisionView["options"][number];

/** A time to meet is chosen by its weekday; the zone goes without saying, and is said once beside the list. */
const meeting = remembered(
  (language) =>
    new Intl.DateTimeFormat(language, {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "numeric",
      minute: "2-digit",
    }),
);

/** What an option is called to this reader: a position's own words, a moment in their zone, or a word of the method. */
export function optionInWords(
  { id, title }: Pick<Option, "id" | "title">,
  settings: Settings,
  { t, language }: Words,
): string {
  switch (methodFacts[settings.method].group) {
    case "proposal":
      return t(`choice.${id}`);
    case "times":
      return meeting(language).format(Date.parse(title));
    case "options":
    case "ranking":
    case "seats":
    case "points":
    case "money":
      return title;
  }
}

/** A decision's options with the titles that this reader sees. */
export function useOptions<O extends Pick<Option, "id" | "title">>(of: {
  readonly options: readonly O[];
  readonly settings: Settings;
}) {
  const { options, settings } = of;
  const words = useWords();
  const shown = options.map((option) => {
    return { ...option, title: optionInWords(option, settings, words) };
  });
  const titleOf = (id: string) => shown.find((option) => option.id === id)?.title ?? id;
  return { options: shown, titleOf };
}

/** The zone in which this device shows and takes times, by its name and its distance from UTC. */
export function zoneInWords(now: number, { language }: Words): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const offset = new Intl.DateTimeFormat(language, { timeZoneName: "shortOffset" })
    .formatToParts(now)
    .find(({ type }) => type === "timeZoneName");
  return `${timeZone} (${offset?.value ?? ""})`;
}
