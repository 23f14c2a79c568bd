import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import type { DelegationExplained } from "#shared/contract/delegations.ts";
import { communityRoom } from "#shared/contract/event.ts";
import { delegationEvents, delegationsKey } from "../delegations/public.ts";
import { useRoom } from "../lib/use-room.ts";
import { Icon } from "../ui/icons.tsx";
import { isolated } from "../ui/isolated.ts";
import { type Named, useNameOf } from "../ui/person-name.ts";
import { delegationQuery } from "./queries.ts";
import { usePassed } from "./use-passed.ts";

type Part = DelegationExplained["parts"][number];

interface Telling {
  readonly t: TFunction;
  readonly language: string;
  readonly nameOf: (person: Named) => string;
}

const listOf = (names: readonly string[], { language }: Telling) =>
  new Intl.ListFormat(language).format(names.map(isolated));

/** Where one part of the vote is, and by which way it came there. */
function partInWords({ share, by, path, reason }: Part, telling: Telling): string {
  const { t, language, nameOf } = telling;
  const steps = path.slice(1).map(nameOf);
  const last = steps.at(-1) ?? "";
  const part = share < 100 ? "part" : "whole";
  const values = {
    share: (share / 100).toLocaleString(language, { style: "percent", maximumFractionDigits: 2 }),
    name: isolated(by ? nameOf(by) : last),
    through: listOf(steps.slice(0, -1), telling),
  };
  if (by === null) return t(`delegation.${reason ?? "nobody-votes"}-${part}`, values);
  return t(`delegation.${steps.length > 1 ? "through" : "cast"}-${part}`, values);
}

/** Sentences about the reader's own vote; none where nothing is delegated. */
function ownInWords(explained: DelegationExplained, telling: Telling): string[] {
  const { given, hasVoted, parts } = explained;
  if (given.length === 0) return [];
  const names = listOf(
    given.map(({ to }) => telling.nameOf(to)),
    telling,
  );
  if (hasVoted) return [telling.t("delegation.overridden", { names })];
  return parts.map((part) => partInWords(part, telling));
}

function useWordsOf(explained: DelegationExplained | undefined): string[] {
  const { t, i18n } = useTranslation("decisions");
  const nameOf = useNameOf();
  if (!explained) return [];
  const own = ownInWords(explained, { t, language: i18n.language, nameOf });
  const { people } = explained.carries;
  return people === 0 ? own : [...own, t("delegation.carries", { count: people })];
}

/** The reader's delegations in this decision, while they matter; undefined otherwise. */
function useExplained(decision: DecisionView, isOpen: boolean): DelegationExplained | undefined {
  const cache = useQueryClient();
  const { communityId, mine, status, delegationCap } = decision;
  const isShown = mine.isElector && delegationCap !== null && (isOpen || status === "closed");
  const { data } = useQuery({ ...delegationQuery(decision), enabled: isShown });
  useRoom(
    isShown && isOpen ? communityRoom({ communityId }) : null,
    delegationEvents(cache, communityId),
    { keeps: [delegationsKey(communityId)] },
  );
  return isShown ? data : undefined;
}

interface ToDelegationsProps {
  debateId: string;
  hasChosen: boolean;
}

function ToDelegations({ debateId, hasChosen }: ToDelegationsProps) {
  const { t } = useTranslation("decisions");
  const { slug = "" } = useParams({ strict: false });
  return (
    <Link
      to="/c/$slug/delegations"
      params={{ slug }}
      search={{ debate: debateId }}
      className="link"
    >
      {t(hasChosen ? "delegation.change" : "delegation.choose")}
    </Link>
  );
}

/** Who votes for the reader as things stand, and for whom the reader votes; live, and the way to change it. */
export function DelegationLine({ decision }: { decision: DecisionView }) {
  const isOver = usePassed(decision.closesAt);
  const isOpen = decision.status === "open" && !isOver;
  const data = useExplained(decision, isOpen);
  const words = useWordsOf(data);
  if (!data || (words.length === 0 && !isOpen)) return null;
  return (
    <div className="flex items-start gap-2.5 rounded-md border-s-4 border-accent bg-accent-soft px-4 py-2.5 text-[0.9375rem]">
      <Icon name="delegate" className="mt-0.5" />
      <div className="min-w-0">
        <div role="status">
          {words.map((sentence) => (
            <p key={sentence} className="wrap-anywhere">
              {sentence}
            </p>
          ))}
        </div>
        {isOpen && <ToDelegations debateId={decision.debateId} hasChosen={data.given.length > 0} />}
      </div>
    </div>
  );
}
