import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type OpinionMap, readOpinionMapRun } from "#shared/contract/opinions.ts";
import { pathOf } from "#shared/contract/request.ts";
import { useDebate } from "../../debates/public.ts";
import { Fact } from "../../ui/fact.tsx";
import { absoluteOf } from "../../ui/moments.ts";
import { RunFacts } from "../run-facts.tsx";
import type { Telling } from "../telling.ts";

/** Of which run the report is, and the ways to that run. */
export function Origin({ map, telling }: { map: OpinionMap; telling: Telling }) {
  const { i18n } = useTranslation();
  const { ids, slug } = useDebate();
  const { t, number } = telling;
  return (
    <dl className="text-[0.9375rem]">
      <Fact term={t("report.of")}>
        {absoluteOf(Date.parse(map.computedAt), i18n.language)}
        {". "}
        {t("standing.of", {
          people: number(map.peopleIn),
          all: number(map.people),
          answers: number(map.responses),
          statements: number(map.statementsIn),
        })}
      </Fact>
      <RunFacts map={map} />
      <Fact term={t("report.run")}>
        <code className="font-mono text-xs break-all select-all">{map.runId}</code>
        <span className="ms-3 inline-flex gap-4" data-no-print>
          <Link
            to="/c/$slug/d/$debateId/map"
            params={{ slug, debateId: ids.debateId }}
            search={{ run: map.runId }}
            className="link"
          >
            {t("title")}
          </Link>
          <a
            href={pathOf(readOpinionMapRun, { params: { ...ids, runId: map.runId } })}
            className="link"
          >
            {t("report.data")}
          </a>
        </span>
      </Fact>
    </dl>
  );
}
