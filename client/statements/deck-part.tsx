import { useQuery } from "@tanstack/react-query";
import type { DebateView } from "#shared/contract/debates.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { Loaded } from "../ui/loaded.tsx";
import { DeckPanel } from "./deck-panel.tsx";
import { deckQuery } from "./queries.ts";
import { isVisitRefused } from "./visit.ts";
import { OpennessNote, VisitNote, VisitProblem } from "./visit-note.tsx";
import type { Voice } from "./voice.ts";

interface DeckPartProps {
  ids: DebateIds;
  debate: DebateView;
  voice: Voice;
}

/** The cards that await the reader, with what it means to answer them. */
export function DeckPart({ ids, debate, voice }: DeckPartProps) {
  const query = useQuery(deckQuery(ids, voice));
  if (isVisitRefused(query.error)) return <VisitProblem ids={ids} error={query.error} />;
  return (
    <div className="space-y-5">
      {voice === "visitor" && <VisitNote ids={ids} hasVisit={query.data?.hasVisit ?? false} />}
      <Loaded query={query}>
        {(first) => (
          <DeckPanel ids={ids} voice={voice} first={first} canAdd={debate.can.addStatement} />
        )}
      </Loaded>
      <OpennessNote debate={debate} />
    </div>
  );
}
