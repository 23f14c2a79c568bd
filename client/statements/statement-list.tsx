import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { isOutOfSight } from "#shared/contract/moderated.ts";
import { debateRoom } from "#shared/contract/event.ts";
import {
  type ResponseValue,
  type Statement,
  statementAdded,
  statementChanged,
  statementMarked,
  statementWithdrawn,
} from "#shared/contract/statements.ts";
import { BehindBlock } from "../blocks/public.ts";
import { useDebate } from "../debates/public.ts";
import { on } from "../lib/realtime.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { useRoom } from "../lib/use-room.ts";
import { FlagButton, JoinButton, LockNote, Moderated } from "../moderation/public.ts";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { NewItemsPill } from "../ui/new-items-pill.tsx";
import { EmptyState } from "../ui/states.tsx";
import { CountsBar } from "./counts-bar.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { OwnStatementTools } from "./own-statement-tools.tsx";
import { mineQuery, refreshStatements, statementsQuery } from "./queries.ts";
import { MarkTool, StatementBadges } from "./statement-marks.tsx";
import { ResponseButtons } from "./response-buttons.tsx";
import { useRespond } from "./use-respond.ts";
import { isVisitRefused } from "./visit.ts";
import type { Voice } from "./voice.ts";

interface RowProps {
  ids: DebateIds;
  statement: Statement;
  onRespond: (statement: Statement, value: ResponseValue) => void;
}

/** One statement of a list: counts and a change of answer only once it was answered. */
function StatementRow({ ids, statement, onRespond }: RowProps) {
  const id = useId();
  const { text, language, author, counts, visitors, mine, can } = statement;
  const nameOf = useNameOf();
  const { debate } = useDebate();
  const subject = { kind: "statement" as const, id: statement.id };
  const mark = statement.moderation;
  return (
    <div className="space-y-3">
      <div>
        <Moderated {...{ subject, mark, authorId: author.id }}>
          <p id={id} lang={language} className="max-w-measure font-serif text-lg">
            <bdi>{text}</bdi>
          </p>
        </Moderated>
        <StatementBadges statement={statement} />
        <LockNote kind="statement" id={statement.id} />
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
          <bdi>{nameOf(author)}</bdi>
          {!isOutOfSight(mark) && (
            <>
              <FlagButton subject={subject} authorId={author.id} />
              <JoinButton statement={statement} />
              {debate.can.careForStatements && <MarkTool {...{ ids, statement }} />}
            </>
          )}
        </p>
      </div>
      {counts && <CountsBar counts={counts} visitors={visitors} className="max-w-lg" />}
      {can.respond && (
        <ResponseButtons
          size="small"
          chosen={mine}
          describedBy={id}
          onChoose={(value) => onRespond(statement, value)}
        />
      )}
      {(can.edit || can.withdraw) && <OwnStatementTools ids={ids} statement={statement} />}
    </div>
  );
}

interface ListProps {
  ids: DebateIds;
  /** Null where the reader can't respond. */
  voice: Voice | null;
}

interface RowsProps extends ListProps {
  statements: readonly Statement[];
}

function Rows({ ids, voice, statements }: RowsProps) {
  const { respond } = useRespond({ ids, voice: voice ?? "member" });
  // What was pressed shows at once; the counts follow when the server has answered.
  const [pressed, setPressed] = useState<ReadonlyMap<string, ResponseValue>>(new Map());
  const onRespond = (statement: Statement, value: ResponseValue) => {
    setPressed((before) => new Map(before).set(statement.id, value));
    respond(statement, value);
  };
  return (
    <ul>
      {statements.map((statement) => (
        <li key={statement.id} className="border-line py-5 not-first:border-t">
          <BehindBlock authorId={statement.author.id} textId={statement.id}>
            <StatementRow
              ids={ids}
              statement={{ ...statement, mine: pressed.get(statement.id) ?? statement.mine }}
              onRespond={onRespond}
            />
          </BehindBlock>
        </li>
      ))}
    </ul>
  );
}

/** How many statements came since the list was read; it stays as it is until somebody wants them. */
function useNewStatements(ids: DebateIds, shown: readonly Statement[]) {
  const queries = useQueryClient();
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  useRoom(debateRoom(ids), [
    on(statementAdded, ({ id }) => setArrived((before) => new Set(before).add(id))),
    on(statementChanged, () => refreshStatements(queries, ids)),
    on(statementMarked, () => refreshStatements(queries, ids)),
    on(statementWithdrawn, ({ statementId }) => {
      setArrived((before) => new Set([...before].filter((id) => id !== statementId)));
      refreshStatements(queries, ids);
    }),
  ]);
  const known = new Set(shown.map(({ id }) => id));
  return {
    count: [...arrived].filter((id) => !known.has(id)).length,
    show: () => refreshStatements(queries, ids, ["all"]),
  };
}

const isWithoutCounts = ({ counts, can, moderation }: Statement): boolean =>
  !counts && !can.respond && !isOutOfSight(moderation);

/** All statements of the debate, the newest first. */
export function AllStatements({ ids, voice }: ListProps) {
  const { t } = useTranslation("statements");
  const query = useInfiniteQuery(statementsQuery(ids));
  const statements = (query.data?.pages ?? []).flatMap(({ items }) => items);
  const fresh = useNewStatements(ids, statements);
  return (
    <>
      <NewItemsPill count={fresh.count} onShow={fresh.show} />
      <Loaded query={query}>
        {() =>
          statements.length === 0 ? (
            <EmptyState icon="statement" title={t("none.title")}>
              {t("none.text")}
            </EmptyState>
          ) : (
            <>
              {statements.some(isWithoutCounts) && (
                <p className="mt-4 text-sm text-muted">{t("countsHidden")}</p>
              )}
              <Rows ids={ids} voice={voice} statements={statements} />
              <LoadMore
                hasMore={query.hasNextPage}
                isLoading={query.isFetchingNextPage}
                onLoad={() => void query.fetchNextPage()}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function NothingOfMine() {
  const { t } = useTranslation("statements");
  return (
    <div className="pt-4">
      <EmptyState size="small" icon="person" title={t("mine.none")}>
        {t("mine.hint")}
      </EmptyState>
    </div>
  );
}

/** What the reader has answered, the last one first; each can be changed. */
export function MyResponses({ ids, voice }: ListProps & { voice: Voice }) {
  const query = useInfiniteQuery(mineQuery(ids, voice));
  // That is said above, with the ways out.
  if (isVisitRefused(query.error)) return <NothingOfMine />;
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const statements = pages.flatMap(({ items }) => items.map(({ statement }) => statement));
        if (statements.length === 0) return <NothingOfMine />;
        return (
          <>
            <Rows ids={ids} voice={voice} statements={statements} />
            <LoadMore
              hasMore={query.hasNextPage}
              isLoading={query.isFetchingNextPage}
              onLoad={() => void query.fetchNextPage()}
            />
          </>
        );
      }}
    </Loaded>
  );
}
