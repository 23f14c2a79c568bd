import { parseArgs } from "node:util";
import { z } from "zod";
import { type Recomputed, recompute } from "#shared/opinions/run-document.ts";
import { jsonAt, plain, Problem, runOn, say } from "./published.ts";

const usage = `npm run opinions -- <file|url>

  <file|url>   an opinion map as it was published with what it was made of: saved, or its address

Makes the map again and compares it byte by byte. Ends with 1 where anything differs.`;

const checks = [
  ["isSameInput", "input", "What the map says it was made of has another hash than it tells."],
  ["isSameResult", "result", "What comes out is not what was published."],
] as const;

function tell(found: Recomputed): boolean {
  const { people, responses, statements, groups, obscurity } = found.analysis;
  say(`${responses} responses of ${people} people to ${statements} statements`);
  const sizes = groups.map(({ people: members }) => members).join(", ");
  say(obscurity === null ? `groups of ${sizes} people` : `no clear groups (${obscurity})`);
  for (const [check, name, fault] of checks) {
    say(found[check] ? `ok       ${name}` : `FAILED   ${name}: ${fault}`);
  }
  const isRight = checks.every(([check]) => found[check]);
  if (!found.isSameAlgorithm) {
    say("It was computed by another version of this program, whose results may differ.");
  }
  say(isRight ? "\nThe same bytes came out." : "\nThis map is not what it says.");
  return isRight;
}

function made(document: unknown): Recomputed {
  try {
    return recompute(document);
  } catch (error) {
    if (!(error instanceof z.ZodError) && !(error instanceof RangeError)) throw error;
    throw new Problem(`This is no opinion map: ${plain(error.message)}`);
  }
}

await runOn(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: "boolean" } },
  });
  const [place, ...more] = positionals;
  if (values.help) return say(usage);
  if (place === undefined || more.length > 0) throw new Problem(usage);
  if (!tell(made(await jsonAt(place)))) process.exitCode = 1;
});
