import type { z } from "zod";
import type { Event, Room } from "#shared/contract/event.ts";
import { createFold } from "./fold.ts";
import { createLately } from "./lately.ts";

/** Where folded news is told. */
interface Place {
  readonly room: Room;
  /** Of what in the room it tells, where it is not all: news of one thing does not stand for news of another. */
  readonly of?: string;
}

interface Outlets {
  publish<E extends Event>(contract: E, payload: z.input<E["payload"]>): void;
  onSkipped(error: unknown): void;
}

/** News that carries absolute values and no number: the newest is right, and what comes between may be left out. */
export function createFoldedNews({ publish, onSkipped }: Outlets) {
  const { touch, stop } = createFold();
  const lately = createLately();

  return {
    touch,
    stop,
    tellLately: lately.tell,
    tellAgain: lately.tellAgain,
    tidy: lately.tidy,
    fold<E extends Event>(
      contract: E,
      { room, of = "" }: Place,
      payload: () => Promise<z.input<E["payload"]>>,
    ): void {
      touch(`${contract.name} ${room} ${of}`, () => {
        payload()
          .then((value) => publish(contract, value))
          .catch(onSkipped);
      });
    },
    /** Somebody is in a room: tells what it was told lately again, here and, by `tellOthers`, on other nodes. */
    joined(room: Room, tellOthers: () => void): void {
      touch(`joined ${room}`, () => {
        lately.tellAgain(room);
        tellOthers();
      });
    },
  };
}
