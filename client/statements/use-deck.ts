import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import {
  type ResponseProgress,
  type ResponseValue,
  type Statement,
  statementAdded,
  statementChanged,
  statementWithdrawn,
} from "#shared/contract/statements.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { on } from "../lib/realtime.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { useRoom } from "../lib/use-room.ts";
import { addCards, changeCard, type Deck, fewCards, newDeck, respondTo, takeBack } from "./deck.ts";
import { deckQuery, refreshStatements } from "./queries.ts";
import type { Voice } from "./voice.ts";

interface Cards {
  readonly items: readonly Statement[];
  readonly progress: ResponseProgress;
}

/** The reader's deck, kept full from the server and live from the room. */
export function useDeck(ids: DebateIds, voice: Voice, first: Cards) {
  const queries = useQueryClient();
  const [deck, setDeck] = useState<Deck>(() => newDeck(first.items, first.progress));
  const { data, refetch, isFetching } = useQuery(deckQuery(ids, voice));
  const [taken, setTaken] = useState<Cards>(first);
  if (data && data !== taken) {
    setTaken(data);
    setDeck(addCards(deck, data.items, data.progress));
  }
  const isLow = deck.waiting.length < fewCards && deck.progress.responded < deck.progress.total;
  const answered = deck.given.length;

  useEffect(() => {
    // Asked after each answer while few are left: those still on their way may come once more.
    if (isLow && answered > 0) void refetch();
  }, [isLow, answered, refetch]);

  useRoom(debateRoom(ids), [
    on(statementAdded, () => void refetch()),
    on(statementChanged, ({ statementId, text, version }) => {
      setDeck((before) => changeCard(before, statementId, (card) => ({ ...card, text, version })));
      refreshStatements(queries, ids);
    }),
    on(statementWithdrawn, ({ statementId }) => {
      setDeck((before) => changeCard(before, statementId, () => null));
      refreshStatements(queries, ids);
    }),
  ]);

  return {
    deck,
    isFetching,
    respond: (value: ResponseValue) => setDeck((before) => respondTo(before, value)),
    takeBack: () => setDeck(takeBack),
  };
}
