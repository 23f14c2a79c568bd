export { CommunityFrame } from "./community-frame.tsx";
export { CommunityHeader } from "./community-header.tsx";
export { useCommunity } from "./use-community.ts";
