import { replaceClaimLinks } from "#shared/curation/claim-links.ts";
import { type PanelSeats, walk } from "#shared/transfer/argument.ts";
import { oneLine } from "#shared/transfer/argument-fault.ts";
import { type Exported, placesOf, plainArgument, withdrawnText } from "./exported.ts";

/** A debate as a document to read and to print. */
export function* markdownLines(exported: Exported): Generator<string> {
  const { debate, statements } = exported;
  yield `# ${plain(debate.question)}`;
  yield "";
  yield* summaryLines(exported);
  yield* pinLines(exported);
  if (debate.context !== "") yield* [debate.context, ""];
  if (debate.attribution !== null) yield* [`*${plain(debate.attribution)}*`, ""];
  yield* definitionLines(exported);
  yield* argumentLines(exported);
  if (statements.length > 0) yield* statementLines(exported);
}

const plain = (text: string): string => oneLine(text).replaceAll(/[\\`*_[\]<>#|~]/g, "\\$&");

/** What it has come to. Where it leads to a claim, a document on paper says which. */
function* summaryLines({ argument, curation }: Exported): Generator<string> {
  if (!curation.summary) return;
  const said = new Map(argument.claims.map(({ id, text }) => [id, text]));
  yield "## Summary";
  yield "";
  yield replaceClaimLinks(curation.summary.text, (words, id) => {
    const text = plain(said.get(id) || withdrawnText);
    return words === text ? `“${text}”` : `${words} (“${text}”)`;
  });
  yield "";
}

/** What is to be read first. */
function* pinLines({ argument, curation }: Exported): Generator<string> {
  const said = new Map(argument.claims.map(({ id, text }) => [id, text]));
  const pinned = curation.parts
    .filter(({ kind }) => kind === "pin")
    .map(({ subjectId }) => said.get(subjectId))
    .filter(Boolean);
  if (pinned.length === 0) return;
  yield "## Read first";
  yield "";
  for (const text of pinned) yield `- ${plain(text ?? "")}`;
  yield "";
}

/** The tags of each claim, in one line. */
function tagsByClaim({ argument, curation }: Exported): ReadonlyMap<number, string> {
  const places = placesOf(argument.claims);
  const tagged = curation.parts.filter(({ kind }) => kind === "tags");
  return new Map(
    tagged.map(({ subjectId, values }) => {
      const tags = values.map(plain).join(", ");
      return [places.get(subjectId) ?? -1, `Tags: ${tags}`] as const;
    }),
  );
}

/** What words mean here comes before they are used. */
function* definitionLines({ argument: { definitions } }: Exported): Generator<string> {
  if (definitions.length === 0) return;
  yield "## Words";
  yield "";
  for (const { term, text } of definitions) yield `- **${plain(term)}:** ${plain(text)}`;
  yield "";
}

const panelLine = ({ yes, seats }: PanelSeats): string =>
  `Recommended by a panel drawn by lot: ${yes} of ${seats} seats said yes.`;

/** Deeper than this, lines would be all indentation. */
const deepest = 40;

function* argumentLines(exported: Exported): Generator<string> {
  const sources = sourcesByClaim(exported);
  const tags = tagsByClaim(exported);
  const argument = plainArgument(exported);
  for (const step of walk(argument)) {
    if (step.kind === "position") {
      yield `## ${step.path[0]}. ${plain(step.position.title)}`;
      yield "";
      const { byPanel } = step.position;
      if (byPanel) yield* [`*${panelLine(byPanel)}*`, ""];
      if (step.position.text !== "") yield* [step.position.text, ""];
      continue;
    }
    const depth = Math.min(step.path.length - 2, deepest);
    const indent = "  ".repeat(depth);
    const side = step.edge.side === "pro" ? "Pro" : "Con";
    const about = step.edge.target.kind === "edge" ? ", on whether this bears on it" : "";
    const again = step.isAgain ? " (see above)" : "";
    yield `${indent}- **${side}${about}:** ${plain(step.claim.text)}${again}`;
    if (step.isAgain) continue;
    const notes = [tags.get(step.at) ?? [], sources.get(step.at) ?? []].flat();
    yield* notes.map((line) => `${indent}  - ${line}`);
  }
  yield "";
}

function sourcesByClaim({ argument }: Exported): ReadonlyMap<number, string[]> {
  const places = new Map(argument.claims.map(({ id }, at) => [id, at]));
  const sources = new Map<number, string[]>();
  for (const { claimId, title, url, publisher, publishedOn, quote } of argument.evidence) {
    const at = places.get(claimId) ?? -1;
    const link = `[${plain(title)}](<${url.replaceAll(/[<>\s]/g, encodeURIComponent)}>)`;
    const from = [publisher, publishedOn].filter(Boolean).map((part) => plain(part ?? ""));
    const said = quote === "" ? "" : `: “${plain(quote)}”`;
    const line = `Source: ${[link, ...from].join(", ")}${said}`;
    sources.set(at, [...(sources.get(at) ?? []), line]);
  }
  return sources;
}

const inWords = (counts: Record<"agrees" | "disagrees" | "passes", number>) =>
  `${counts.agrees} agree, ${counts.disagrees} disagree, ${counts.passes} pass`;

function* statementLines({ statements, responders, visitors }: Exported): Generator<string> {
  yield "## Statements";
  yield "";
  for (const { text, visitors: apart, ...counts } of statements) {
    const besides = visitors === 0 ? "" : `; visitors: ${inWords(apart)}`;
    yield `- ${plain(text)}${responders === null ? "" : ` (${inWords(counts)}${besides})`}`;
  }
}
