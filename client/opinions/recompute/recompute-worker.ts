import "../../lib/zod-without-eval.ts";
import { recompute } from "#shared/opinions/run-document.ts";
import { firstDifference } from "./first-difference.ts";
import type { Failure, Finding, Task, Told } from "./task.ts";

const tell = (told: Told) => postMessage(told);
const failure = (why: Failure["why"]): Failure => ({ kind: "failed", why });

/** The text of a run; says how much of it has come. */
async function textAt(address: string): Promise<string | null> {
  const response = await fetch(address);
  const reader = response.body?.getReader();
  if (!response.ok || !reader) return null;
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    bytes += value.length;
    tell({ kind: "fetching", bytes });
  }
}

function found(text: string, { map }: Task): Finding {
  const began = performance.now();
  const document = JSON.parse(text) as { inputHash: string };
  const recomputed = recompute(document);
  const { isSameAlgorithm, isSameInput, isSameResult, analysis } = recomputed;
  return {
    kind: "found",
    isSameAlgorithm,
    isSameInput,
    isSameResult,
    isSameMap: document.inputHash === map.inputHash,
    difference: firstDifference(map, recomputed),
    people: analysis.people,
    responses: analysis.responses,
    statements: analysis.statements,
    seconds: (performance.now() - began) / 1_000,
  };
}

async function work(task: Task): Promise<Told> {
  const text = await textAt(task.address).catch(() => null);
  if (text === null) return failure("not-loaded");
  tell({ kind: "computing" });
  try {
    return found(text, task);
  } catch {
    return failure("no-run");
  }
}

onmessage = ({ data }: MessageEvent<Task>) => {
  void work(data).then(tell);
};
