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
    calName: escape(readable(file.name)),
    productId: "folkmoot",
    method: "PUBLISH",
  });
  if (typeof value !== "string") throw error ?? new Error("a calendar could not be written");
  return value.replaceAll("\r\n\t", "").replace(/[^\r\n]+/g, fold);
}

/** What no calendar may hold in a text: control characters, and halves of characters (RFC 5545, 3.1). */
const readable = (text: string): string =>
  text.replaceAll(/\r\n?/g, "\n").replaceAll(/[^\P{Cc}\n\t]|\p{Surrogate}/gu, " ");

/** The library escapes texts of events, but not the name of a calendar (RFC 5545, 3.3.11). */
const escape = (text: string): string => text.replaceAll(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

/** A line has up to 75 bytes (RFC 5545, 3.1); the library counts characters. */
function fold(line: string): string {
  let folded = "";
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 75) {
      folded += "\r\n\t";
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}

function eventsOf(vote: Vote, { site, language }: CalendarFile): EventAttributes[] {
  const { id, status, slug, debateId, version } = vote;
  const title = readable(vote.title);
  const words = calendarWords[language];
  const url = `${site}/c/${slug}/d/${debateId}/decision`;
  const about = {
    url,
    description: readable(`${vote.question}\n${vote.community}\n${url}`),
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
