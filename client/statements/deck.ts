import type { ResponseProgress, ResponseValue, Statement } from "#shared/contract/statements.ts";

/** One response of the reader, on its way or acknowledged. */
export interface Given {
  readonly statement: Statement;
  readonly value: ResponseValue;
}

/**
 * The cards before one reader. `waiting` come next; `given` were answered here, the last one at the
 * end, and can be taken up again.
 */
export interface Deck {
  readonly waiting: readonly Statement[];
  readonly given: readonly Given[];
  readonly progress: ResponseProgress;
}

/** Below this many cards, more are fetched. */
export const fewCards = 4;

export function newDeck(waiting: readonly Statement[], progress: ResponseProgress): Deck {
  return { waiting, given: [], progress };
}

/** Responds to the card on top, which then makes room for the next. */
export function respondTo(deck: Deck, value: ResponseValue): Deck {
  const [statement, ...waiting] = deck.waiting;
  if (!statement) return deck;
  const { responded, total } = deck.progress;
  const isNew = statement.mine === null;
  return {
    waiting,
    given: [...deck.given, { statement, value }],
    progress: { total, responded: isNew ? responded + 1 : responded },
  };
}

/** Takes the last card up again; its response stands until another one is given. */
export function takeBack(deck: Deck): Deck {
  const last = deck.given.at(-1);
  if (!last) return deck;
  return {
    ...deck,
    waiting: [{ ...last.statement, mine: last.value }, ...deck.waiting],
    given: deck.given.slice(0, -1),
  };
}

/**
 * Adds cards that the server sent, but for those that are here or were answered here meanwhile. What it counted may
 * lack answers that were still on their way: nobody's progress goes back.
 */
export function addCards(
  deck: Deck,
  cards: readonly Statement[],
  { responded, total }: ResponseProgress,
): Deck {
  const known = new Set([
    ...deck.waiting.map(({ id }) => id),
    ...deck.given.map(({ statement }) => statement.id),
  ]);
  const fresh = cards.filter(({ id }) => !known.has(id));
  const progress = {
    total,
    responded: Math.min(total, Math.max(responded, deck.progress.responded)),
  };
  return { ...deck, waiting: [...deck.waiting, ...fresh], progress };
}

/** A statement was reworded or withdrawn. */
export function changeCard(
  deck: Deck,
  id: string,
  change: (statement: Statement) => Statement | null,
): Deck {
  const waiting = deck.waiting.flatMap((card) => {
    const changed = card.id === id ? change(card) : card;
    return changed ? [changed] : [];
  });
  return { ...deck, waiting };
}
