import type { ModerationSettings } from "#shared/contract/moderation-settings.ts";

/** A threshold that is a number: its name, how it is read and its bounds. */
interface NumberSetting {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly of: (settings: ModerationSettings) => number;
}

const whole = (name: string, [min, max]: readonly [number, number], of: NumberSetting["of"]) => {
  return { name, min, max, step: 1, of } satisfies NumberSetting;
};

/** The thresholds, by what they are about. */
export const numbers = {
  flags: [
    {
      name: "flagThreshold",
      min: 0.5,
      max: 50,
      step: 0.5,
      of: ({ flagThreshold }) => flagThreshold,
    },
    whole("flagAgeDays", [0, 365], ({ flagAgeDays }) => flagAgeDays),
  ],
  deadlines: [
    whole("normalHours", [1, 720], ({ deadlineHours }) => deadlineHours.normal),
    whole("urgentHours", [1, 720], ({ deadlineHours }) => deadlineHours.urgent),
    whole("illegalHours", [1, 720], ({ deadlineHours }) => deadlineHours.illegal),
  ],
  newcomers: [
    whole("holdFirstPosts", [0, 20], ({ holdFirstPosts }) => holdFirstPosts),
    whole("limitedPostsPerHour", [1, 20], ({ limitedPostsPerHour }) => limitedPostsPerHour),
  ],
  spam: [
    whole("spamLinks", [1, 20], ({ spam }) => spam.links),
    whole("spamPercent", [50, 99], ({ spam }) => spam.percent),
    whole("spamRepeatHours", [0, 72], ({ spam }) => spam.repeatHours),
  ],
} as const satisfies Readonly<Record<string, readonly NumberSetting[]>>;

export const parts = Object.keys(numbers) as (keyof typeof numbers)[];

const numberIn = (data: FormData, name: string): number => Number(data.get(name));
const textIn = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
};

/** Words as a field has them, one a line. */
export const linesOf = ({ watchedWords }: ModerationSettings, effect: "advice" | "hold"): string =>
  watchedWords
    .filter((one) => one.effect === effect)
    .map(({ word }) => word)
    .join("\n");

const wordsIn = (data: FormData, effect: "advice" | "hold") =>
  textIn(data, effect)
    .split("\n")
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .map((word) => ({ word, effect }));

/** The settings as a form has them; what stands on other pages stays. */
export function settingsIn(data: FormData, opened: ModerationSettings): ModerationSettings {
  return {
    ...opened,
    flagThreshold: numberIn(data, "flagThreshold"),
    flagAgeDays: numberIn(data, "flagAgeDays"),
    deadlineHours: {
      normal: numberIn(data, "normalHours"),
      urgent: numberIn(data, "urgentHours"),
      illegal: numberIn(data, "illegalHours"),
    },
    holdFirstPosts: numberIn(data, "holdFirstPosts"),
    limitedPostsPerHour: numberIn(data, "limitedPostsPerHour"),
    spam: {
      effect: textIn(data, "effect") as ModerationSettings["spam"]["effect"],
      links: numberIn(data, "spamLinks"),
      percent: numberIn(data, "spamPercent"),
      repeatHours: numberIn(data, "spamRepeatHours"),
    },
    watchedWords: [...wordsIn(data, "hold"), ...wordsIn(data, "advice")],
  };
}
