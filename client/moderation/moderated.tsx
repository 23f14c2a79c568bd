import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  inPlaceOfWords,
  isOutOfSight,
  type ModerationMark,
  type Subject,
} from "#shared/contract/moderated.ts";
import { Fault } from "../ui/fault.tsx";
import { isolated } from "../ui/isolated.ts";
import { Icon } from "../ui/icons.tsx";
import { moderates } from "./moderation-tab.tsx";
import { usePlace } from "./place.tsx";
import { actionQuery, communityQuery, contentQuery } from "./queries.ts";

type Mark = ModerationMark | undefined;

interface Titled {
  readonly title: string;
  readonly moderation?: Mark;
}

/** A title, or what is said instead of one that is kept from the reader. */
export const titleOr = ({ title, moderation }: Titled, instead: string): string =>
  isOutOfSight(moderation) && title === inPlaceOfWords ? instead : title;

interface ModeratedProps {
  subject: Subject;
  mark: Mark;
  authorId: string;
  children?: ReactNode;
  tabIndex?: 0 | -1 | undefined;
  /** Of the line in place of the words, where they are named by it. */
  id?: string | undefined;
}

/** Under which rule: with its title where the charter still says it so. */
function useMarkText(mark: ModerationMark): string {
  const { t } = useTranslation("moderation");
  const { slug } = usePlace();
  const { data } = useQuery(communityQuery(slug));
  const { state, rule } = mark;
  if (!rule) return t("mark.waits");
  const now = data?.charter.find(
    ({ number, version }) => number === rule.number && version === rule.version,
  );
  const text = now
    ? t("ruleCited", { number: now.number, title: isolated(now.title) })
    : t("ruleNumber", { number: rule.number });
  return t(`mark.${state}`, { rule: text });
}

function WhyLink({ mark, tabIndex }: { mark: ModerationMark; tabIndex?: 0 | -1 | undefined }) {
  const { t } = useTranslation("moderation");
  const { slug } = usePlace();
  return (
    <Link
      to="/c/$slug/moderation/actions/$actionId"
      params={{ slug, actionId: mark.actionId }}
      tabIndex={tabIndex}
      data-no-print
      className="link min-h-6"
    >
      {t("mark.why")}
    </Link>
  );
}

/** What the author reads at once: the reason, and who says so. */
function Reason({ mark }: { mark: ModerationMark }) {
  const { t } = useTranslation("moderation");
  const { communityId } = usePlace();
  const { data } = useQuery(actionQuery(communityId, mark.actionId));
  if (!data?.reason) return null;
  return (
    <span className="mt-1 block">
      <span className="font-medium">{t(`by.${data.role}`)}</span>{" "}
      <span dir="auto" className="whitespace-pre-wrap">
        {data.reason}
      </span>
    </span>
  );
}

/** The words themselves, to who may read them. */
function Kept({ subject }: { subject: Subject }) {
  const { communityId } = usePlace();
  const { data, error } = useQuery(contentQuery(communityId, subject));
  if (!data) return <Fault error={error} />;
  return (
    <span className="mt-1 block border-s-2 border-line-strong ps-3 not-italic">
      {Object.entries(data.words)
        .filter(([, words]) => words !== "")
        .map(([field, words]) => (
          <span key={field} dir="auto" className="block break-words whitespace-pre-wrap">
            {words}
          </span>
        ))}
    </span>
  );
}

function Turn(props: {
  isOpen: boolean;
  onTurn: () => void;
  open: string;
  close: string;
  tabIndex?: 0 | -1 | undefined;
}) {
  const { isOpen, onTurn, open, close, tabIndex } = props;
  return (
    <button
      type="button"
      data-no-print
      tabIndex={tabIndex}
      aria-expanded={isOpen}
      className="link min-h-6"
      onClick={onTurn}
    >
      {isOpen ? close : open}
    </button>
  );
}

function Line(props: Omit<ModeratedProps, "mark"> & { mark: ModerationMark }) {
  const { subject, mark, authorId, children, tabIndex, id } = props;
  const { t } = useTranslation("moderation");
  const { slug, me } = usePlace();
  const { data: community } = useQuery(communityQuery(slug));
  const [isOpen, setOpen] = useState(false);
  const isMine = me?.id === authorId;
  const isAway = isOutOfSight(mark);
  const text = useMarkText(mark);
  const mayRead = isMine || (community !== undefined && moderates(community));
  return (
    <>
      <span
        id={id}
        className="my-1 block rounded-md border-s-3 border-line-strong bg-sunken px-3 py-2 font-sans text-[0.9375rem] leading-6 font-normal"
      >
        <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
          <span className="inline-flex items-start gap-2">
            <Icon name="hide" size={16} className="mt-1 text-muted" />
            <span>
              {isMine && <span className="font-medium">{t("mark.yours")} </span>}
              {text}
            </span>
          </span>
          <WhyLink mark={mark} tabIndex={tabIndex} />
          {(!isAway || mayRead) && (
            <Turn
              isOpen={isOpen}
              onTurn={() => setOpen(!isOpen)}
              open={t("mark.show")}
              close={t("mark.fold")}
              tabIndex={tabIndex}
            />
          )}
        </span>
        {isMine && <Reason mark={mark} />}
        {isAway && isOpen && <Kept subject={subject} />}
      </span>
      {!isAway && isOpen && children}
    </>
  );
}

/** What somebody wrote; a line in its place where it is hidden, or folded until somebody wants it. */
export function Moderated({ mark, children, ...rest }: ModeratedProps) {
  if (!mark) return children;
  return (
    <Line {...rest} mark={mark}>
      {children}
    </Line>
  );
}
