import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { type Invitation, revokeInvitation } from "#shared/contract/memberships.ts";
import { call } from "../lib/api.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Time } from "../ui/time.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { invitationsQuery } from "./queries.ts";
import { useSayFault } from "./say-fault.ts";

function Row({ community, invitation }: { community: Community; invitation: Invitation }) {
  const { t } = useTranslation("communities");
  const cache = useQueryClient();
  const sayFault = useSayFault();
  const { id, createdBy, role, expiresAt, uses, maxUses } = invitation;
  const revoke = useMutation({
    mutationFn: () =>
      call(revokeInvitation, { params: { communityId: community.id, invitationId: id } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: invitationsQuery(community.id).queryKey }),
    onError: sayFault,
  });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-row">
      <div className="text-[0.9375rem]">
        <p>
          {t("invite.by", { name: createdBy })}
          {" · "}
          {maxUses === null
            ? t("invite.usedAny", { count: uses })
            : t("invite.used", { uses, maxUses })}
          {role === "moderator" && <Badge className="ms-2">{t("role.moderator")}</Badge>}
        </p>
        <p className="text-sm text-muted">
          {t("invite.expires")} <Time value={expiresAt} show="both" />
        </p>
      </div>
      <Button size="small" icon="withdraw" busy={revoke.isPending} onClick={() => revoke.mutate()}>
        {t("invite.revoke")}
      </Button>
    </li>
  );
}

/** Links by which people may join, for those who look after a community. */
export function InvitationsPanel({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const [isOpen, setIsOpen] = useState(false);
  const query = useInfiniteQuery(invitationsQuery(community.id));
  return (
    <section aria-labelledby="invitations">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 id="invitations" className="text-2xl">
          {t("invite.invitations")}
        </h2>
        <Button icon="link" onClick={() => setIsOpen(true)}>
          {t("invite.new")}
        </Button>
      </div>
      <InviteDialog community={community} open={isOpen} onClose={() => setIsOpen(false)} />
      <Loaded query={query}>
        {({ pages }) => {
          const invitations = pages.flatMap(({ items }) => items);
          if (invitations.length === 0) return <p className="text-muted">{t("invite.none")}</p>;
          return (
            <ul>
              {invitations.map((invitation) => (
                <Row key={invitation.id} community={community} invitation={invitation} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </section>
  );
}
