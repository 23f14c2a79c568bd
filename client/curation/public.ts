export { CuratedMarks, useHasTag } from "./marks.tsx";
export { CuratePanel } from "./curate-panel.tsx";
export { CurateItem } from "./curate-item.tsx";
export { CurationList } from "./curation-list.tsx";
export { Facilitators } from "./facilitators.tsx";
export { PinnedClaims } from "./pinned-claims.tsx";
export { useCuration, useCurationNews } from "./use-curation.ts";
export { SummarySection } from "./summary-section.tsx";
export { TagList } from "./tag-list.tsx";
