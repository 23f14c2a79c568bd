import { type Puzzle, solve } from "#shared/spam/proof-of-work.ts";

/** What is heard of the thread that computes. */
export type Told = { readonly tries: number } | { readonly answer: number };

export const triesAtOnce = 4_096;

interface Watching {
  /** Called with how many numbers were tried, and whether the page itself computes. */
  onProgress: (tries: number, isOnPage: boolean) => void;
}

function inThread(puzzle: Puzzle, { onProgress }: Watching): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./proof-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Told>) => {
      if ("tries" in data) return onProgress(data.tries, false);
      worker.terminate();
      resolve(data.answer);
    });
    worker.addEventListener("error", () => {
      worker.terminate();
      reject(new Error("no thread computes here"));
    });
    worker.postMessage(puzzle);
  });
}

/** So many tries take the page some milliseconds, between which it answers to its reader. */
const triesOnPage = 512;

async function onPage(puzzle: Puzzle, { onProgress }: Watching): Promise<number> {
  for (let tries = 0; ; tries += triesOnPage) {
    const answer = solve(puzzle, tries, triesOnPage);
    if (answer !== null) return answer;
    onProgress(tries + triesOnPage, true);
    await new Promise((go) => setTimeout(go));
  }
}

/** Solves a puzzle beside the page; where the browser has no threads, or lets us have none, on the page. */
export async function findAnswer(puzzle: Puzzle, watching: Watching): Promise<number> {
  if (typeof Worker === "undefined") return onPage(puzzle, watching);
  return inThread(puzzle, watching).catch(() => onPage(puzzle, watching));
}
