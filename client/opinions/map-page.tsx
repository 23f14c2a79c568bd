import { usePrefetchQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OpinionMap } from "#shared/contract/opinions.ts";
import { useDebate } from "../debates/public.ts";
import { voiceIn } from "../statements/public.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { AnswersTable } from "./answers-table.tsx";
import { ProposeBridges } from "./bridges/propose-bridges.tsx";
import { Gone, isGone } from "./gone.tsx";
import { GroupCards } from "./group-cards.tsx";
import { TimeSlider } from "./history/time-slider.tsx";
import { MapFigure } from "./map/map-figure.tsx";
import { useTakesAnswers } from "./takes-answers.ts";
import { NoMap } from "./no-map.tsx";
import { NameTools } from "./names/name-tools.tsx";
import { RatersOf } from "./one-voice.tsx";
import { OwnTable } from "./own-table.tsx";
import { Part } from "./part.tsx";
import { statementsQuery, useShownMap, useStatementsOf } from "./queries.ts";
import { RecomputeHere } from "./recompute/recompute-here.tsx";
import { RunFacts } from "./run-facts.tsx";
import { type Said, SentenceList } from "./sentence-list.tsx";
import { OwnStanding, Standing, Unclear } from "./standing.tsx";
import { SwarmFigure } from "./swarm-figure.tsx";
import { sentencesOfMap } from "./sentences-of-map.ts";
import { type Telling, useTelling } from "./telling.ts";
import { noneOf, Unseen } from "./unseen.tsx";

function AnswerLink() {
  const { t } = useTranslation("opinions");
  const { slug, debate } = useDebate();
  if (!voiceIn(debate)) return null;
  return (
    <ButtonLink
      to="/c/$slug/d/$debateId/statements"
      params={{ slug, debateId: debate.id }}
      icon="statement"
      variant="primary"
    >
      {t("answer")}
    </ButtonLink>
  );
}

function ReportLink({ runId }: { runId: string }) {
  const { t } = useTranslation("opinions");
  const { slug, ids } = useDebate();
  return (
    <ButtonLink
      to="/c/$slug/d/$debateId/report"
      params={{ slug, debateId: ids.debateId }}
      search={{ run: runId }}
      icon="draft"
    >
      {t("report.open")}
    </ButtonLink>
  );
}

/** What is said of statements, list by list; of bridges and what divides only where there are groups. */
function Lists({ map, telling, sentences }: ListsProps) {
  const { t } = telling;
  const hasVoice = voiceIn(useDebate().debate) !== null;
  // Nobody is asked to write a bridge where nothing is answered any more.
  const noneIn = (kind: "bridge" | "divide" | "majority" | "uncertain") =>
    t(kind === "bridge" && !hasVoice ? "list.bridge.none-closed" : `list.${kind}.none`);
  const lists = [
    ...(map.groups.length > 1 ? (["bridge", "divide"] as const) : []),
    "majority" as const,
    "uncertain" as const,
  ];
  return (
    <div className="grid gap-x-10 gap-y-12 lg:grid-cols-2">
      {lists.map((kind) => (
        <Part key={kind} title={t(`list.${kind}.title`)} lead={t(`list.${kind}.lead`)}>
          <SentenceList
            map={map}
            telling={telling}
            sentences={sentences.filter((said) => said.kind === kind)}
            none={noneOf(map, telling, noneIn(kind))}
          />
          {kind === "bridge" && map.bridges.length > 0 && <ProposeBridges {...{ map, telling }} />}
        </Part>
      ))}
    </div>
  );
}

interface ListsProps {
  map: OpinionMap;
  telling: Telling;
  sentences: readonly Said[];
}

/** How the map was made, and the way to make it again. */
function Origin({
  map,
  telling,
  canExport,
}: Omit<ListsProps, "sentences"> & { canExport: boolean }) {
  const { t } = telling;
  const { ids } = useDebate();
  return (
    <Part title={t("recompute.title")}>
      {canExport ? (
        <RecomputeHere ids={ids} map={map} telling={telling} />
      ) : (
        <p className="max-w-measure text-muted">{t("recompute.later")}</p>
      )}
      <dl>
        <RunFacts map={map} />
      </dl>
      <RatersOf map={map} />
    </Part>
  );
}

interface MapProps {
  map: OpinionMap;
  since: number;
  /** The run in the address; none for the newest map. */
  asked: string | undefined;
  canExport: boolean;
}

function MapOf({ map, since, asked, canExport }: MapProps) {
  const { ids, debate } = useDebate();
  const texts = useStatementsOf(ids, map);
  const { statements } = texts;
  const telling = useTelling(map, texts);
  const { t } = telling;
  const sentences = sentencesOfMap(map).filter((one): one is Said => one.kind !== "no-groups");
  const shared = { map, telling };
  const isEarlier = asked !== undefined;
  const takesAnswers = useTakesAnswers();
  const name = debate.question;
  return (
    <div className="space-y-12">
      <div className="space-y-4">
        <Standing {...shared} since={isEarlier ? null : since} />
        <div className="flex flex-wrap items-center justify-between gap-3 font-medium">
          {isEarlier ? (
            <p>{t("history.earlier")}</p>
          ) : (
            <OwnStanding {...shared} hasVoice={voiceIn(debate) !== null} />
          )}
          <span className="flex flex-wrap gap-2">
            <AnswerLink />
            <ReportLink runId={map.runId} />
          </span>
        </div>
        <Unclear {...shared} takesAnswers={takesAnswers} />
      </div>
      <div>
        <MapFigure {...shared} name={name} />
        <TimeSlider {...shared} ids={ids} asked={asked} />
      </div>
      {map.groups.length > 1 && (
        <Part title={t("groups.title")} lead={t("groups.lead")}>
          <GroupCards
            {...shared}
            sentences={sentences}
            tools={(group) => <NameTools group={group} isOwn={map.you?.group === group.number} />}
          />
        </Part>
      )}
      <Unseen {...shared} />
      <Lists {...shared} sentences={sentences} />
      {map.groups.length > 1 ? (
        <SwarmFigure {...shared} name={name} />
      ) : (
        <AnswersTable {...shared} name={name} />
      )}
      {statements && map.you && map.you.group !== null && (
        <Part title={t("own.title")} lead={t("own.lead")}>
          <OwnTable {...shared} statements={statements} name={name} />
        </Part>
      )}
      <Origin {...shared} canExport={canExport} />
    </div>
  );
}

/** The tab of a debate on which one sees who thinks alike. */
export function MapPage() {
  const { t } = useTranslation("opinions");
  const { ids } = useDebate();
  const { run } = useSearch({ from: "/c/$slug/d/$debateId/map" });
  const { query, since } = useShownMap(ids, run);
  // With the map, not after it.
  usePrefetchQuery(statementsQuery(ids));
  if (run !== undefined && isGone(query.error)) return <Gone />;
  return (
    <div>
      <h2 className="text-2xl">{t("title")}</h2>
      <p className="mt-1 mb-6 max-w-measure text-muted text-pretty">{t("lead")}</p>
      <Loaded query={query} skeleton={<Skeleton shape="cards" />}>
        {({ map, can }) =>
          map ? (
            <MapOf map={map} since={since} asked={run} canExport={can.export} />
          ) : (
            <NoMap action={<AnswerLink />} />
          )
        }
      </Loaded>
    </div>
  );
}
