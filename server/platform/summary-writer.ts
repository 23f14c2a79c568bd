import { z } from "zod";
import type { Env } from "../env.ts";

/** Why there is no summary; none of them says what the other side answered. */
export type WriterFault = "summary-slow" | "summary-refused" | "summary-unreadable";

export class WriterProblem extends Error {
  constructor(readonly fault: WriterFault) {
    super(`no summary was written: ${fault}`);
  }
}

/** A language model behind an OpenAI-compatible endpoint. */
export interface SummaryWriter {
  readonly model: string;
  /** Where texts go. */
  readonly host: string;
  /** What it answers to a text. @throws WriterProblem */
  write(text: string): Promise<string>;
}

const patienceMs = 60_000;
const mostBytes = 500_000;

const Answer = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/** The one that the settings name; undefined where they name none. People have no say in where it is. */
export function createSummaryWriter(
  env: Pick<Env, "SUMMARY_URL" | "SUMMARY_MODEL" | "SUMMARY_KEY">,
  waitMs = patienceMs,
): SummaryWriter | undefined {
  const { SUMMARY_URL: base, SUMMARY_MODEL: model, SUMMARY_KEY: key } = env;
  if (base === undefined || model === undefined) return undefined;
  const address = `${base.replace(/\/+$/, "")}/chat/completions`;
  const headers = {
    "content-type": "application/json",
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  };
  return {
    model,
    host: new URL(base).host,
    async write(text) {
      const body = JSON.stringify({ model, messages: [{ role: "user", content: text }] });
      const signal = AbortSignal.timeout(waitMs);
      // Whoever was named is asked, nobody whom they send to.
      const asked = { method: "POST", headers, body, signal, redirect: "error" } as const;
      try {
        const response = await fetch(address, asked);
        if (!response.ok) throw new WriterProblem("summary-refused");
        return contentOf(await readSome(response));
      } catch (error) {
        if (error instanceof WriterProblem) throw error;
        throw new WriterProblem(signal.aborted ? "summary-slow" : "summary-refused");
      }
    },
  };
}

async function readSome({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > mostBytes) throw new WriterProblem("summary-unreadable");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function contentOf(text: string): string {
  try {
    const [first] = Answer.parse(JSON.parse(text)).choices;
    return first?.message.content ?? "";
  } catch {
    throw new WriterProblem("summary-unreadable");
  }
}
