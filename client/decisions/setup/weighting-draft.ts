import type { Weighting } from "#shared/contract/decisions.ts";

/** In the order in which they are offered. */
export const weightingKinds = [
  "one-person",
  "role",
  "token",
  "square-root",
  "capped-token",
] as const satisfies readonly Weighting["kind"][];

/** What a vote weighs, as it is filled in; what a kind does not ask for is kept for another one. */
export interface WeightingDraft {
  readonly kind: Weighting["kind"];
  /** "" while none is chosen. */
  readonly snapshotId: string;
  readonly percent: string;
  readonly weights: { readonly owner: string; readonly moderator: string; readonly member: string };
}

export const onePerson: WeightingDraft = {
  kind: "one-person",
  snapshotId: "",
  percent: "10",
  weights: { owner: "1", moderator: "1", member: "1" },
};

export const isByTokens = ({ kind }: Pick<Weighting, "kind">): boolean =>
  kind === "token" || kind === "square-root" || kind === "capped-token";

export function draftOfWeighting(weighting: Weighting): WeightingDraft {
  const { kind } = weighting;
  const draft = { ...onePerson, kind };
  if (weighting.kind === "role") {
    const { owner, moderator, member } = weighting.weights;
    return {
      ...draft,
      weights: { owner: `${owner}`, moderator: `${moderator}`, member: `${member}` },
    };
  }
  if (weighting.kind === "capped-token") draft.percent = String(weighting.percent);
  if ("snapshotId" in weighting) draft.snapshotId = weighting.snapshotId;
  return draft;
}

/** The weighting as it is sent. */
export function weightingOf({ kind, snapshotId, percent, weights }: WeightingDraft): Weighting {
  switch (kind) {
    case "one-person":
      return { kind };
    case "token":
    case "square-root":
      return { kind, snapshotId };
    case "capped-token":
      return { kind, snapshotId, percent: Number(percent) };
    case "role":
      return {
        kind,
        weights: {
          owner: Number(weights.owner),
          moderator: Number(weights.moderator),
          member: Number(weights.member),
        },
      };
  }
}
