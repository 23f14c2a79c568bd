import type { ReactNode } from "react";
import type { OpinionMap } from "#shared/contract/opinions.ts";
import type { Sentence } from "#shared/opinions/sentences.ts";
import { StatementWords } from "./statement-words.tsx";
import type { Telling } from "./telling.ts";

export type Said = Exclude<Sentence, { kind: "no-groups" }>;

interface ListProps {
  map: OpinionMap;
  telling: Telling;
  sentences: readonly Said[];
  /** What stands there when nothing can be said. */
  none: ReactNode;
}

/** Computed sentences, each below the statement that it is about. */
export function SentenceList({ map, telling, sentences, none }: ListProps) {
  if (sentences.length === 0) return <p className="text-sm text-muted">{none}</p>;
  return (
    <ul className="space-y-4">
      {sentences.map((said) => {
        const id = map.statements[said.statement]?.statementId ?? "";
        return (
          <li key={`${said.kind} ${id}`}>
            <p className="max-w-measure font-serif text-lg leading-7">
              <StatementWords id={id} telling={telling} />
            </p>
            <p className="mt-0.5 text-sm text-muted tabular-nums">{telling.sentence(said)}</p>
          </li>
        );
      })}
    </ul>
  );
}
