import DOMPurify from "dompurify";
import { marked } from "marked";

/** A list, not a filter: what is not named here does not get through. */
const tags = [
  "p br hr strong em del code pre blockquote ul ol li a h3 h4 h5 h6 table thead tbody tr th td sup sub",
].flatMap((names) => names.split(" "));
const attributes = ["href", "title", "start", "align"];
const schemes = /^(?:https?:|mailto:|#|\/(?!\/))/i;

const purifier = DOMPurify();
purifier.addHook("afterSanitizeAttributes", (node) => {
  if (node.nodeName !== "A") return;
  const href = node.getAttribute("href");
  if (href?.startsWith("http")) {
    node.setAttribute("rel", "noopener noreferrer nofollow ugc");
    node.setAttribute("target", "_blank");
  }
});

/** Headings of a text stand below those of the page around it. */
const deeper = (html: string) =>
  html.replace(/<(\/?)h([1-6])>/g, (_, slash: string, level: string) => {
    const depth = Math.min(6, Number(level) + 2);
    return `<${slash}h${depth}>`;
  });

/** Markdown to HTML that may stand on our pages. */
export function renderMarkdown(source: string): string {
  const html = marked.parse(source, { async: false, gfm: true });
  return purifier.sanitize(deeper(html), {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOWED_URI_REGEXP: schemes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
}
