import type { z } from "zod";
import type { ActionKind } from "#shared/contract/moderated.ts";
import type { moderate, ModerationItem } from "#shared/contract/moderation.ts";

/** What somebody acts on. */
export type Thing = Pick<ModerationItem, "subject" | "debateId" | "excerpt">;

/** What must be said of some actions besides rule and reasons: where a claim goes, what it repeats, its points. */
export type Details = Pick<z.input<typeof moderate.body>, "move" | "merge" | "split">;

const withDetails = ["move", "merge", "split"] as const satisfies readonly ActionKind[];
type Detailed = (typeof withDetails)[number];

export const isDetailed = (kind: ActionKind): kind is Detailed =>
  (withDetails as readonly ActionKind[]).includes(kind);

/** Whether all is said that an action needs. */
export const isSaid = (kind: ActionKind, details: Details): boolean =>
  !isDetailed(kind) || details[kind] !== undefined;

interface Standable {
  readonly withdrawnAt?: string | undefined;
  readonly archivedAt?: string | undefined;
  readonly mergedInto?: string | undefined;
}

/** What something can be put under, or joined with. */
export const isStanding = ({ withdrawnAt, archivedAt, mergedInto }: Standable): boolean =>
  withdrawnAt === undefined && archivedAt === undefined && mergedInto === undefined;

/** Key of what an action means for a thing. */
export const meaningOf = (kind: ActionKind, thing: Thing | undefined) =>
  kind === "merge" && thing?.subject.kind === "statement" ? "merge-statement" : kind;
