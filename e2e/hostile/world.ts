import { type APIRequestContext, request } from "@playwright/test";
import { signUp } from "#shared/contract/accounts.ts";
import { addClaim, addPosition } from "#shared/contract/claims.ts";
import { type Community, createCommunity } from "#shared/contract/communities.ts";
import { createDebate, type DebateView, moveDebate } from "#shared/contract/debates.ts";
import { castBallot, createDecision, type DecisionView } from "#shared/contract/decisions.ts";
import { acceptInvitation, createInvitation } from "#shared/contract/memberships.ts";
import { addStatement } from "#shared/contract/statements.ts";
import { type Caller, callerOf } from "../people.ts";
import { unique } from "../scenes.ts";

/** A community in which everything that people write is hostile. */
export interface HostileWorld {
  readonly community: Community;
  readonly debate: DebateView;
  readonly decision: DecisionView;
  /** Those who wrote it all, named by what they write first. */
  readonly writers: readonly Writer[];
  readonly path: string;
  /** Lets go of those who came without a page. */
  leave(): Promise<void>;
}

interface Writer extends Caller {
  readonly name: string;
}

export interface Words {
  /** Each goes into every field, names included. */
  readonly short: readonly string[];
  /** These go where there is room. */
  readonly long: readonly string[];
}

export const paragraphs = (words: readonly string[], limit: number) => {
  let text = "";
  for (const one of words) if (text.length + one.length + 2 <= limit) text += `\n\n${one}`;
  return text.trim();
};

function foundIt(owner: Caller, { short, long }: Words): Promise<Community> {
  const [name = ""] = short;
  return owner.call(createCommunity, {
    body: {
      name,
      slug: `glade-${unique()}`,
      description: paragraphs([...short, ...long], 10_000),
      language: "en",
      // Out of sight of the stories that are told at the same time.
      isPrivate: true,
      joinPolicy: "by-invitation",
      rules: short.slice(0, 30).map((title) => ({ title, text: title })),
    },
  });
}

const mostWriters = 12;

type Params = { readonly communityId: string; readonly debateId: string };

/** One person whose name, and whose every word, is the payload. */
async function enter(
  context: APIRequestContext,
  baseURL: string,
  { token, name }: { token: string; name: string },
): Promise<Writer> {
  const caller = { ...callerOf(context, baseURL), name };
  const email = `h.${crypto.randomUUID()}@example.org`;
  await caller.call(signUp, { body: { email, password: "seven purple kettles whistle", name } });
  await caller.call(acceptInvitation, { params: { token }, body: { name } });
  return caller;
}

async function argue(
  caller: Caller,
  { place, ...params }: Params & { readonly place: string },
  words: string,
): Promise<void> {
  await caller.call(addStatement, { params, body: { text: words } });
  const { communityId } = params;
  const body = {
    question: `What of ${words}`,
    context: words,
    topic: "security",
    language: "en",
    phase: "framing",
  } as const;
  await caller.call(createDebate, { params: { communityId }, body });
  await caller.call(addClaim, {
    params,
    body: {
      target: { kind: "position", id: place },
      side: "pro",
      text: words,
      evidence: [
        {
          kind: "study",
          url: `https://example.org/?q=${words}#${words}`,
          title: words,
          publisher: words,
          quote: words,
        },
      ],
    },
  });
}

/** Writes the words into every field that takes them. */
export async function createWorld(
  owner: Caller,
  words: Words,
  baseURL: string,
): Promise<HostileWorld> {
  const { short, long } = words;
  const community = await foundIt(owner, words);
  const { id: communityId, slug } = community;
  const { token } = await owner.call(createInvitation, { params: { communityId }, body: {} });
  const question = `Is it so: ${short[1] ?? ""}`;
  let debate = await owner.call(createDebate, {
    params: { communityId },
    body: {
      question,
      context: paragraphs([...short, ...long], 10_000),
      topic: "security",
      language: "en",
      phase: "framing",
    },
  });
  const params = { communityId, debateId: debate.id };
  const plain = await owner.call(addPosition, { params, body: { title: "Plain" } });
  await owner.call(addPosition, { params, body: { title: "Simple" } });
  for (const [turn, reason] of [...short, ""].entries()) {
    const to = turn % 2 === 0 ? "deliberation" : "framing";
    debate = await owner.call(moveDebate, { params, body: { from: debate.phase, to, reason } });
  }
  const names = short.slice(0, mostWriters);
  const contexts = await Promise.all(names.map(() => request.newContext({ baseURL })));
  const writers = await Promise.all(
    names.map((name, at) => enter(contexts[at] as APIRequestContext, baseURL, { token, name })),
  );
  const place = plain.id;
  await Promise.all(
    writers.map(async (writer, first) => {
      const { name } = writer;
      await writer.call(addPosition, { params, body: { title: name, text: name } });
      for (let at = first; at < short.length; at += mostWriters) {
        await argue(writer, { ...params, place }, short[at] ?? "");
      }
    }),
  );
  const target = { kind: "position", id: place } as const;
  for (const text of [...long, "A plain claim"]) {
    await owner.call(addClaim, { params, body: { target, side: "con", text } });
  }
  const decision = await owner.call(createDecision, {
    params,
    body: {
      title: short[2] ?? "",
      settings: { method: "plurality" },
      secrecy: "public",
      quorum: null,
      threshold: null,
      opensAt: null,
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
  });
  await Promise.all(
    writers.map((writer, at) =>
      writer.call(castBallot, {
        params: { communityId, decisionId: decision.id },
        body: { ballot: { method: "plurality", choice: decision.options[at + 2]?.id ?? "" } },
      }),
    ),
  );
  const leave = async () => {
    await Promise.all(contexts.map((context) => context.dispose()));
  };
  const path = `/c/${slug}/d/${debate.id}`;
  return { community, debate, decision, writers, path, leave };
}
