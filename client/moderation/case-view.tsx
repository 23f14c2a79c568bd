import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { ReceivedFlag } from "#shared/contract/flags.ts";
import type { ActionKind } from "#shared/contract/moderated.ts";
import type {
  ModerationAction,
  ModerationCase,
  ModerationItem,
} from "#shared/contract/moderation.ts";
import { Byline } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Time } from "../ui/time.tsx";
import { Words } from "./shown-words.tsx";
import { SpamAdvice } from "./spam-advice.tsx";
import { StateBadge } from "./state-badge.tsx";
import { keysOfDeeds } from "./desk-keys.ts";
import { isHeard } from "./heard.ts";
import { ItemBadges } from "./item-list.tsx";
import { caseQuery } from "./queries.ts";
import { isClaimedBy, useClaim } from "./use-claim.ts";
import { useRuleText } from "./words.ts";

interface CaseViewProps {
  community: Community;
  itemId: string;
  onLeave: () => void;
  onAct: (kind: ActionKind, item: ModerationItem) => void;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="space-y-2">
      <h3 className="text-lg">{title}</h3>
      {children}
    </section>
  );
}

function Flag({ flag }: { flag: ReceivedFlag }) {
  const { t, i18n } = useTranslation("moderation");
  const ruleText = useRuleText();
  const { by, kind, rule, note, weight, counts, createdAt } = flag;
  const share = new Intl.NumberFormat(i18n.language, { style: "percent" }).format(weight);
  return (
    <li className="space-y-1 border-t border-line py-3 first:border-t-0 first:pt-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <Byline person={by} />
        <Time value={createdAt} />
        <span title={t("case.weightHint")}>{t("case.weight", { share })}</span>
        {kind === "illegal" && (
          <Badge tone="danger" icon="warning">
            {t("severity.illegal")}
          </Badge>
        )}
        {!counts && <span>{t("case.tooNew")}</span>}
      </p>
      <p>{ruleText(rule)}</p>
      {note && (
        <p dir="auto" className="max-w-measure whitespace-pre-wrap">
          {note}
        </p>
      )}
    </li>
  );
}

interface ActionsProps {
  title: string;
  actions: readonly ModerationAction[];
  slug: string;
}

function Actions({ title, actions, slug }: ActionsProps) {
  const { t } = useTranslation("moderation");
  const ruleText = useRuleText();
  return (
    <Section title={title}>
      {actions.length === 0 ? (
        <p className="text-sm text-muted">{t("case.noActions")}</p>
      ) : (
        <ul className="space-y-2">
          {actions.map(({ id, kind, rule, state, createdAt, reason }) => (
            <li key={id} className="text-[0.9375rem]">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Link
                  to="/c/$slug/moderation/actions/$actionId"
                  params={{ slug, actionId: id }}
                  className="link"
                >
                  {t(`kind.${kind}`)}
                </Link>
                <StateBadge state={state} />
                <Time value={createdAt} className="text-sm text-muted" />
              </span>
              {rule && <span className="block text-sm text-muted">{ruleText(rule)}</span>}
              {reason && (
                <span dir="auto" className="line-clamp-2 block text-sm">
                  {reason}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** What it says, with what it stands under. */
function Content({ known: { content, context, item } }: { known: ModerationCase }) {
  const { t } = useTranslation("moderation");
  return (
    <div className="space-y-3">
      {context.length > 0 && (
        <ol aria-label={t("case.context")} className="space-y-1 text-sm text-muted">
          {context.toReversed().map(({ subject, text }) => (
            <li key={subject.id}>
              <span className="font-medium">{t(`subject.${subject.kind}`)}:</span> <bdi>{text}</bdi>
            </li>
          ))}
        </ol>
      )}
      <Words words={content.words} />
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        {item.author && <Byline person={item.author} />}
        <Link to={content.link} className="link">
          {t("action.place")}
        </Link>
      </p>
    </div>
  );
}

const keyOf = new Map<string, string>(keysOfDeeds.map(([key, deed]) => [deed, key]));

interface DeedsProps extends Pick<CaseViewProps, "community" | "onAct"> {
  item: ModerationItem;
}

/** What the reader can do about it; who has it meanwhile. */
function Deeds({ community, item, onAct }: DeedsProps) {
  const { t } = useTranslation("moderation");
  const claim = useClaim(community);
  const isMine = isClaimedBy(community, item);
  const isTaken = item.claimed !== null && !isMine;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {(item.can.claim || isMine) && (
        <Button size="small" icon="lock" busy={claim.isPending} onClick={() => claim.mutate(item)}>
          {t(isMine ? "claim.leave" : "claim.take")} <Key letter="c" />
        </Button>
      )}
      {item.can.act.map((kind) => (
        <Button
          key={kind}
          size="small"
          variant={kind === "hide" ? "primary" : "secondary"}
          disabled={isTaken}
          onClick={() => onAct(kind, item)}
        >
          {t(`do.${kind}`)} <Key letter={keyOf.get(kind)} />
        </Button>
      ))}
    </div>
  );
}

function Key({ letter }: { letter: string | undefined }) {
  if (letter === undefined) return null;
  return (
    <kbd aria-hidden="true" className="font-sans text-xs opacity-70 pointer-coarse:hidden">
      {letter}
    </kbd>
  );
}

function Known({ known, ...props }: Omit<CaseViewProps, "itemId"> & { known: ModerationCase }) {
  const { t } = useTranslation("moderation");
  const { community, onAct } = props;
  const { item, flags, history, sameRule } = known;
  const { slug } = community;
  return (
    <div className="space-y-6">
      <p className="flex flex-wrap items-center gap-2">
        <ItemBadges item={item} />
        {item.deadlineAt && <Countdown until={item.deadlineAt} over={t("desk.overdue")} />}
        {item.actionId && (
          <Link
            to="/c/$slug/moderation/actions/$actionId"
            params={{ slug, actionId: item.actionId }}
            className="link"
          >
            {t("case.decision")}
          </Link>
        )}
      </p>
      <Content known={known} />
      {item.words.length > 0 && (
        <p>
          {t("case.words")} <bdi className="font-medium">{item.words.join(" · ")}</bdi>
        </p>
      )}
      {item.subject.kind !== "profile" && (
        <SpamAdvice reasons={item.spam} estimate={known.estimate} />
      )}
      {item.author === null && isHeard(item.subject) && (
        <p className="max-w-measure text-muted">{t("action.nobodys")}</p>
      )}
      <Deeds community={community} item={item} onAct={onAct} />
      {flags.length > 0 && (
        <Section title={t("case.flags")}>
          <ul>
            {flags.map((flag) => (
              <Flag key={flag.id} flag={flag} />
            ))}
          </ul>
        </Section>
      )}
      <Actions title={t("case.history")} actions={history} slug={slug} />
      <Actions title={t("case.sameRule")} actions={sameRule} slug={slug} />
    </div>
  );
}

/** All that helps to decide about an item. */
export function CaseView({ itemId, ...props }: CaseViewProps) {
  const { t } = useTranslation("moderation");
  const query = useQuery(caseQuery(props.community.id, itemId));
  const { data } = query;
  return (
    <section
      id="case"
      tabIndex={-1}
      aria-labelledby="case-title"
      className="min-w-0 rounded-lg border border-line bg-surface px-card py-5"
    >
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="case-title" className="text-xl">
          {data ? t(`subject.${data.item.subject.kind}`) : t("case.title")}
        </h2>
        <Button size="small" variant="quiet" icon="close" onClick={props.onLeave}>
          {t("case.leave")}
        </Button>
      </div>
      <Loaded query={query}>{(known) => <Known {...props} known={known} />}</Loaded>
    </section>
  );
}
