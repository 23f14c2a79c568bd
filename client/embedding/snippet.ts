/** What another site shows of a debate. */
export const embeddedParts = ["both", "deck", "map"] as const;
export type EmbeddedPart = (typeof embeddedParts)[number];

interface Framed {
  /** Ours, as people type it. */
  readonly origin: string;
  readonly slug: string;
  readonly debateId: string;
  /** What screen readers call the frame. */
  readonly title: string;
  readonly part: EmbeddedPart;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (letter) => entities[letter] ?? "");

/** Address of the page that other sites show. */
export function embeddedAddress({ origin, slug, debateId, part }: Omit<Framed, "title">): string {
  return `${origin}/embed/c/${slug}/d/${debateId}/${part}`;
}

/** What is pasted into a page of another site. Where that runs no scripts the frame keeps its height, and scrolls. */
export function snippetOf(framed: Framed): string {
  const style = "display:block;width:100%;height:42rem;border:0";
  return [
    `<iframe src="${embeddedAddress(framed)}" title="${escaped(framed.title)}" referrerpolicy="strict-origin" loading="lazy" style="${style}"></iframe>`,
    `<script async src="${framed.origin}/embed.js"></script>`,
  ].join("\n");
}

/** The sites of a text with one in a line, as browsers call them; what is no address is kept, for the server to say so. */
export function sitesIn(text: string): string[] {
  const lines = text.split(/\s+/).filter((line) => line !== "");
  const sites = lines.map((line) => {
    const address = line.includes("://") ? line : `https://${line}`;
    return URL.canParse(address) ? new URL(address).origin : line;
  });
  return [...new Set(sites)];
}
