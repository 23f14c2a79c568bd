import { hashText } from "../counting/lot-order.ts";
import { canonicalJson } from "../merkle/canonical-json.ts";
import type { IncidentState, Severity } from "./incident.ts";

export const cardFormat = "folkmoot-system-card";
export const cardVersion = 1;

export const systemKinds = ["model", "dataset", "service"] as const;
export type SystemKind = (typeof systemKinds)[number];

export interface Evaluation {
  readonly measured: string;
  readonly value: string;
  /** a day, as ISO 8601 */
  readonly on: string;
  readonly by: string;
  readonly url: string;
}

/** What a community says about a system that it governs. */
export interface CardContent {
  readonly kind: SystemKind;
  readonly name: string;
  /** Which release of it the card is about, in its makers' words. */
  readonly release: string;
  readonly licence: string;
  readonly url: string | null;
  readonly intendedUse: string;
  readonly knownHarms: string;
  readonly evaluations: readonly Evaluation[];
}

export const linkKinds = ["debate", "decision", "commitment"] as const;
export type LinkKind = (typeof linkKinds)[number];

export interface CardIncident {
  readonly id: string;
  readonly title: string;
  readonly release: string;
  readonly severity: Severity;
  readonly state: IncidentState;
  readonly reportedAt: string;
}

export interface CardFacts extends CardContent {
  readonly id: string;
  readonly community: { readonly id: string; readonly name: string };
  /** Under which name the steward speaks there; null where there is none any more. */
  readonly steward: string | null;
  /** Counts the versions of the card. */
  readonly version: number;
  readonly changedAt: string;
  readonly links: readonly { readonly kind: LinkKind; readonly id: string }[];
  readonly incidents: readonly CardIncident[];
}

export interface ExportedCard {
  readonly format: typeof cardFormat;
  readonly version: typeof cardVersion;
  readonly card: CardFacts;
  /** SHA-256 of the canonical JSON (RFC 8785) of `card`, in hexadecimal digits. */
  readonly sha256: string;
}

const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** A card as a file: the same facts give the same bytes, in whatever order links and incidents came. */
export function exportCard(facts: CardFacts): ExportedCard {
  const card = {
    ...facts,
    links: facts.links.toSorted((a, b) => byText(`${a.kind} ${a.id}`, `${b.kind} ${b.id}`)),
    incidents: facts.incidents.toSorted((a, b) => byText(a.id, b.id)),
  };
  return { format: cardFormat, version: cardVersion, card, sha256: hashText(canonicalJson(card)) };
}

/** Whether an exported card is as it was written. */
export const isAsWritten = ({ card, sha256 }: Pick<ExportedCard, "card" | "sha256">): boolean =>
  hashText(canonicalJson(card)) === sha256;
