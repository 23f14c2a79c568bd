import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useMemo } from "react";
import { useDebate } from "../debate-context.ts";
import { Marked } from "../find/marks.tsx";
import { glossaryQuery } from "./queries.ts";
import { cutter } from "./terms.ts";

const Cutting = createContext(cutter([]));

/** Lets all that is within mark the words that the debate has defined. */
export function DefinedWords({ children }: { children: ReactNode }) {
  const { ids } = useDebate();
  const { data } = useQuery(glossaryQuery(ids));
  const cut = useMemo(() => cutter(data?.items ?? []), [data]);
  return <Cutting value={cut}>{children}</Cutting>;
}

/** A text, with what defined words mean at them, and with what is searched for standing out. */
export function WithDefinedWords({ text }: { text: string }) {
  const cut = use(Cutting);
  return cut(text).map(({ text: words, meaning }, at) =>
    meaning === undefined ? (
      // oxlint-disable-next-line react/no-array-index-key -- pieces of one text have no names but their places
      <Marked key={at} text={words} />
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- pieces of one text have no names but their places
      <abbr key={at} title={meaning} className="cursor-help decoration-muted decoration-dotted">
        <Marked text={words} />
      </abbr>
    ),
  );
}
