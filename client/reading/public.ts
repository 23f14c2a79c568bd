export { BookmarkItem, BookmarkMark, BookmarkToggle } from "./bookmark-toggle.tsx";
export { FollowMenu } from "./follow-menu.tsx";
export { NewCount } from "./new-count.tsx";
export { spreadsQuery } from "./queries.ts";
export { sinceWords } from "./since.ts";
export { useReadMarker } from "./use-read-marker.ts";
export { useReading } from "./use-reading.ts";
