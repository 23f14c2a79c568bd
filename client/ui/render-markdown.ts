import DOMPurify from "dompurify";
import { createRenderer } from "#shared/markdown/renderer.ts";

export const renderMarkdown = createRenderer(DOMPurify);
