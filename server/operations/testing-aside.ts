import { notLike } from "drizzle-orm";
import { notices } from "#db/schema/communities.ts";
import { pathOf } from "#shared/contract/request.ts";
import { startServerOn } from "../testing/server-on.ts";
import type { TestServer } from "../testing/server.ts";
import type { Step } from "./testing-tour-guide.ts";
import { openTrial, type Trial } from "./testing-trial.ts";

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** A second server on the same database, where requests are tried and taken back. */
export interface Aside {
  readonly trial: Trial;
  /** Answers a request as it came in, without a network in between. */
  send(step: Step): Promise<Answer>;
  /** How many notices there are, but for those that ask moderators to look at something. */
  countNotices(): Promise<number>;
  /** What was known of sessions and members is as it was before, or is about to be otherwise. */
  forget(): void;
  close(): Promise<void>;
}

export async function openAside({ databaseUrl, ownerUrl }: TestServer): Promise<Aside> {
  const database = { appUrl: databaseUrl, ownerUrl, drop: async () => {} };
  const server = await startServerOn(database, { env: { ROLE: "web", DATABASE_URL: databaseUrl } });
  const trial = await openTrial(server);
  return {
    trial,
    send: (step) => answerTo(server, step),
    countNotices: () => server.deps.db.$count(notices, notLike(notices.kind, "moderation.%")),
    forget() {
      server.deps.sessions.forget();
      server.deps.forgetStandings();
    },
    async close() {
      trial.close();
      await server.close();
    },
  };
}

async function answerTo(server: TestServer, { contract, person, input, form }: Step) {
  const sent = form ? new Response(form) : undefined;
  const type = sent?.headers.get("content-type") ?? "application/json";
  const payload = sent ? Buffer.from(await sent.arrayBuffer()) : JSON.stringify(input.body);
  const response = await server.inject({
    method: contract.method,
    url: pathOf(contract, input as never),
    headers: {
      host: new URL(person.url).host,
      origin: person.url,
      cookie: person.cookie,
      ...(payload === undefined ? {} : { "content-type": type }),
      ...(contract.method === "GET" ? {} : { "idempotency-key": crypto.randomUUID() }),
    },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: response.statusCode, text: response.body };
}
