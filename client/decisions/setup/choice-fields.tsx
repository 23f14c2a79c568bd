import type { Position } from "#shared/contract/claims.ts";
import { methodFacts } from "../method-facts.ts";
import { CostFields } from "./cost-fields.tsx";
import type { FieldsProps } from "./fields.ts";
import { PollTimeFields } from "./poll-time-fields.tsx";
import { PositionFields, SubjectFields } from "./position-fields.tsx";

/** What is put to the vote: positions to choose between, one of them, or times. */
export function ChoiceFields(props: FieldsProps & { positions: readonly Position[] }) {
  switch (methodFacts[props.draft.settings.method].group) {
    case "times":
      return <PollTimeFields {...props} />;
    case "proposal":
      return <SubjectFields {...props} />;
    case "options":
    case "ranking":
    case "seats":
    case "points":
      return <PositionFields {...props} />;
    case "money":
      return (
        <>
          <PositionFields {...props} />
          <CostFields {...props} />
        </>
      );
  }
}
