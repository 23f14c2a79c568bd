import createPurifier from "dompurify";
import { JSDOM } from "jsdom";
import { WebAddress } from "#shared/contract/text.ts";
import { createRenderer } from "#shared/markdown/renderer.ts";
import { changed, type Outlet } from "./outlet.ts";

const { window } = new JSDOM("");
const render = createRenderer(createPurifier(window));

/** Written down once more, apart from what the sanitizer was told: which attributes may stand on what. */
const harmless: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries("p br hr strong em del code pre blockquote ul li".split(" ").map(bare)),
  ...Object.fromEntries("h3 h4 h5 h6 table thead tbody tr".split(" ").map(bare)),
  a: ["href", "rel", "target"],
  ol: ["start"],
  th: ["align"],
  td: ["align"],
};
function bare(name: string): [string, readonly string[]] {
  return [name, []];
}

const leadsSomewhere = /^(?:https?:\/\/|mailto:|#|\/(?![/\\]))/i;

function linkProblems(link: Element): string[] {
  const address = link.getAttribute("href") ?? "";
  const rel = link.getAttribute("rel");
  return [
    ...(leadsSomewhere.test(address) ? [] : [`a link leads to ${address}`]),
    ...changed("rel of a link", "nofollow ugc noopener noreferrer", rel),
  ];
}

function elementProblems(element: Element): string[] {
  const name = element.localName;
  const allowed = harmless[name];
  const isOurs = element.namespaceURI === "http://www.w3.org/1999/xhtml";
  if (!allowed || !isOurs) return [`an element ${name}`];
  const strange = element.getAttributeNames().filter((attribute) => !allowed.includes(attribute));
  return [
    ...strange.map((attribute) => `an attribute ${attribute} on ${name}`),
    ...(name === "a" && element.hasAttribute("href") ? linkProblems(element) : []),
  ];
}

/** What a browser would make of HTML that it must not, read twice: what changes on the way may hide something. */
export function htmlProblems(html: string): string[] {
  const place = window.document.createElement("div");
  place.innerHTML = html;
  const once = place.innerHTML;
  place.innerHTML = once;
  const found = [...place.querySelectorAll("*")].flatMap(elementProblems);
  return [...found, ...(place.innerHTML === once ? [] : ["it reads otherwise the second time"])];
}

export const markdownProblems = (source: string): string[] => htmlProblems(render(source, 3));

/** A text in the places of Markdown that lead somewhere or stand in a line of their own, and at last by itself. */
const inPlaces = (text: string): string =>
  `[x](${text})\n\n[x](<${text}>)\n\n![${text}](${text})\n\n# ${text}\n\n- ${text}\n\n` +
  `| ${text} |\n| :-: |\n| ${text} |\n\n[y]\n\n[y]: ${text} "${text}"\n\n${text}`;

export const page: Outlet = {
  name: "page",
  problems: (text) => markdownProblems(inPlaces(text)),
};

/** Addresses that people give open pages and nothing else. */
export const address: Outlet = {
  name: "address of a source",
  problems(text) {
    const { data } = WebAddress.safeParse(text);
    if (data === undefined) return [];
    return /^https?:\/\/[^@/]+(?:\/|$)/.test(data) ? [] : [`it leads to ${data}`];
  },
};
