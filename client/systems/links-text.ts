import type { CardLink } from "#shared/contract/systems.ts";

export type NamedLink = Pick<CardLink, "kind" | "id">;

const id = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
const forms = [
  [new RegExp(`/d/${id}/power/${id}`), "decision", 2],
  [new RegExp(`/d/${id}`), "debate", 1],
  [new RegExp(`/commitments/${id}`), "commitment", 1],
] as const;

/** What lines name: addresses of debates, commitments, and reports on power of decisions. Other lines name nothing. */
export function linksIn(text: string): NamedLink[] {
  return text.split("\n").flatMap((line): NamedLink[] => {
    for (const [form, kind, group] of forms) {
      const found = form.exec(line.trim().toLowerCase())?.[group];
      if (found !== undefined) return [{ kind, id: found }];
    }
    return [];
  });
}

/** Lines that name no place here. */
export const unreadLines = (text: string): string[] =>
  text.split("\n").filter((line) => line.trim() !== "" && linksIn(line).length === 0);

/** The lines that name these, for who changes them. */
export function textOfLinks(links: readonly CardLink[], slug: string): string {
  const lines = links.map(({ kind, id: linked, debateId }) => {
    if (kind === "commitment") return `/c/${slug}/commitments/${linked}`;
    return `/c/${slug}/d/${debateId}${kind === "decision" ? `/power/${linked}` : ""}`;
  });
  return lines.join("\n");
}
