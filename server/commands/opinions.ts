import { parseArgs } from "node:util";
import { z } from "zod";
import { type Recomputed, recompute } from "#shared/opinions/run-document.ts";
import { peopleIn } from "#shared/opinions/scores.ts";
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
  say(scoresIn(found));
  for (const [check, name, fault] of checks) {
    say(found[check] ? `ok       ${name}` : `FAILED   ${name}: ${fault}`);
  }
  const isRight = checks.every(([check]) => found[check]);
  say(isRight ? "\nThe same bytes came out." : `\n${whatIsWrong(found)}`);
  return isRight;
}

function scoresIn({ scores }: Recomputed): string {
  if (!scores) return "no bridging scores in it";
  const drawn = scores.drawn ? ` of ${scores.drawn.length} people who were drawn` : "";
  return `bridging scores${drawn}, where ${peopleIn(scores)} people count as one with others`;
}

const whatIsWrong = ({ isSameInput, isSameAlgorithm, algorithm }: Recomputed): string =>
  isSameInput && !isSameAlgorithm
    ? `It was made by another version of this program (${algorithm}), whose results may differ: check it with that one.`
    : "This map is not what it says.";

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
