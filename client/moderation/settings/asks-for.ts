import type { Trust } from "#shared/contract/moderation-settings.ts";

type Need = Trust["levels"][number]["needs"][number];

/** Whether a need of a level asks for anything: none of something or more is what everybody has. */
export const asksFor = ({ measure, need }: Pick<Need, "measure" | "need">): boolean =>
  measure === "actions" || need > 0;
