import { useInfiniteQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Community, type Role, roles } from "#shared/contract/communities.ts";
import { BlocksHere } from "../blocks/public.ts";
import { JuryPool } from "../juries/public.ts";
import { Button } from "../ui/button.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Select } from "../ui/select.tsx";
import { EmptyState } from "../ui/states.tsx";
import { TextField } from "../ui/text-field.tsx";
import { CommunityHeader } from "./community-header.tsx";
import { InvitationTree } from "./invitation-tree-panel.tsx";
import { InvitationsPanel } from "./invitations-panel.tsx";
import { JoinBox } from "./join-box.tsx";
import { MemberRow } from "./member-row.tsx";
import { MyMembership } from "./my-membership.tsx";
import { membersQuery } from "./queries.ts";
import { RequestsPanel } from "./requests-panel.tsx";
import { useCommunity } from "./use-community.ts";

interface RoleChoiceProps {
  /** Undefined for every role. */
  role: Role | undefined;
  onChange: (role: Role | undefined) => void;
}

function RoleChoice({ role, onChange }: RoleChoiceProps) {
  const { t } = useTranslation("communities");
  return (
    <Select
      label={t("members.role")}
      hideLabel
      value={role ?? ""}
      onChange={(event) => onChange(roles.find((each) => each === event.target.value))}
    >
      <option value="">{t("members.anyRole")}</option>
      {roles.map((each) => (
        <option key={each} value={each}>
          {t(`role.${each}`)}
        </option>
      ))}
    </Select>
  );
}

function MemberList({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const [role, setRole] = useState<Role>();
  const query = useInfiniteQuery(membersQuery(community.id, search, role));
  return (
    <section aria-labelledby="members">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <h2 id="members" className="text-2xl">
          {t("counts.members", { count: community.memberCount })}
        </h2>
        <div className="grid gap-3 max-sm:w-full sm:grid-flow-col">
          <TextField
            label={t("members.search")}
            hideLabel
            type="search"
            placeholder={t("members.search")}
            maxLength={80}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <RoleChoice role={role} onChange={setRole} />
        </div>
      </div>
      <Loaded query={query}>
        {({ pages }) => {
          const members = pages.flatMap(({ items }) => items);
          if (members.length === 0) {
            return (
              <EmptyState
                size="small"
                icon="search"
                title={t("members.noneFound")}
                action={<Button onClick={() => setTyped("")}>{t("members.showAll")}</Button>}
              >
                {t("members.noneFoundHint")}
              </EmptyState>
            );
          }
          return (
            <ul>
              {members.map((member) => (
                <MemberRow key={member.id} community={community} member={member} />
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

/** Who belongs to a community, who wants to, and by which links people come. */
export function MembersPage() {
  const { slug } = useParams({ from: "/c/$slug/members" });
  const { t } = useTranslation("communities");
  const query = useCommunity(slug);
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => (
        <BlocksHere community={community}>
          <div className="space-y-12">
            <CommunityHeader
              community={community}
              title={t("members.title")}
              actions={<JoinBox community={community} />}
            />
            <div className="max-w-4xl space-y-12">
              {community.can.decideRequests && <RequestsPanel community={community} />}
              <MemberList community={community} />
              {community.can.invite && <InvitationsPanel community={community} />}
              {community.can.invite && <InvitationTree community={community} />}
              <JuryPool community={community} />
              <MyMembership community={community} />
            </div>
          </div>
        </BlocksHere>
      )}
    </Loaded>
  );
}
