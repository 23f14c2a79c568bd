import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { Profile } from "#shared/contract/profiles.ts";
import { BlockButton, BlockedMark, BlocksHere } from "../blocks/public.ts";
import { ConflictButton } from "../disputes/public.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { pictureAddress } from "../ui/picture-address.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import { Time } from "../ui/time.tsx";
import { Deeds } from "./deeds.tsx";
import { OwnProfile } from "./own-profile.tsx";
import { communityOf, type PersonIds, profileQuery } from "./queries.ts";

function Place({ profile }: { profile: Profile }) {
  const { t, i18n } = useTranslation("profiles");
  const { person, role, since, juriesServed } = profile;
  if (role === null || since === null) {
    return person.kind === "member" ? <Badge>{t("notMember")}</Badge> : null;
  }
  return (
    <span className="flex flex-wrap items-center gap-3 text-base">
      <Badge>{t(`role.${role}`)}</Badge>
      <BlockedMark personId={person.id} />
      <span>
        {t("since")} <Time value={since} show="absolute" />
      </span>
      {juriesServed > 0 && (
        <Badge icon="scales">
          {t("juries", {
            count: juriesServed,
            number: juriesServed.toLocaleString(i18n.language),
          })}
        </Badge>
      )}
    </span>
  );
}

interface HeadProps {
  community: Community;
  profile: Profile;
  ids: PersonIds;
}

function Head({ community, profile, ids }: HeadProps) {
  const { t } = useTranslation("profiles");
  const nameOf = useNameOf();
  const { person, bio } = profile;
  const picture = pictureAddress({ ...ids, hash: profile.picture });
  return (
    <header className="flex flex-wrap items-start gap-6">
      <Avatar person={{ ...person, picture }} size="huge" />
      <div className="min-w-0 flex-1 basis-64 space-y-3">
        <PageHeading
          eyebrow={
            <Link to="/c/$slug" params={{ slug: community.slug }} className="link">
              <bdi>{community.name}</bdi>
            </Link>
          }
          lead={<Place profile={profile} />}
        >
          {nameOf(person)}
        </PageHeading>
        {profile.moderation && profile.moderation.state !== "collapsed" && (
          <p className="max-w-measure rounded-md border-s-3 border-line-strong bg-sunken px-3 py-2 text-[0.9375rem]">
            {t(profile.moderation.rule ? "hidden" : "waits", {
              number: profile.moderation.rule?.number ?? "",
            })}{" "}
            <Link
              to="/c/$slug/moderation/actions/$actionId"
              params={{ slug: community.slug, actionId: profile.moderation.actionId }}
              className="link"
            >
              {t("whyHidden")}
            </Link>
          </p>
        )}
        {bio && (
          <p className="max-w-measure whitespace-pre-line wrap-anywhere" dir="auto">
            {bio}
          </p>
        )}
        <BlockButton person={person} />
        {community.me && !profile.isMe && profile.role !== null && (
          <ConflictButton slug={community.slug} participantId={person.id} />
        )}
      </div>
    </header>
  );
}

function Whole({ community, participantId }: { community: Community; participantId: string }) {
  const ids = { communityId: community.id, participantId };
  const query = useQuery(profileQuery(ids));
  const { slug } = community;
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(profile) => (
        <div className="space-y-10">
          <Head community={community} profile={profile} ids={ids} />
          {profile.isMe && <OwnProfile ids={ids} profile={profile} slug={slug} />}
          <Deeds ids={ids} slug={slug} />
        </div>
      )}
    </Loaded>
  );
}

/** Somebody as one community knows them. */
export function ProfilePage() {
  const { slug, participantId } = useParams({ from: "/c/$slug/people/$participantId" });
  const query = useQuery(communityOf(slug));
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(community) => (
        <BlocksHere community={community}>
          <Whole community={community} participantId={participantId} />
        </BlocksHere>
      )}
    </Loaded>
  );
}
