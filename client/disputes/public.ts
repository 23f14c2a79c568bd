export { AppealBox } from "./appeal-box.tsx";
export { CaseSides } from "./case-sides.tsx";
export { ConflictButton, ConflictItem } from "./conflict-item.tsx";
export { DecisionDispute, DisputeDecision } from "./decision-dispute.tsx";
export { Precedents } from "./precedents.tsx";
export {
  caseKey,
  caseQuery,
  disputesKey,
  juryRoomQuery,
  keepCase,
  settingsQuery,
  useInCase,
} from "./queries.ts";
export { Questions } from "./questions.tsx";
export { Part, Said } from "./said.tsx";
export { DisputeSettingsForm } from "./settings-form.tsx";
export { ReportDispute } from "./report-dispute.tsx";
export { StageBadge } from "./stage-badge.tsx";
export { StatementList } from "./statements.tsx";
export { useDisputesLive } from "./use-disputes-live.ts";
export { useCaseTitle, useRuleText } from "./words.ts";
