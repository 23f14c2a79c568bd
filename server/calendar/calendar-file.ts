import { createEvents, type EventAttributes } from "ics";
import type { Language } from "#shared/contract/phases.ts";
import type { Vote } from "./calendar-store.ts";
import { calendarWords } from "./calendar-words.ts";

interface CalendarFile {
  readonly name: string;
  /** where pages stand, without a slash at the end */
  readonly site: string;
  readonly language: Language;
}

/** The moments of votes as an iCalendar file: when they open, where that is to come, and when they end. */
export function calendarFile(votes: readonly Vote[], file: CalendarFile): string {
  const events = votes.flatMap((vote) => eventsOf(vote, file));
  const { value, error } = createEvents(events, {
    calName: file.name,
    productId: "folkmoot",
    method: "PUBLISH",
  });
  if (typeof value !== "string") throw error ?? new Error("a calendar could not be written");
  return value;
}

function eventsOf(vote: Vote, { site, language }: CalendarFile): EventAttributes[] {
  const { id, status, title, question, community, slug, debateId, version } = vote;
  const words = calendarWords[language];
  const url = `${site}/c/${slug}/d/${debateId}/decision`;
  const about = {
    url,
    description: `${question}\n${community}\n${url}`,
    sequence: version,
    status: status === "cancelled" || status === "annulled" ? "CANCELLED" : "CONFIRMED",
    duration: { minutes: 0 },
    startInputType: "utc",
    startOutputType: "utc",
  } as const;
  const ends = { ...about, uid: `${id}-ends`, title: words.ends(title), start: +vote.closesAt };
  if (status !== "scheduled") return [ends];
  return [{ ...about, uid: `${id}-opens`, title: words.opens(title), start: +vote.opensAt }, ends];
}
