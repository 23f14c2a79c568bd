import { usePrefetchQuery } from "@tanstack/react-query";
import type { OpinionMap } from "#shared/contract/opinions.ts";
import { useDebate } from "../debates/public.ts";
import { voiceIn } from "../statements/public.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { GroupCards } from "./group-cards.tsx";
import { MapFigure } from "./map/map-figure.tsx";
import { useTakesAnswers } from "./takes-answers.ts";
import { NoMap } from "./no-map.tsx";
import { statementsQuery, useMap, useStatementsOf } from "./queries.ts";
import type { Said } from "./sentence-list.tsx";
import { OwnStanding, Standing, Unclear } from "./standing.tsx";
import { sentencesOfMap } from "./sentences-of-map.ts";
import { useTelling } from "./telling.ts";

function Brief({ map, since }: { map: OpinionMap; since: number }) {
  const { ids, debate } = useDebate();
  const telling = useTelling(map, useStatementsOf(ids, map));
  const shared = { map, telling };
  const takesAnswers = useTakesAnswers();
  return (
    <div className="space-y-6">
      <Standing {...shared} since={since} />
      <div className="font-medium">
        <OwnStanding {...shared} hasVoice={voiceIn(debate) !== null} />
      </div>
      <Unclear {...shared} takesAnswers={takesAnswers} />
      <MapFigure {...shared} name={debate.question} />
      {map.groups.length > 1 && (
        <GroupCards
          {...shared}
          sentences={sentencesOfMap(map).filter((one): one is Said => one.kind !== "no-groups")}
        />
      )}
    </div>
  );
}

/** The newest map of a debate as it comes, with its groups; what else there is to see of it has a page of its own. */
export function MapInBrief() {
  const { ids } = useDebate();
  const { query, since } = useMap(ids);
  // With the map, not after it.
  usePrefetchQuery(statementsQuery(ids));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="cards" />}>
      {({ map }) => (map ? <Brief map={map} since={since} /> : <NoMap />)}
    </Loaded>
  );
}
