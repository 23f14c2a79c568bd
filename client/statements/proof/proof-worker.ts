import { type Puzzle, solve } from "#shared/spam/proof-of-work.ts";
import { type Told, triesAtOnce } from "./find-answer.ts";

/** Tries one number after the other in a thread of its own, and tells how many it has tried. */
onmessage = ({ data: puzzle }: MessageEvent<Puzzle>) => {
  for (let tries = 0; ; tries += triesAtOnce) {
    const answer = solve(puzzle, tries, triesAtOnce);
    if (answer !== null) return postMessage({ answer } satisfies Told);
    postMessage({ tries: tries + triesAtOnce } satisfies Told);
  }
};
