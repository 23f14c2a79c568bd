export { BehindBlock, BlockedLine, FoldedLine } from "./behind-block.tsx";
export { BlockButton, BlockedMark, BlockItem } from "./block-deeds.tsx";
export { BlockList } from "./block-list.tsx";
export { useBlocks } from "./blocks-context.ts";
export { BlocksHere } from "./blocks-here.tsx";
export { blockEvents, showingBlocks } from "./queries.ts";
