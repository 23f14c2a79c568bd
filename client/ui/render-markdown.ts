import DOMPurify from "dompurify";
import { Marked } from "marked";

/** A list, not a filter: what is not named here does not get through. */
const tags = [
  "p br hr strong em del code pre blockquote ul ol li a h2 h3 h4 h5 h6",
  "table thead tbody tr th td",
].flatMap((names) => names.split(" "));
const attributes = ["href", "title", "start", "align", "rel", "target"];
const addresses = /^(?:https?:\/\/|mailto:|#|\/(?![/\\]))/i;

const escaped: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => escaped[sign] ?? sign);

/** Raw HTML stands there as it was typed; pictures, which would be fetched from elsewhere, become their words. */
const markdown = new Marked({
  gfm: true,
  async: false,
  renderer: {
    html: ({ text }) => escape(text),
    image: ({ text }) => escape(text),
    checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      if (!addresses.test(href)) return text;
      const apart = /^http/i.test(href)
        ? ' rel="noopener noreferrer nofollow ugc" target="_blank"'
        : "";
      return `<a href="${escape(href)}"${apart}>${text}</a>`;
    },
  },
});

/** Headings of a text stand below those of the page around it, and skip no level. */
export function settleHeadings(html: string, top: number): string {
  const used = new Set([...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level)));
  const levels = [...used].toSorted((a, b) => a - b);
  return html.replace(/<(\/?)h([1-6])(?=[\s>])/g, (_, slash: string, level: string) => {
    const depth = Math.min(6, top + levels.indexOf(Number(level)));
    return `<${slash}h${depth}`;
  });
}

/**
 * Markdown to HTML that may stand on our pages, its highest headings being `top` (3 is an h3).
 * The renderer writes nothing but what we list; the sanitizer looks at it once more.
 */
export function renderMarkdown(source: string, top: number): string {
  const html = settleHeadings(markdown.parse(source, { async: false }), top);
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOWED_URI_REGEXP: addresses,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
}
