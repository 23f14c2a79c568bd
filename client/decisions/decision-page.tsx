import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { Button } from "../ui/button.tsx";
import { useDebate } from "../debates/public.ts";
import { Loaded } from "../ui/loaded.tsx";
import { NewItemsPill } from "../ui/new-items-pill.tsx";
import { EmptyState } from "../ui/states.tsx";
import { Time } from "../ui/time.tsx";
import { DecisionCard } from "./decision-card.tsx";
import type { DebateIds, DecisionList } from "./queries.ts";
import { RulesEditor } from "./setup/rules-editor.tsx";
import { isUnderWay, StatusBadge } from "./status-badge.tsx";
import { useSteady } from "./steady.ts";
import { useDecisions } from "./use-decisions.ts";

/** Which decisions are shown in full: those that go on or are to come, else the last one that has ended. */
export function idsInFull(decisions: readonly DecisionView[]): readonly string[] {
  const alive = decisions.filter(({ status }) => isUnderWay(status));
  return (alive.length > 0 ? alive : decisions.slice(0, 1)).map(({ id }) => id);
}

function Earlier({ decisions }: { decisions: readonly DecisionView[] }) {
  const { t } = useTranslation("decisions");
  if (decisions.length === 0) return null;
  return (
    <section className="space-y-3">
      <h2 className="text-xl">{t("earlier")}</h2>
      <ul className="rounded-lg border border-line bg-surface">
        {decisions.map(({ id, status, title, closedAt, closesAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line px-4 py-3 not-first:border-t"
          >
            <StatusBadge status={status} closesAt={closesAt} />
            <Link
              from="/c/$slug/d/$debateId/decision"
              to="/c/$slug/d/$debateId/outcome"
              hash={id}
              className="link min-w-0 flex-1 basis-60 font-serif text-lg"
            >
              <bdi>{title}</bdi>
            </Link>
            <Time value={closedAt ?? closesAt} show="absolute" className="text-sm text-muted" />
          </li>
        ))}
      </ul>
    </section>
  );
}

const runoffHash = "runoff-";

/** The decision of which a runoff is being set up, named in the address. */
function useRunoff(decisions: readonly DecisionView[]) {
  const hash = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  const id = hash.startsWith(runoffHash) ? hash.slice(runoffHash.length) : null;
  return {
    runoffOf: decisions.find((one) => one.id === id && one.can.holdRunoff),
    leaveRunoff: () => id !== null && void navigate({ to: ".", hash: "", replace: true }),
  };
}

interface DecisionsProps {
  ids: DebateIds;
  list: DecisionList;
}

function Decisions({ ids, list }: DecisionsProps) {
  const { t } = useTranslation("decisions");
  const { shown, waiting, reveal } = useSteady(list.decisions);
  // Those that were shown in full stay so when they end: nothing moves under a thumb.
  const [inFull, setInFull] = useState(() => idsInFull(list.decisions));
  const [edited, setEdited] = useState<DecisionView | "new" | null>(null);
  const { runoffOf, leaveRunoff } = useRunoff(list.decisions);
  const full = shown.filter(({ id }) => inFull.includes(id));
  if (full.length === 0 && shown.length > 0) setInFull(idsInFull(shown));
  const showAll = (coming: readonly string[] = []) => {
    reveal(coming);
    setInFull([...coming, ...idsInFull(list.decisions)]);
  };
  if (edited || runoffOf) {
    const done = (saved: DecisionView | null) => {
      showAll(saved ? [saved.id] : []);
      setEdited(null);
      leaveRunoff();
    };
    const before = edited === "new" ? null : edited;
    return <RulesEditor ids={ids} before={before} runoffOf={runoffOf} onDone={done} />;
  }
  const start = list.can.create && (
    <Button
      icon="plus"
      variant={shown.length === 0 ? "primary" : "secondary"}
      onClick={() => setEdited("new")}
    >
      {t("setup.start")}
    </Button>
  );
  if (shown.length === 0) {
    return (
      <EmptyState icon="decision" title={t("none.title")} action={start}>
        {t(list.can.create ? "none.for-those-who-can" : "none.for-others")}
      </EmptyState>
    );
  }
  return (
    <>
      <NewItemsPill count={waiting} onShow={() => showAll()} />
      <div className="space-y-12">
        {full.map((decision) => (
          <DecisionCard
            key={decision.id}
            decision={decision}
            onChange={() => setEdited(decision)}
          />
        ))}
        <Earlier decisions={shown.filter(({ id }) => !inFull.includes(id))} />
        {start && <div>{start}</div>}
      </div>
    </>
  );
}

/** The tab of a debate on which it is decided. */
export function DecisionPage() {
  const { ids, debate } = useDebate();
  const query = useDecisions(ids, debate.room.seq);
  return <Loaded query={query}>{(list) => <Decisions ids={ids} list={list} />}</Loaded>;
}
