import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Criteria } from "#shared/finding/narrow.ts";
import { criteriaOf, searchOf } from "./outline-search.ts";

const here = "/c/$slug/d/$debateId/arguments/";

/** What the address asks for, and a way to ask for something else. */
export function useCriteria(): [Criteria, (criteria: Criteria) => void] {
  const search = useSearch({ from: here });
  const navigate = useNavigate({ from: here });
  const { only, by, in: language, tag } = search;
  const criteria = useMemo(
    () => criteriaOf({ only, by, in: language, tag }),
    [only, by, language, tag],
  );
  const ask = (wanted: Criteria) =>
    void navigate({
      search: ({ only: _only, by: _by, in: _in, tag: _tag, ...others }) => ({
        ...others,
        ...searchOf(wanted),
      }),
      replace: true,
      resetScroll: false,
    });
  return [criteria, ask];
}
