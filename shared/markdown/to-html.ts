import { Marked } from "marked";

/** Where a link that somebody wrote may lead: pages, mails, and places of this site. */
export const addresses = /^(?:https?:\/\/|mailto:|#|\/(?![/\\]))/i;

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

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
      return addresses.test(href) ? `<a href="${escape(href)}">${text}</a>` : text;
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

/** Markdown as HTML, its highest headings being `top` (3 is an h3). A sanitizer must look at it before a page does. */
export const toHtml = (source: string, top: number): string =>
  settleHeadings(markdown.parse(source, { async: false }), top);
