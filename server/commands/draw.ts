import { parseArgs } from "node:util";
import { type DrawWarning, type VerifiedDraw, verifyDraw } from "#shared/lottery/index.ts";
import { PanelTranscript, type VerifiedPanel, verifyPanel } from "#shared/sortition/transcript.ts";
import { faultLine, jsonAt, Problem, runOn, say } from "./published.ts";

const usage = `npm run draw -- <file|url> [--pool <hash>]

  <file|url>      how a jury was drawn: saved from the page of its case, or the address
                  https://.../api/communities/<id>/disputes/<id>/draw
                  or how a panel was: https://.../api/communities/<id>/panels/<id>/transcript
  --pool <hash>   the hash of the pool, or of a panel's lottery, as the public record has it from before the draw

Draws the jury or the panel again and compares. Ends with 1 where anything is wrong.`;

const warningTexts: Record<DrawWarning, string> = {
  "operator-could-influence":
    "Nobody but the server threw something in: its operator could have influenced this draw.",
  "nonce-withheld": "Somebody committed to a nonce and kept it back, and so could choose.",
};

function tell({ document, faults, warnings, bench, isRight }: VerifiedDraw): void {
  if (document) {
    const { pool, seats, seed } = document;
    say(`${seats} seats, ${pool.length} people who could be drawn`);
    say(seed === null ? "The randomness is not known yet." : `seed ${seed}`);
    for (const pseudonym of bench) say(`  ${pseudonym}`);
  }
  for (const fault of faults) say(`FAILED   ${faultLine(fault)}`);
  for (const warning of warnings) say(`WARNING  ${warningTexts[warning]}`);
  say(isRight ? "\nThis draw is right." : "\nThis draw is not right.");
}

function tellPanel({ document, faults, members, isRight }: VerifiedPanel): void {
  if (document) {
    const { seats, list, panels, seed, number } = document;
    say(`${seats} seats, ${list.length} volunteers, ${panels.length} panels equally likely`);
    say(
      seed === null ? "The randomness is not known yet." : `seed ${seed}, panel number ${number}`,
    );
    for (const pseudonym of members) say(`  ${pseudonym}`);
    const isAlone = document.randomness?.kind === "nonces";
    if (isAlone) say(`WARNING  ${warningTexts["operator-could-influence"]}`);
  }
  for (const fault of faults) say(`FAILED   ${faultLine(fault)}`);
  say(isRight ? "\nThis draw is right." : "\nThis draw is not right.");
}

const isPanel = (given: unknown): boolean =>
  typeof given === "object" &&
  given !== null &&
  "format" in given &&
  given.format === PanelTranscript.shape.format.value;

await runOn(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { pool: { type: "string" }, help: { type: "boolean" } },
  });
  const [place, ...more] = positionals;
  if (values.help) return say(usage);
  if (place === undefined || more.length > 0) throw new Problem(usage);
  const given = await jsonAt(place);
  const panel = isPanel(given) ? verifyPanel(given, values.pool) : null;
  const jury = panel ? null : verifyDraw(given, { poolHash: values.pool });
  if (panel) tellPanel(panel);
  if (jury) tell(jury);
  if (!(panel ?? jury)?.isRight) process.exitCode = 1;
});
