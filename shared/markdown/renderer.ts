import type { Config, DOMPurify } from "dompurify";
import { addresses, toHtml } from "./to-html.ts";

/** A list, not a filter: what is not named here does not get through. */
const tags = [
  "p br hr strong em del code pre blockquote ul ol li a h2 h3 h4 h5 h6",
  "table thead tbody tr th td",
].flatMap((names) => names.split(" "));

const config: Config = {
  ALLOWED_TAGS: tags,
  ALLOWED_ATTR: ["href", "start", "align"],
  ALLOWED_URI_REGEXP: addresses,
  // These hold no address; the sanitizer would measure them by that rule, and take them out.
  ADD_URI_SAFE_ATTR: ["start", "align"],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/** What the two attributes may say that are neither an address nor set by us. */
const values = { start: /^\d{1,9}$/, align: /^(?:left|center|right)$/ };

/** What people link to speaks for them, not for the site, and learns nothing of who comes. */
function settle(element: Element): void {
  for (const [name, allowed] of Object.entries(values)) {
    const value = element.getAttribute(name);
    if (value !== null && !allowed.test(value)) element.removeAttribute(name);
  }
  const address = element.getAttribute("href");
  if (address === null) return;
  element.setAttribute("rel", "nofollow ugc noopener noreferrer");
  if (/^http/i.test(address)) element.setAttribute("target", "_blank");
}

/**
 * Makes what turns Markdown into HTML that may stand on our pages, its highest headings being `top` (3 is an h3).
 * The parser writes nothing but what we list; the sanitizer, which belongs to a window, looks at it once more.
 */
export function createRenderer(sanitizer: DOMPurify): (source: string, top: number) => string {
  sanitizer.addHook("afterSanitizeAttributes", settle);
  return (source, top) => sanitizer.sanitize(toHtml(source, top), config);
}
