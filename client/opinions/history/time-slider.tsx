import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OpinionMap } from "#shared/contract/opinions.ts";
import type { DebateIds } from "../../lib/use-debate-ids.ts";
import { Button } from "../../ui/button.tsx";
import { absoluteOf } from "../../ui/moments.ts";
import { historyQuery } from "../queries.ts";
import type { Telling } from "../telling.ts";

/** So long a hand rests on a map before it is fetched: whoever slides past twenty wants the last one. */
const restMs = 150;

/** Where the thumb is: at the map that the address names, none for the newest, but for when a hand moves it. */
function useThumb(asked: string | undefined, newestId: string) {
  const navigate = useNavigate();
  const [held, setHeld] = useState<string | null>(null);
  useEffect(() => {
    if (held === null) return undefined;
    const timer = setTimeout(() => {
      setHeld(null);
      const search = held === newestId ? {} : { run: held };
      void navigate({ to: ".", search, replace: true, resetScroll: false });
    }, restMs);
    return () => clearTimeout(timer);
  }, [held, newestId, navigate]);
  return { at: held ?? asked ?? newestId, move: setHeld };
}

interface SliderProps {
  ids: DebateIds;
  map: OpinionMap;
  /** The run in the address. */
  asked: string | undefined;
  telling: Telling;
}

/** How the map came to be: slides through those that are kept, one at a time. */
export function TimeSlider({ ids, map, asked, telling: { t, number } }: SliderProps) {
  const { i18n } = useTranslation();
  const { data: runs = [] } = useQuery(historyQuery(ids));
  const { at, move } = useThumb(asked, runs[0]?.runId ?? map.runId);
  if (runs.length < 2) return null;
  const inOrder = runs.toReversed();
  const last = inOrder.length - 1;
  const found = inOrder.findIndex(({ runId }) => runId === at);
  const place = found < 0 ? last : found;
  const words = (one: { computedAt: string; responses: number; peopleIn: number }) =>
    t("history.at", {
      time: absoluteOf(Date.parse(one.computedAt), i18n.language),
      answers: number(one.responses),
      people: number(one.peopleIn),
    });
  const chosen = inOrder[place] ?? map;
  return (
    <div className="mt-4 max-w-2xl" data-no-print>
      <label htmlFor="map-history" className="text-sm font-semibold">
        {t("history.title")}
      </label>
      <div className="flex items-center gap-4">
        <input
          id="map-history"
          type="range"
          min={0}
          max={last}
          step={1}
          value={place}
          aria-valuetext={words(chosen)}
          aria-busy={at !== map.runId}
          onChange={(event) => move(inOrder[Number(event.target.value)]?.runId ?? null)}
          className="h-10 min-w-0 flex-1 touch-pan-y accent-accent"
        />
        <Button
          size="small"
          variant="quiet"
          disabled={place === last}
          onClick={() => move(inOrder[last]?.runId ?? null)}
        >
          {t("history.newest")}
        </Button>
      </div>
      {/* Of the map that is shown, not of the one that is on its way. */}
      <p className="text-sm text-muted tabular-nums">{words(map)}</p>
    </div>
  );
}
