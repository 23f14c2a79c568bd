import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Navigate, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { communityLimits, createCommunity } from "#shared/contract/communities.ts";
import type { Language } from "#shared/contract/phases.ts";
import { call } from "../lib/api.ts";
import { useAccount } from "../lib/session.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { TextField } from "../ui/text-field.tsx";
import { FirstRules, type RuleDraft } from "./first-rules.tsx";
import { communityQuery } from "./queries.ts";
import { AboutFields, DoorFields, settingsOf } from "./settings-fields.tsx";
import { slugOf } from "./slug-of.ts";
import { textOf } from "./text-of.ts";

/** The name, and the address that follows from it until somebody writes another. */
function NameFields() {
  const { t } = useTranslation("communities");
  const [name, setName] = useState("");
  const [slug, setSlug] = useState<string | null>(null);
  return (
    <>
      <TextField
        name="name"
        label={t("form.name")}
        required
        maxLength={communityLimits.name}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        name="slug"
        label={t("form.slug")}
        hint={t("form.slugHint")}
        prefix={`${window.location.host}/c/`}
        required
        minLength={3}
        maxLength={communityLimits.slug}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        value={slug ?? slugOf(name)}
        onChange={(event) => setSlug(event.target.value.toLowerCase())}
      />
    </>
  );
}

function NewCommunityForm() {
  const { t, i18n } = useTranslation("communities");
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [rules, setRules] = useState<readonly RuleDraft[]>([]);
  const create = useMutation({
    mutationFn: (data: FormData) =>
      call(createCommunity, {
        body: {
          ...settingsOf(data),
          slug: textOf(data, "slug"),
          rules: rules.map(({ title, text }) => ({ title, text })),
        },
      }),
    onSuccess: (community) => {
      cache.setQueryData(communityQuery(community.slug).queryKey, community);
      void cache.invalidateQueries({ queryKey: ["communities"] });
      return navigate({ to: "/c/$slug", params: { slug: community.slug } });
    },
  });
  return (
    <Form error={create.error} onSubmit={(data) => create.mutate(data)} className="space-y-8">
      <NameFields />
      <AboutFields initial={{ description: "", language: i18n.language as Language }} />
      <DoorFields initial={{ isPrivate: false, joinPolicy: "open" }} />
      <FirstRules rules={rules} onChange={setRules} />
      <FormActions>
        <Button type="submit" variant="primary" size="large" busy={create.isPending}>
          {t("new.submit")}
        </Button>
      </FormActions>
    </Form>
  );
}

/** Founds a community. */
export function NewCommunityPage() {
  const { t } = useTranslation("communities");
  const account = useAccount();
  if (account === null) return <Navigate to="/sign-in" search={{ next: "/communities/new" }} />;
  return (
    <div className="max-w-measure space-y-8">
      <PageHeading lead={t("new.lead")}>{t("new.title")}</PageHeading>
      {account && <NewCommunityForm />}
    </div>
  );
}
