import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Outline } from "#shared/contract/claims.ts";
import type { Evidence, LinkCheck } from "#shared/contract/evidence.ts";
import { BehindBlock } from "../../blocks/public.ts";
import { FlagButton, Moderated } from "../../moderation/public.ts";
import { IconButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { useErrorText } from "../../ui/problem-text.ts";
import { Time } from "../../ui/time.tsx";
import { toast } from "../../ui/toast.ts";
import { useDebate } from "../debate-context.ts";
import { Marked } from "../find/marks.tsx";
import { outlineQuery } from "../queries.ts";
import { useAddEvidence, useWithdrawEvidence } from "../use-writes.ts";
import { useOutline } from "./outline-context.ts";
import { Deed, useTabStop, useTaskToggle } from "./row-parts.tsx";
import { SourceGrade } from "./source-grade.tsx";
import type { ClaimNode } from "./tree.ts";

/** A day without a time, in the reader's language. */
function dayOf(date: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  return format.format(Date.parse(`${date}T00:00:00Z`));
}

/** Takes a source away, with a way back. */
function useWithdrawal(source: Evidence) {
  const { t } = useTranslation("debates");
  const errorText = useErrorText();
  const { mutate, isPending } = useWithdrawEvidence();
  const putBack = useAddEvidence(source.claimId);
  const onSuccess = () => {
    const { kind, url, title, publisher, publishedOn, quote } = source;
    const draft = { kind, url, title, publisher, publishedOn, quote };
    const action = { label: t("evidence.putBack"), onSelect: () => putBack.mutate(draft) };
    toast({ title: t("evidence.withdrawn"), action });
  };
  const onError = (error: Error) => toast({ ...errorText(error), tone: "danger" });
  return { isPending, begin: () => mutate(source.id, { onSuccess, onError }) };
}

function OwnDeeds({ node, source }: { node: ClaimNode; source: Evidence }) {
  const { t } = useTranslation("debates");
  const { dispatch } = useOutline();
  const withdraw = useWithdrawal(source);
  const tabIndex = useTabStop();
  const task = { kind: "edit-evidence", nodeId: node.id, evidenceId: source.id } as const;
  return (
    <span data-no-print className="inline-flex">
      <IconButton
        icon="edit"
        size="small"
        label={t("evidence.edit", { title: source.title })}
        tabIndex={tabIndex}
        onClick={() => dispatch({ do: "begin", task })}
      />
      <IconButton
        icon="withdraw"
        size="small"
        label={t("evidence.withdraw", { title: source.title })}
        tabIndex={tabIndex}
        busy={withdraw.isPending}
        onClick={withdraw.begin}
      />
    </span>
  );
}

/** Whoever did not bring the source says what looking it up showed. */
function ReviewDeed({ node, source }: { node: ClaimNode; source: Evidence }) {
  const { t } = useTranslation("debates");
  const { me } = useDebate();
  const { can } = useOutline();
  const toggleTask = useTaskToggle();
  if (!can.rate || source.authorId === me?.id) return null;
  const task = { kind: "review", nodeId: node.id, evidenceId: source.id } as const;
  return (
    <span data-no-print>
      <Deed
        brief
        icon="check"
        label={t("review.of", { title: source.title })}
        onClick={() => toggleTask(task)}
      >
        {t("review.deed")}
      </Deed>
    </span>
  );
}

/** What was found at the address. */
function Looked({ check }: { check: LinkCheck }) {
  const { t } = useTranslation("debates");
  const { at, status, title } = check;
  const answer = status === null ? "none" : status < 400 ? "there" : "gone";
  return (
    <p className="text-sm text-muted">
      {t(`evidence.check.${answer}`, { status })} <Time value={at} />
      {title !== "" && (
        <>
          {": "}
          <bdi>{title}</bdi>
        </>
      )}
    </p>
  );
}

function Source({ node, source }: { node: ClaimNode; source: Evidence }) {
  const { t, i18n } = useTranslation("debates");
  const { changeable } = useOutline();
  const tabIndex = useTabStop();
  const { kind, url, title, publisher, publishedOn, quote } = source;
  const day = publishedOn && dayOf(publishedOn, i18n.language);
  return (
    <div className="flex items-start gap-2 text-[0.9375rem]">
      <Icon name="evidence" size={16} className="mt-1 text-muted" />
      <div className="min-w-0 flex-1">
        <span className="me-2 text-sm text-muted">{t(`evidence.kind.${kind}`)}</span>
        <a
          href={url}
          target="_blank"
          rel="noopener noreferrer nofollow ugc"
          tabIndex={tabIndex}
          title={url}
          className="link"
        >
          <bdi>
            <Marked text={title} />
          </bdi>
          <Icon name="external" size={13} className="ms-1 inline" />
          <span className="sr-only">{t("evidence.opens")}</span>
        </a>
        {(publisher !== "" || day) && (
          <span className="ms-2 text-sm text-muted">
            {/* Each in its own direction: a name in one script would turn the numbers of a date in another. */}
            <bdi>{publisher}</bdi>
            {publisher !== "" && day && ", "}
            {day && <bdi>{day}</bdi>}
          </span>
        )}
        {quote && (
          <blockquote
            dir="auto"
            className="mt-0.5 border-s-2 border-line ps-3 font-serif text-muted italic"
          >
            {quote}
          </blockquote>
        )}
        <SourceGrade source={source} />
        {source.check && <Looked check={source.check} />}
      </div>
      <ReviewDeed node={node} source={source} />
      <FlagButton
        subject={{ kind: "evidence", id: source.id }}
        authorId={source.authorId}
        tabIndex={tabIndex}
      />
      {changeable.has(source.id) && <OwnDeeds node={node} source={source} />}
    </div>
  );
}

const none: NonNullable<Outline["hiddenSources"]> = [];
const hiddenIn = ({ hiddenSources = none }: Outline) => hiddenSources;

/** The sources of a claim, and a line where one is out of sight. */
export function EvidenceList({ node }: { node: ClaimNode }) {
  const { t } = useTranslation("debates");
  const { evidence } = useOutline();
  const tabIndex = useTabStop();
  const sources = evidence.get(node.claim.id) ?? [];
  const { ids } = useDebate();
  const { data: hidden = none } = useQuery({ ...outlineQuery(ids), select: hiddenIn });
  const tombstones = hidden.filter(({ claimId }) => claimId === node.claim.id);
  if (sources.length === 0 && tombstones.length === 0) return null;
  return (
    <ul aria-label={t("evidence.label")} className="mt-1.5 mb-1 space-y-1">
      {sources.map((source) => (
        <li key={source.id} data-source>
          <BehindBlock authorId={source.authorId} textId={source.id} tabIndex={tabIndex}>
            <Moderated
              subject={{ kind: "evidence", id: source.id }}
              mark={source.moderation}
              authorId={source.authorId}
              tabIndex={tabIndex}
            >
              <Source node={node} source={source} />
            </Moderated>
          </BehindBlock>
        </li>
      ))}
      {tombstones.map(({ id, moderation, authorId }) => (
        <li key={id}>
          <Moderated
            subject={{ kind: "evidence", id }}
            mark={moderation}
            authorId={authorId}
            tabIndex={tabIndex}
          />
        </li>
      ))}
    </ul>
  );
}
