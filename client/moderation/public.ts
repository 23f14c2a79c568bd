export { ActionBrief } from "./action-brief.tsx";
export { FlagButton } from "./flag-button.tsx";
export { FlagDialog } from "./flag-dialog.tsx";
export { FlagItem } from "./flag-item.tsx";
export { LockNote } from "./lock-note.tsx";
export { isOutOfSight, Moderated } from "./moderated.tsx";
export { ModerationTab } from "./moderation-tab.tsx";
export { actionQuery } from "./queries.ts";
export { useModerationNews } from "./use-moderation-news.ts";
