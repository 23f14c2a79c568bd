import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import {
  type DelegationChoice,
  type GivenDelegation,
  revokeDelegation,
} from "#shared/contract/delegations.ts";
import { call } from "../lib/api.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Fault } from "../ui/fault.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { EmptyState } from "../ui/states.tsx";
import { ChoiceForm } from "./choice-form.tsx";
import { type MyDelegations, refreshDelegations } from "./queries.ts";
import { useDay, usePercent, useSubjectName } from "./words.ts";

interface GivenProps {
  community: Community;
  mine: MyDelegations;
}

function DelegateRow({ community, delegate }: { community: Community; delegate: GivenDelegation }) {
  const { t } = useTranslation("delegations");
  const cache = useQueryClient();
  const nameOf = useNameOf();
  const percent = usePercent();
  const day = useDay();
  const { id, to, expiresAt } = delegate;
  const revoke = useMutation({
    mutationFn: () =>
      call(revokeDelegation, { params: { communityId: community.id, delegationId: id } }),
    onSuccess: () => refreshDelegations(cache, community.id),
  });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line py-row">
      <Avatar person={to} />
      <div className="min-w-0 flex-1 basis-48">
        <Link
          to="/c/$slug/people/$participantId"
          params={{ slug: community.slug, participantId: to.id }}
          className="font-medium wrap-anywhere no-underline hover:text-accent"
        >
          <bdi>{nameOf(to)}</bdi>
        </Link>
        <p className="text-sm text-muted">
          {t("given.share", { percent: percent(delegate.percent), day: day(expiresAt) })}
        </p>
        <Fault error={revoke.error} />
      </div>
      <Button
        size="small"
        icon="withdraw"
        busy={revoke.isPending}
        aria-label={t("given.revokeOne", { name: nameOf(to) })}
        onClick={() => revoke.mutate()}
      >
        {t("given.revoke")}
      </Button>
    </li>
  );
}

/** Delegations that lead in a circle count as abstentions: who is in it, and the way out. */
function CircleNote({ cycle }: Pick<DelegationChoice, "cycle">) {
  const { t, i18n } = useTranslation("delegations");
  const nameOf = useNameOf();
  if (cycle.length === 0) return null;
  const names = new Intl.ListFormat(i18n.language).format(cycle.map(nameOf));
  return <Banner tone="warn">{t("given.circle", { names })}</Banner>;
}

function Choice({ community, mine, choice }: GivenProps & { choice: DelegationChoice }) {
  const { t } = useTranslation("delegations");
  const nameOfSubject = useSubjectName();
  const [isEdited, setIsEdited] = useState(false);
  const title = nameOfSubject(choice.subject);
  return (
    <Card as="article" className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="min-w-0 text-lg wrap-anywhere">{title}</h3>
        {!isEdited && mine.capPercent !== null && (
          <Button
            size="small"
            variant="quiet"
            icon="edit"
            aria-label={t("given.changeOne", { name: title })}
            onClick={() => setIsEdited(true)}
          >
            {t("given.change")}
          </Button>
        )}
      </div>
      <CircleNote cycle={choice.cycle} />
      {isEdited ? (
        <ChoiceForm
          community={community}
          mine={mine}
          choice={choice}
          onDone={() => setIsEdited(false)}
        />
      ) : (
        <ul>
          {choice.delegates.map((delegate) => (
            <DelegateRow key={delegate.id} community={community} delegate={delegate} />
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Who votes for the reader, scope by scope, and the form to choose. */
export function Given({ community, mine, debate }: GivenProps & { debate: string | undefined }) {
  const { t } = useTranslation("delegations");
  const [isOpen, setIsOpen] = useState(debate !== undefined);
  const standing = mine.given.filter(({ delegates }) => delegates.length > 0);
  const mayAdd = mine.capPercent !== null;
  return (
    <section aria-labelledby="given" className="space-y-4">
      <h2 id="given" className="text-2xl">
        {t("given.title")}
      </h2>
      {standing.length === 0 && !isOpen && (
        <EmptyState
          size="small"
          icon="delegate"
          title={t("given.none")}
          action={
            mayAdd && (
              <Button variant="primary" icon="delegate" onClick={() => setIsOpen(true)}>
                {t("form.title")}
              </Button>
            )
          }
        >
          {t("given.noneHint")}
        </EmptyState>
      )}
      {standing.map((choice) => (
        <Choice
          key={`${choice.subject.scope} ${choice.subject.about}`}
          community={community}
          mine={mine}
          choice={choice}
        />
      ))}
      {isOpen && mayAdd ? (
        <Card as="section" aria-labelledby="new-delegation" className="space-y-4">
          <h3 id="new-delegation" className="text-lg">
            {t("form.title")}
          </h3>
          <ChoiceForm
            community={community}
            mine={mine}
            choice={null}
            debate={debate}
            onDone={() => setIsOpen(false)}
          />
        </Card>
      ) : (
        standing.length > 0 &&
        mayAdd && (
          <Button icon="plus" onClick={() => setIsOpen(true)}>
            {t("given.another")}
          </Button>
        )
      )}
    </section>
  );
}
