import type { Community } from "#shared/contract/communities.ts";
import type { Template } from "#shared/contract/phases.ts";
import type { PositionText } from "./first-positions.tsx";
import type { QuestionText } from "./question-fields.tsx";

/** What is typed before a debate is there. */
export interface NewQuestion extends QuestionText {
  readonly phase: "draft" | "framing";
  readonly template: Template | null;
  readonly positions: readonly PositionText[];
}

export function emptyQuestion({ language }: Pick<Community, "language">): NewQuestion {
  return {
    question: "",
    context: "",
    topic: "governance",
    language,
    phase: "framing",
    template: null,
    positions: [],
  };
}
