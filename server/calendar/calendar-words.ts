import type { Language } from "#shared/contract/phases.ts";

interface CalendarWords {
  /** what a calendar is called */
  readonly mine: string;
  readonly opens: (title: string) => string;
  readonly ends: (title: string) => string;
}

/** What calendars say; they are read by programs that bring no words of their own. */
export const calendarWords: Readonly<Record<Language, CalendarWords>> = {
  en: {
    mine: "Folkmoot: votes",
    opens: (title) => `Voting opens: ${title}`,
    ends: (title) => `Voting ends: ${title}`,
  },
  es: {
    mine: "Folkmoot: votaciones",
    opens: (title) => `Se abre la votación: ${title}`,
    ends: (title) => `Termina la votación: ${title}`,
  },
  "zh-TW": {
    mine: "Folkmoot：投票",
    opens: (title) => `投票開始：${title}`,
    ends: (title) => `投票截止：${title}`,
  },
  ar: {
    mine: "Folkmoot: التصويت",
    opens: (title) => `يُفتح التصويت: ${title}`,
    ends: (title) => `ينتهي التصويت: ${title}`,
  },
};
