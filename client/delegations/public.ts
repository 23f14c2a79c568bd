export { MemberPicker } from "./member-picker.tsx";
export { delegationEvents, delegationsKey, refreshDelegations } from "./queries.ts";
