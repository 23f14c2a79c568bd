import { type Criteria, type Trait, traits } from "#shared/finding/narrow.ts";

/** What the address of an outline asks for, so that a narrowed one can be passed on: `?only=unsourced.new&in=ar`. */
export interface OutlineSearch {
  readonly only?: string;
  readonly by?: string;
  readonly in?: string;
  readonly tag?: string;
}

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

function textLike(pattern: RegExp, value: unknown): string | undefined {
  return typeof value === "string" && pattern.test(value) ? value : undefined;
}

const tagged = /^[^\p{Cc}]{1,30}$/u;

const traitsIn = (value: unknown): Trait[] => {
  const named = typeof value === "string" ? value.split(".") : [];
  return traits.filter((trait) => named.includes(trait));
};

/** Criteria as an address has them; what asks for nothing is left out. */
export function searchOf({ only, by, in: spoken, tag }: Criteria): OutlineSearch {
  return {
    ...(only.length > 0 ? { only: traits.filter((trait) => only.includes(trait)).join(".") } : {}),
    ...(by === undefined ? {} : { by }),
    ...(spoken === undefined ? {} : { in: spoken }),
    ...(tag === undefined ? {} : { tag }),
  };
}

/** What an address asks for; what nobody understands is as if it were not there. */
export const criteriaOf = (search: Readonly<Record<string, unknown>>): Criteria => ({
  only: traitsIn(search["only"]),
  by: textLike(id, search["by"]),
  in: textLike(language, search["in"]),
  tag: textLike(tagged, search["tag"]),
});

/** For the router. */
export const outlineSearch = (search: Record<string, unknown>): OutlineSearch =>
  searchOf(criteriaOf(search));
