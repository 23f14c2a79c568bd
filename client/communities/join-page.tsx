import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { communityLimits } from "#shared/contract/communities.ts";
import { acceptInvitation } from "#shared/contract/memberships.ts";
import { ApiError, call, type Reply } from "../lib/api.ts";
import { useAccount } from "../lib/session.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { TextField } from "../ui/text-field.tsx";
import { Time } from "../ui/time.tsx";
import type { readInvitation } from "#shared/contract/memberships.ts";
import { PrivacyBadge } from "./community-header.tsx";
import { invitationQuery } from "./queries.ts";
import { textOf } from "./text-of.ts";

function Accept({ token, name }: { token: string; name: string }) {
  const { t } = useTranslation("communities");
  const navigate = useNavigate();
  const cache = useQueryClient();
  const accept = useMutation({
    mutationFn: (data: FormData) =>
      call(acceptInvitation, { params: { token }, body: { name: textOf(data, "name") } }),
    onSuccess: ({ slug }) => {
      void cache.invalidateQueries({ queryKey: ["communities"] });
      void cache.invalidateQueries({ queryKey: ["community", slug] });
      return navigate({ to: "/c/$slug", params: { slug }, replace: true });
    },
  });
  return (
    <Form error={accept.error} onSubmit={(data) => accept.mutate(data)} className="max-w-md">
      <TextField
        name="name"
        label={t("mine.name")}
        hint={t("invited.nameHint")}
        required
        maxLength={communityLimits.memberName}
        defaultValue={name}
      />
      <FormActions>
        <Button type="submit" variant="primary" size="large" busy={accept.isPending}>
          {t("join.join")}
        </Button>
      </FormActions>
    </Form>
  );
}

interface InvitedProps {
  token: string;
  invitation: Reply<typeof readInvitation>;
}

/** What whoever holds the link can do with it. */
function NextStep({ token, invitation }: InvitedProps) {
  const { t } = useTranslation("communities");
  const account = useAccount();
  const next = `/join/${token}`;
  if (invitation.slug !== null) {
    return (
      <ButtonLink to="/c/$slug" params={{ slug: invitation.slug }} variant="primary">
        {t("invited.already")}
      </ButtonLink>
    );
  }
  if (account) return <Accept token={token} name={account.name} />;
  return (
    <div>
      <p className="mb-3">{t("invited.signIn")}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to="/sign-up" search={{ next }} variant="primary">
          {t("invited.signUp")}
        </ButtonLink>
        <ButtonLink to="/sign-in" search={{ next }}>
          {t("invited.haveAccount")}
        </ButtonLink>
      </div>
    </div>
  );
}

function Invited({ token, invitation }: InvitedProps) {
  const { t } = useTranslation("communities");
  const { name, description, isPrivate, expiresAt } = invitation;
  return (
    <div className="max-w-measure space-y-8">
      <PageHeading large eyebrow={t("invited.to")} lead={<PrivacyBadge isPrivate={isPrivate} />}>
        {name}
      </PageHeading>
      {description && <Markdown source={description} />}
      <NextStep token={token} invitation={invitation} />
      <p className="text-sm text-muted">
        {t("invite.expires")} <Time value={expiresAt} show="both" />
      </p>
    </div>
  );
}

function Spent() {
  const { t } = useTranslation("communities");
  return (
    <div className="space-y-8 py-8 sm:py-16">
      <PageHeading large lead={t("invited.spentLead")}>
        {t("invited.spent")}
      </PageHeading>
      <ButtonLink to="/">{t("discover.title")}</ButtonLink>
    </div>
  );
}

/** Where an invitation leads: what one is invited to, and the way in. */
export function JoinPage() {
  const { token } = useParams({ from: "/join/$token" });
  const query = useQuery(invitationQuery(token));
  const { error } = query;
  // A link that was mistyped is no token at all, and so not found.
  if (error instanceof ApiError && (error.status === 410 || error.status === 404)) return <Spent />;
  return (
    <Loaded query={query} skeleton={<Skeleton shape="page" />}>
      {(invitation) => <Invited token={token} invitation={invitation} />}
    </Loaded>
  );
}
