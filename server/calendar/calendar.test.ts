import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/calendar.ts";
import { createDecision } from "#shared/contract/decisions.ts";
import { addDebate, rulesOf, type Scene } from "../decisions/testing-scene.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { calendarFile } from "./calendar-file.ts";

let server: TestServer;
let open: Scene;
let closed: Scene;
beforeAll(async () => {
  server = await startTestServer();
  open = await addDebate(server);
  closed = await addDebate(server, { isPrivate: true });
});
afterAll(() => server.close());

const closesAt = "2030-05-06T07:08:00.000Z";
const decide = ({ owner, communityId, debateId }: Scene, more: object) =>
  owner.call(createDecision, {
    params: { communityId, debateId },
    body: rulesOf({ opensAt: "2030-01-02T03:04:00.000Z", closesAt, ...more }),
  });
/** Long lines of a calendar are folded (RFC 5545, 3.1). */
const textOf = async (response: Response) => (await response.text()).replaceAll(/\r\n[ \t]/g, "");

describe("a calendar", () => {
  it("of a public community tells anybody when voting opens and ends", async () => {
    const { id } = await decide(open, { title: "Which way; then, whereto?" });
    const { communityId, debateId } = open;
    const response = await server
      .visitor()
      .tryCall(contract.readCalendar, { params: { communityId }, query: { language: "es" } });
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const text = await textOf(response);
    expect(text).toContain(`UID:${id}-ends`);
    expect(text).toContain("DTSTART:20300102T030400Z");
    expect(text).toContain("DTSTART:20300506T070800Z");
    expect(text).toContain("SUMMARY:Termina la votación: Which way\\; then\\, whereto?");
    expect(text).toMatch(new RegExp(`URL:http\\S+/d/${debateId}/decision`));
  });

  it("keeps what people wrote in its place, whatever signs are in it", () => {
    const moment = new Date(closesAt);
    const words = "é;漢,\\\r\nEND:VEVENT\u0000 ".repeat(20);
    const about = { title: words, question: words, community: words, slug: "s", debateId: "2" };
    const vote = { ...about, id: "1", version: 1, opensAt: moment, closesAt: moment };
    const votes = [{ ...vote, status: "open" as const }];
    const file = { name: words, site: "https://moot.example", language: "en" as const };
    const lines = calendarFile(votes, file).split("\r\n");
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.filter((line) => line.startsWith("END:VEVENT"))).toHaveLength(1);
    expect(lines.join("")).not.toMatch(/[^\P{Cc}\t]/u);
    const whole = lines.join("\n").replaceAll("\n\t", "");
    const escaped = "é\\;漢\\,\\\\\\nEND:VEVENT  ".repeat(20);
    expect(whole).toContain(`SUMMARY:Voting ends: ${escaped}`);
    expect(whole).toContain(`X-WR-CALNAME:${escaped}`);
  });

  it("of a private community is as good as none to others", async () => {
    const input = { params: { communityId: closed.communityId }, query: {} };
    const refused = await open.member.refusal(contract.readCalendar, input);
    expect(refused.status).toBe(404);
  });

  it("of one's own has all one's communities under a secret address, until another takes its place", async () => {
    await decide(closed, { title: "A private matter" });
    const { member } = closed;
    const address = async () => (await member.call(contract.openCalendar, {})).path;
    const first = await address();
    const get = (path: string) => server.visitor().send(path, {});
    expect(await textOf(await get(first))).toContain("SUMMARY:Voting ends: A private matter");
    const second = await address();
    expect((await get(first)).status).toBe(404);
    expect((await get(second)).status).toBe(200);
    await closed.removeMember("Mem");
    expect(await textOf(await get(second))).not.toContain("A private matter");
    await member.call(contract.closeCalendar, {});
    expect((await get(second)).status).toBe(404);
    expect(await member.call(contract.readCalendarState, {})).toEqual({ openedAt: null });
  });
});
