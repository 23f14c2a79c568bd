import { type SpamReason, spamReasons, type SpamThresholds } from "#shared/spam/advice.ts";
import { linksIn } from "#shared/spam/links.ts";
import { nearlySame, resemblance, sketchOf } from "#shared/spam/sketch.ts";
import type { Deps } from "../deps.ts";
import type { Moderated } from "../platform/moderated.ts";
import type { Tx } from "../platform/transact.ts";
import { countNewHosts, saveSketch, sketchesOf, takenBack } from "./store.ts";
import { estimateOf } from "./words.ts";

interface Asked {
  readonly thing: Moderated & { readonly authorId: string };
  readonly thresholds: SpamThresholds & { readonly repeatHours: number };
}

/** All that a thing says. */
export const textOf = (words: Moderated["words"]): string => Object.values(words).join("\n");

/** What speaks for spam in something that was just written. The address of a source is no link that stands in a text. */
export async function spamReasonsFor(
  deps: Pick<Deps, "stamps">,
  tx: Tx,
  { thing, thresholds }: Asked,
): Promise<SpamReason[]> {
  const { communityId, authorId: participantId } = thing;
  const { url: _, ...prose } = thing.words;
  const links = linksIn(textOf(prose));
  return spamReasons(
    {
      links,
      newHosts: await countNewHosts(tx.db, { communityId, participantId }, links.hosts),
      repeats: await countRepeats(deps, tx, { thing, thresholds }),
      estimate: await estimateOf(deps, tx.db, { communityId, text: textOf(thing.words) }),
    },
    thresholds,
  );
}

/** How many texts of the last hours are nearly the same; keeps this one to be compared with. */
async function countRepeats(
  { stamps }: Pick<Deps, "stamps">,
  tx: Tx,
  { thing, thresholds: { repeatHours: hours } }: Asked,
) {
  const { communityId, authorId, subject, words } = thing;
  const seed = stamps.hash("spam sketches", communityId).readInt32BE();
  const sketch = sketchOf(textOf(words), seed);
  if (sketch === null || hours === 0) return { own: 0, others: 0 };
  const ids = { communityId, subjectId: subject.id };
  await saveSketch(tx.db, { ...ids, participantId: authorId, sketch });
  const before = await sketchesOf(tx.db, { ...ids, hours });
  const alike = before.filter((one) => resemblance(one.sketch, sketch) >= nearlySame);
  const own = alike.filter(({ participantId }) => participantId === authorId);
  const ownIds = own.map(({ subjectId }) => subjectId);
  // Whoever takes a text back and says it elsewhere has said it once.
  const gone = await takenBack(tx.db, communityId, ownIds);
  return { own: own.length - gone.size, others: alike.length - own.length };
}
