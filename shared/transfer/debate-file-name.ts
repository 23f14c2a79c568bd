export type DebateFileKind = "kialo" | "argdown" | "bundle";

const endings = { txt: "kialo", argdown: "argdown", ad: "argdown", json: "bundle" } as const;

/** What kind of debate a file holds, by the ending of its name, packed or not. */
export function debateFileOf(name: string): DebateFileKind | undefined {
  const [, ending = ""] = /\.([a-z]+)(?:\.gz)?$/i.exec(name) ?? [];
  const kinds: ReadonlyMap<string, DebateFileKind> = new Map(Object.entries(endings));
  return kinds.get(ending.toLowerCase());
}
