import { z } from "zod";
import { hashText } from "#shared/counting/lot-order.ts";
import {
  isSignedRound,
  nonceCommitment,
  Randomness,
  randomnessText,
  seedOf,
} from "#shared/lottery/index.ts";
import { canonicalJson } from "#shared/merkle/canonical-json.ts";
import { lotterySize } from "./lottery.ts";
import { numberDrawn, successorAmong } from "./panel-draw.ts";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Everything with which anybody can draw a panel again; people are pseudonyms, which say nothing of them. */
export const PanelTranscript = z
  .object({
    format: z.literal("folkmoot-panel-1"),
    communityId: z.uuid(),
    panelId: z.uuid(),
    seats: z.int().min(1),
    /** In the order of their characters. */
    list: z.array(Hash).max(100_000),
    listHash: Hash.nullable(),
    /** A thousand panels, each as places in the list; entered in the public record before the randomness was known. */
    panels: z.array(z.array(z.int().min(0))).max(lotterySize),
    lotteryHash: Hash.nullable(),
    randomness: Randomness.nullable(),
    seed: Hash.nullable(),
    number: z.int().nullable(),
    replacements: z.array(
      z.object({
        out: Hash,
        why: z.enum(["declined", "replaced"]),
        /** With whom the quotas held, or were missed by the least. */
        candidates: z.array(Hash),
        successor: Hash.nullable(),
      }),
    ),
  })
  .meta({ id: "PanelTranscript" });
export type PanelTranscript = z.infer<typeof PanelTranscript>;

interface Entry {
  readonly panelId: string;
  readonly memberId: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly household: string | null;
  readonly salt: string;
}

/** What a volunteer is called in the list: a salted commitment to who they are and what they said. */
export const volunteerPseudonym = ({
  panelId,
  memberId,
  answers,
  household,
  salt,
}: Entry): string =>
  hashText(canonicalJson(["volunteer", panelId, memberId, answers, household, salt]));

export const hashList = (list: readonly string[]): string => hashText(canonicalJson(list));
export const hashPanels = (panels: readonly (readonly number[])[]): string =>
  hashText(canonicalJson(panels));

/** The draw of a panel by the name that seeds and nonces know it by. */
export const drawOf = (panelId: string) => ({ disputeId: panelId, level: 1 });

export interface PanelFault {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface VerifiedPanel {
  readonly isRight: boolean;
  readonly faults: readonly PanelFault[];
  readonly document: PanelTranscript | null;
  /** Who sits by the draw, replacements included; empty while it is not drawn. */
  readonly members: readonly string[];
}

/**
 * Draws a panel again, and says all that is wrong with its transcript.
 * @param known the hash of the lottery as the public record has it from before the draw
 */
export function verifyPanel(given: unknown, known?: string): VerifiedPanel {
  const parsed = PanelTranscript.safeParse(given);
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join("/") ?? "";
    const faults = [{ code: "no-transcript", values: { at } }];
    return { isRight: false, faults, document: null, members: [] };
  }
  const document = parsed.data;
  const { members, faults: drawn } = drawnAgain(document);
  const faults = [...lotteryFaults(document, known), ...drawn];
  return { isRight: faults.length === 0, faults, document, members };
}

function* lotteryFaults(document: PanelTranscript, known?: string): Generator<PanelFault> {
  const { list, listHash, panels, lotteryHash, seats } = document;
  if (list.some((name, at) => at > 0 && name <= (list[at - 1] ?? ""))) {
    yield { code: "list-unordered", values: {} };
  }
  if (listHash !== null && hashList(list) !== listHash)
    yield { code: "list-hash-differs", values: {} };
  if (lotteryHash === null) return;
  if (known !== undefined && known !== lotteryHash) {
    yield { code: "other-lottery", values: { expected: known, found: lotteryHash } };
  }
  if (hashPanels(panels) !== lotteryHash) yield { code: "lottery-hash-differs", values: {} };
  if (panels.length !== lotterySize)
    yield { code: "panels-missing", values: { found: panels.length } };
  const odd = panels.findIndex(
    (panel) => new Set(panel).size !== seats || panel.some((place) => place >= list.length),
  );
  if (odd >= 0) yield { code: "panel-of-another-size", values: { number: odd } };
}

function seedFaults(document: PanelTranscript): PanelFault[] {
  const { randomness, lotteryHash, seed, panelId } = document;
  if (!randomness || lotteryHash === null) return [{ code: "drawn-too-early", values: {} }];
  const faults: PanelFault[] = [];
  if (randomness.kind === "beacon") {
    const { beacon, round, signature } = randomness;
    const isSigned = signature !== null && isSignedRound(beacon, round, signature);
    if (!isSigned) faults.push({ code: "round-not-signed", values: { round } });
  } else {
    for (const { party, nonce, commitment } of randomness.nonces) {
      const told = nonce === null ? null : nonceCommitment(drawOf(panelId), { party, nonce });
      if (told !== null && told !== commitment) {
        faults.push({ code: "nonce-not-committed", values: { party } });
      }
    }
  }
  const text = randomnessText(randomness);
  const found = text === null ? "" : seedOf(lotteryHash, drawOf(panelId), text);
  if (found !== seed) faults.push({ code: "seed-differs", values: { expected: found } });
  return faults;
}

function drawnAgain(document: PanelTranscript): { members: string[]; faults: PanelFault[] } {
  const { seed, number, panels, list, replacements } = document;
  if (seed === null) return { members: [], faults: [] };
  const faults = seedFaults(document);
  const drawn = numberDrawn(seed);
  if (drawn !== number) faults.push({ code: "number-differs", values: { expected: drawn } });
  const seated = new Set((panels[drawn] ?? []).map((place) => list[place] ?? ""));
  for (const { out, candidates, successor } of replacements) {
    if (!seated.delete(out)) faults.push({ code: "not-seated", values: { pseudonym: out } });
    const next = successorAmong(seed, candidates);
    if (next !== successor)
      faults.push({ code: "successor-differs", values: { expected: next ?? "-" } });
    if (successor !== null) seated.add(successor);
  }
  return { members: [...seated].toSorted(), faults };
}
