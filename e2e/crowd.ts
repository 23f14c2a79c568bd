import { signUp } from "#shared/contract/accounts.ts";
import type { Community } from "#shared/contract/communities.ts";
import { joinCommunity } from "#shared/contract/memberships.ts";
import { bodyOf, pathOf } from "#shared/contract/request.ts";
import { type Caller, expect, headersOf } from "./people.ts";
import { unique } from "./scenes.ts";

/** So many at a time, as many as come at once when a room is asked to answer. */
export async function inParts<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < all.length; at += 50) {
    done.push(...(await Promise.all(all.slice(at, at + 50).map(work))));
  }
  return done;
}

export type Answerer = Pick<Caller, "call">;

/** One of many, who calls the API without a browser: so many of those would take longer than all that they say. */
function oneOfMany(baseURL: string): Answerer {
  let cookie = "";
  return {
    async call(contract, input) {
      const body = bodyOf(contract, input);
      const response = await fetch(new URL(pathOf(contract, input), baseURL), {
        method: contract.method,
        headers: { ...headersOf(new URL(baseURL).origin, body), cookie },
        body: body ?? null,
      });
      const text = await response.text();
      expect(response.ok, `${contract.name}: ${text}`).toBe(true);
      const set = response.headers.getSetCookie().map((one) => one.split(";", 1)[0]);
      if (set.length > 0) cookie = set.join("; ");
      return contract.reply.parse(text === "" ? undefined : JSON.parse(text)) as never;
    },
  };
}

/** Many people, who have joined. */
export async function crowd(count: number, { community, baseURL }: Meeting): Promise<Answerer[]> {
  const params = { communityId: community.id };
  const numbers = Array.from({ length: count }, (_, at) => at);
  return inParts(numbers, async (at) => {
    const person = oneOfMany(baseURL);
    const email = `crowd.${at}.${unique()}@example.org`;
    const body = { email, password: "seven purple kettles whistle", name: `P${at}` };
    await person.call(signUp, { body });
    await person.call(joinCommunity, { params, body: {} });
    return person;
  });
}

interface Meeting {
  readonly community: Community;
  readonly baseURL: string;
}
