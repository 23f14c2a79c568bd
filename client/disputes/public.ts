export { AppealBox } from "./appeal-box.tsx";
export { ConflictButton, ConflictItem } from "./conflict-item.tsx";
export { DecisionDispute, DisputeDecision } from "./decision-dispute.tsx";
export {
  caseKey,
  caseQuery,
  disputesKey,
  juryRoomQuery,
  keepCase,
  settingsQuery,
  useInCase,
} from "./queries.ts";
export { DisputeSettingsForm } from "./settings-form.tsx";
export { StageBadge } from "./stage-badge.tsx";
export { useDisputesLive } from "./use-disputes-live.ts";
export { useCaseTitle, useRuleText } from "./words.ts";
