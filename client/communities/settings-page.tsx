import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Community, communityLimits, editCommunity } from "#shared/contract/communities.ts";
import { DisputeSettingsForm } from "../disputes/public.ts";
import { ApiError, call } from "../lib/api.ts";
import { useOpened } from "../lib/use-opened.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { EmptyState } from "../ui/states.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.ts";
import { CharterEditor } from "./charter-editor.tsx";
import { communityQuery } from "./queries.ts";
import {
  AboutFields,
  DelegationFields,
  delegationSettingsOf,
  DoorFields,
  settingsOf,
} from "./settings-fields.tsx";
import { CommunityFrame } from "./community-frame.tsx";

function Chapter({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-12 gap-y-4 border-line not-first:border-t not-first:pt-6 lg:grid-cols-[12rem_minmax(0,1fr)]"
    >
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      <div className="max-w-measure min-w-0">{children}</div>
    </section>
  );
}

/** The settings as they were when the form was opened: what others change meanwhile is a conflict, not a surprise. */
function SettingsForm({ opened, onReload }: { opened: Community; onReload: () => void }) {
  const { t } = useTranslation("communities");
  const cache = useQueryClient();
  const save = useMutation({
    mutationFn: (data: FormData) =>
      call(editCommunity, {
        params: { communityId: opened.id },
        body: { ...settingsOf(data), ...delegationSettingsOf(data), version: opened.version },
      }),
    onSuccess: (community) => {
      cache.setQueryData(communityQuery(community.slug).queryKey, community);
      void cache.invalidateQueries({ queryKey: ["communities"] });
      toast({ title: t("settings.saved"), tone: "good" });
      onReload();
    },
  });
  const isStale = save.error instanceof ApiError && save.error.code === "stale-version";
  return (
    <Form error={save.error} onSubmit={(data) => save.mutate(data)}>
      <TextField
        name="name"
        label={t("form.name")}
        required
        maxLength={communityLimits.name}
        defaultValue={opened.name}
      />
      <AboutFields initial={opened} />
      <DoorFields initial={opened} />
      <DelegationFields initial={opened} />
      <FormActions>
        <Button type="submit" variant="primary" busy={save.isPending}>
          {t("settings.save")}
        </Button>
        {isStale && <Button onClick={onReload}>{t("settings.reload")}</Button>}
      </FormActions>
    </Form>
  );
}

function Settings({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const [opened, reload] = useOpened(communityQuery(community.slug).queryKey, community);
  if (!community.can.editSettings) {
    return <EmptyState icon="lock" title={t("settings.ownersOnly")} />;
  }
  return (
    <div className="space-y-10">
      <Chapter id="about" title={t("settings.about")}>
        <SettingsForm key={opened.version} opened={opened} onReload={reload} />
      </Chapter>
      <Chapter id="charter" title={t("charter.title")}>
        <CharterEditor community={community} />
      </Chapter>
      <Chapter id="disputes" title={t("disputes")}>
        <DisputeSettingsForm communityId={community.id} />
      </Chapter>
    </div>
  );
}

/** Where owners say what a community is, who gets in, and by which rules it lives. */
export function SettingsPage() {
  const { slug } = useParams({ from: "/c/$slug/settings" });
  const { t } = useTranslation("communities");
  return (
    <CommunityFrame slug={slug} title={t("settings.title")}>
      {(community) => <Settings key={community.id} community={community} />}
    </CommunityFrame>
  );
}
