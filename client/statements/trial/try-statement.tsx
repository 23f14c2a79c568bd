import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type RefObject, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "#shared/contract/phases.ts";
import type { Sample } from "#shared/contract/samples.ts";
import type { ResponseValue } from "#shared/contract/statements.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icons.tsx";
import { CountsBar } from "../counts-bar.tsx";
import { ResponseButtons } from "../response-buttons.tsx";
import { forgetAnswer, keepAnswer, useKeptAnswers } from "./kept-answers.ts";
import { sampleQuery } from "./queries.ts";
import { TryPlaceholder } from "./try-placeholder.tsx";

interface SampleProps {
  sample: Sample;
}

/** Which debate it is from, and whose. */
function From({ sample: { community, debate } }: SampleProps) {
  const { t } = useTranslation("statements");
  return (
    <p className="text-sm text-muted">
      {t("trial.from")}{" "}
      <Link
        to="/c/$slug/d/$debateId/arguments"
        params={{ slug: community.slug, debateId: debate.id }}
        lang={debate.language}
        className="link"
      >
        <bdi>{debate.question}</bdi>
      </Link>{" "}
      · <bdi>{community.name}</bdi>
    </p>
  );
}

/** How members answered, what became of one's own answer, and what can become of it. */
function Answered({ sample, onForget }: SampleProps & { onForget: () => void }) {
  const { t } = useTranslation("statements");
  const { community, counts } = sample;
  return (
    <div className="mt-5 space-y-5">
      <div>
        <h3 className="text-sm font-semibold text-muted">{t("trial.members")}</h3>
        <CountsBar counts={counts} className="mt-2" />
      </div>
      <p className="flex items-start gap-2.5 text-[0.9375rem]">
        <Icon name="lock" size={18} className="mt-0.5 text-muted" />
        <span>{t("trial.kept", { community: community.name })}</span>
      </p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to="/sign-up" search={{ next: `/c/${community.slug}` }} variant="primary">
          {t("trial.signUp")}
        </ButtonLink>
        <Button icon="withdraw" variant="quiet" onClick={onForget}>
          {t("trial.forget")}
        </Button>
      </div>
    </div>
  );
}

/** Answers, changes and forgets; what is forgotten takes the focus with it, so that it goes to the heading. */
function useTrying(
  { community, debate, statement }: Sample,
  heading: RefObject<HTMLElement | null>,
) {
  const kept = useKeptAnswers().find(({ statementId }) => statementId === statement.id);
  return {
    chosen: kept?.value ?? null,
    answer: (value: ResponseValue) =>
      keepAnswer({
        communityId: community.id,
        debateId: debate.id,
        statementId: statement.id,
        value,
      }),
    forget: () => {
      forgetAnswer(statement.id);
      heading.current?.focus();
    },
  };
}

function Trial({ sample }: SampleProps) {
  const { t } = useTranslation("statements");
  const heading = useRef<HTMLHeadingElement>(null);
  const { chosen, answer, forget } = useTrying(sample, heading);
  const { statement } = sample;
  return (
    <Card as="section" aria-labelledby="try-statement" className="max-w-3xl">
      <h2 id="try-statement" ref={heading} tabIndex={-1} className="text-xl outline-none">
        {t("trial.title")}
      </h2>
      <blockquote
        id="tried-statement"
        lang={statement.language}
        className="my-5 font-serif text-2xl leading-9 text-balance"
      >
        <bdi>{statement.text}</bdi>
      </blockquote>
      <ResponseButtons
        chosen={chosen}
        onChoose={answer}
        describedBy="tried-statement"
        hasKeys={false}
      />
      <div aria-live="polite">
        {chosen === null ? (
          <p className="mt-4 text-[0.9375rem] text-muted">{t("trial.private")}</p>
        ) : (
          <Answered sample={sample} onForget={forget} />
        )}
      </div>
      <footer className="mt-5 space-y-2 border-t border-line pt-4">
        <From sample={sample} />
        <p className="text-sm text-muted">{t("trial.why")}</p>
      </footer>
    </Card>
  );
}

/** For somebody who has no account: one statement of an open debate to say something to. Nothing where there is none. */
export function TryStatement() {
  const { i18n } = useTranslation("statements");
  const { data, isPending } = useQuery(sampleQuery((i18n.resolvedLanguage ?? "en") as Language));
  if (isPending) return <TryPlaceholder />;
  return data?.sample ? <Trial key={data.sample.statement.id} sample={data.sample} /> : null;
}
