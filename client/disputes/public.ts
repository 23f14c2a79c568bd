export {
  caseKey,
  caseQuery,
  disputesKey,
  juryRoomQuery,
  keepCase,
  settingsQuery,
  useInCase,
} from "./queries.ts";
export { useDisputesLive } from "./use-disputes-live.ts";
export { useCaseTitle } from "./words.ts";
