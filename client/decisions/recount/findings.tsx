import { useTranslation } from "react-i18next";
import { groupLetter } from "#shared/opinions/group-letter.ts";
import type { Check } from "#shared/recount/index.ts";
import { Banner } from "../../ui/banner.tsx";
import { CheckRow } from "../../ui/check-row.tsx";
import { isolated } from "../../ui/isolated.ts";
import { useOptions } from "../option-words.ts";
import type { Finding } from "./task.ts";

function Looked({ check: { id, state, faults, skipped } }: { check: Check }) {
  const { t } = useTranslation("recount");
  return (
    <CheckRow
      name={t(`check.${id}`)}
      state={state}
      says={t(`state.${state}`)}
      note={skipped ? t(`skipped.${skipped}`) : undefined}
      faults={faults.map(({ code, values }) => t(`fault.${code}`, values))}
    />
  );
}

interface ResultProps {
  title: string;
  counted: Finding["counted"];
  titleOf: (id: string) => string;
}

function Result({ title, counted, titleOf }: ResultProps) {
  const { t, i18n } = useTranslation("recount");
  if (!counted) return null;
  const { tally, outcome } = counted;
  return (
    <div className="min-w-0 rounded-lg border border-line bg-surface p-card">
      <h3 className="text-lg">{title}</h3>
      <ul className="mt-1 space-y-1 font-serif text-xl">
        {tally.winners.map((id) => (
          <li key={id}>
            <bdi>{titleOf(id)}</bdi>
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">
        {t(`outcome.${outcome.result}`)}{" "}
        {t("ballots", {
          count: tally.ballots,
          number: tally.ballots.toLocaleString(i18n.language),
        })}
      </p>
      {outcome.groups?.shares.map(({ option, group, votes, of, isMet }) => (
        <p key={`${option} ${group}`} className={isMet ? "text-sm" : "text-sm text-danger"}>
          {t(isMet ? "group-met" : "group-short", {
            group: t("ui:group", { letter: groupLetter(group) }),
            option: isolated(titleOf(option)),
            votes: votes.toLocaleString(i18n.language),
            of: of.toLocaleString(i18n.language),
          })}
        </p>
      ))}
    </div>
  );
}

/** In a sentence. A key that nobody vouches for is no proof, however well all else fits together. */
function Verdict({ finding: { isRight, checks } }: { finding: Finding }) {
  const { t } = useTranslation("recount");
  if (!isRight) return <Banner tone="danger">{t("wrong")}</Banner>;
  const isKeyKnown = checks.some(({ id, state }) => id === "key" && state === "ok");
  return isKeyKnown ? (
    <Banner tone="info" icon="check">
      {t("right")}
    </Banner>
  ) : (
    <Banner tone="warn">{t("right-by-unknown-key")}</Banner>
  );
}

/** What can't be read has no options. */
const noDecision: Parameters<typeof useOptions>[0] = {
  options: [],
  settings: { method: "plurality" },
};

/** What a recount found: in a sentence, side by side with what was stated, and check by check. */
export function RecountFindings({ finding }: { finding: Finding }) {
  const { t } = useTranslation("recount");
  const { checks, counted, decision } = finding;
  const { titleOf } = useOptions(decision ?? noDecision);
  return (
    <section className="space-y-5">
      {decision && (
        <h2 className="text-2xl">
          <bdi>{decision.title}</bdi>
        </h2>
      )}
      {decision?.subject && (
        <p dir="auto" className="font-serif text-lg">
          {decision.subject}
        </p>
      )}
      <Verdict finding={finding} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Result title={t("counted")} counted={counted} titleOf={titleOf} />
        <Result title={t("stated")} counted={decision?.result ?? null} titleOf={titleOf} />
      </div>
      <ul aria-label={t("checks")} className="rounded-lg border border-line bg-surface">
        {checks.map((check) => (
          <Looked key={check.id} check={check} />
        ))}
      </ul>
    </section>
  );
}
