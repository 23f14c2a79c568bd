const day = 24 * 60 * 60 * 1000;

/** When somebody was here last, as one says it: the time today, the day this week, else the date. */
export function sinceWords(moment: number, now: number, language: string): string {
  const isToday = new Date(moment).toDateString() === new Date(now).toDateString();
  if (isToday) return new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(moment);
  const style: Intl.DateTimeFormatOptions =
    now - moment < 6 * day ? { weekday: "long" } : { dateStyle: "medium" };
  return new Intl.DateTimeFormat(language, style).format(moment);
}
