import type { OpinionMap } from "#shared/contract/opinions.ts";
import { sentencesOfMap } from "./sentences-of-map.ts";

/** As many as come at once. */
const most = 24;

/** The statements that a map's sentences are about, and the one that is looked at among all: what a reader sees first. */
export function readFirst(map: OpinionMap): string[] {
  const places = sentencesOfMap(map).flatMap((said) =>
    said.kind === "no-groups" ? [] : [said.statement],
  );
  const said = places.flatMap((place) => map.statements[place]?.statementId ?? []);
  return [...new Set([...map.divisive.slice(0, 1), ...said])].slice(0, most);
}
