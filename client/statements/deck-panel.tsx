import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type {
  Cards,
  GivenResponse,
  ResponseValue,
  Statement,
} from "#shared/contract/statements.ts";
import { BehindBlock } from "../blocks/public.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { goWrite } from "../ui/go-write.ts";
import { Progress } from "../ui/progress.tsx";
import { EmptyState } from "../ui/states.tsx";
import { useErrorText } from "../ui/problem-text.ts";
import { CountsBar } from "./counts-bar.tsx";
import { DeckCard } from "./deck-card.tsx";
import { ProofProgress } from "./proof/proof-progress.tsx";
import { useDeck } from "./use-deck.ts";
import { Totals } from "./totals.tsx";
import { useRespond } from "./use-respond.ts";
import { isVisitRefused } from "./visit.ts";
import { VisitProblem } from "./visit-note.tsx";
import type { Voice } from "./voice.ts";

interface DeckPanelProps {
  ids: DebateIds;
  voice: Voice;
  first: Cards;
  canAdd: boolean;
}

interface LastAnswer extends Pick<GivenResponse, "counts" | "visitors"> {
  readonly statement: Statement;
}

/** What others said to the statement just answered. */
function LastCounts({ last: { statement, counts, visitors } }: { last: LastAnswer }) {
  const { t } = useTranslation("statements");
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-t border-line pt-4">
      <h3 id={id} className="text-sm font-semibold text-muted">
        {t("lastCounts")}
      </h3>
      <BehindBlock authorId={statement.author.id} textId={statement.id}>
        <p className="mt-1 font-serif">
          <bdi>{statement.text}</bdi>
        </p>
      </BehindBlock>
      <CountsBar counts={counts} visitors={visitors} className="mt-2" />
    </section>
  );
}

/** No card awaits the reader: nobody has written one yet, or all are answered. */
function NoCard({ isFirst, canAdd }: { isFirst: boolean; canAdd: boolean }) {
  const { t } = useTranslation("statements");
  const write = canAdd && (
    <Button variant={isFirst ? "primary" : "secondary"} onClick={() => goWrite("statement")}>
      {t("none.write")}
    </Button>
  );
  return (
    <EmptyState
      icon={isFirst ? "statement" : "check"}
      title={t(isFirst ? "none.title" : "done.title")}
      action={write}
    >
      {t(isFirst ? "none.text" : canAdd ? "done.add" : "done.text")}
    </EmptyState>
  );
}

function Fault({ ids, error }: { ids: DebateIds; error: Error }) {
  const errorText = useErrorText();
  if (isVisitRefused(error)) return <VisitProblem ids={ids} error={error} />;
  return (
    <Banner tone="danger" icon="warning">
      {errorText(error).title}
    </Banner>
  );
}

/** The cards before the reader, one at a time. */
export function DeckPanel({ ids, voice, first, canAdd }: DeckPanelProps) {
  const { t } = useTranslation("statements");
  const { deck, respond, takeBack } = useDeck(ids, voice, first);
  const [last, setLast] = useState<LastAnswer | null>(null);
  const [answered] = useState(() => new Map<string, Statement>());
  const sending = useRespond({
    ids,
    voice,
    onDone: ({ statementId, counts, visitors }) => {
      const statement = answered.get(statementId);
      if (statement) setLast({ statement, counts, visitors });
    },
  });
  const [top] = deck.waiting;
  const answer = (value: ResponseValue) => {
    if (!top) return;
    answered.set(top.id, top);
    sending.respond(top, value);
    respond(value);
  };
  const undo = deck.given.length > 0 ? takeBack : null;
  return (
    <div className="space-y-5">
      <Progress label={t("progress")} done={deck.progress.responded} total={deck.progress.total} />
      <Totals ids={ids} />
      {voice === "visitor" && <ProofProgress ids={ids} />}
      {sending.waiting > 0 && (
        <Banner tone="warn" icon="offline">
          {t("waiting", { count: sending.waiting })}
        </Banner>
      )}
      {sending.error && <Fault ids={ids} error={sending.error} />}
      {top ? (
        <DeckCard statement={top} onRespond={answer} onUndo={undo} />
      ) : (
        <NoCard isFirst={deck.progress.total === 0} canAdd={canAdd} />
      )}
      {undo && (
        <div className="flex justify-center">
          <Button variant="quiet" size="small" icon="undo" onClick={undo}>
            {t("undo")}
          </Button>
        </div>
      )}
      <div aria-live="polite" className="empty:hidden">
        {last && <LastCounts last={last} />}
      </div>
    </div>
  );
}
