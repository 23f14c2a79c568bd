import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import {
  changeBio,
  type Profile,
  profileLimits,
  removePicture,
} from "#shared/contract/profiles.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { useErrorText } from "../ui/problem-text.ts";
import { TextArea } from "../ui/text-area.tsx";
import { toast } from "../ui/toast.ts";
import { type PersonIds, profileQuery } from "./queries.ts";
import { sendPicture } from "./send-picture.ts";

interface OwnProps {
  ids: PersonIds;
  profile: Profile;
}

/** Takes a new state of one's profile over wherever it is shown. */
function useSaved(ids: PersonIds) {
  const { t } = useTranslation("profiles");
  const cache = useQueryClient();
  return (profile: Profile) => {
    cache.setQueryData(profileQuery(ids).queryKey, profile);
    void cache.invalidateQueries({ queryKey: ["members"] });
    toast({ title: t("mine.saved"), tone: "good" });
  };
}

function Picture({ ids, profile }: OwnProps) {
  const { t } = useTranslation("profiles");
  const saved = useSaved(ids);
  const errorText = useErrorText();
  const input = useRef<HTMLInputElement>(null);
  const { communityId } = ids;
  const onError = (error: unknown) => void toast({ ...errorText(error), tone: "danger" });
  const send = useMutation({
    mutationFn: (file: File) => sendPicture(communityId, file),
    onSuccess: saved,
    onError,
  });
  const remove = useMutation({
    mutationFn: () => call(removePicture, { params: { communityId } }),
    onSuccess: saved,
    onError,
  });
  return (
    <div className="space-y-3">
      <h3 className="text-lg">{t("mine.picture")}</h3>
      <p className="text-sm text-muted">{t("mine.pictureHint")}</p>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/avif"
        aria-label={t("mine.choose")}
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) send.mutate(file);
          target.value = "";
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button icon="plus" busy={send.isPending} onClick={() => input.current?.click()}>
          {t("mine.choose")}
        </Button>
        {profile.picture && (
          <Button
            variant="quiet"
            icon="withdraw"
            busy={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {t("mine.remove")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What one shows of oneself here: only on one's own page. */
export function OwnProfile({ ids, profile, slug }: OwnProps & { slug: string }) {
  const { t } = useTranslation("profiles");
  const saved = useSaved(ids);
  const { communityId } = ids;
  const save = useMutation({
    mutationFn: (bio: string) => call(changeBio, { params: { communityId }, body: { bio } }),
    onSuccess: saved,
  });
  const bioIn = (data: FormData) => {
    const bio = data.get("bio");
    return typeof bio === "string" ? bio : "";
  };
  return (
    <section
      aria-labelledby="own-profile"
      className="max-w-2xl space-y-6 rounded-md border border-line bg-surface p-card"
    >
      <div className="space-y-1">
        <h2 id="own-profile" className="text-2xl">
          {t("mine.title")}
        </h2>
        <p className="text-muted">{t("mine.lead")}</p>
        <p>
          <Link to="/c/$slug/members" params={{ slug }} className="link">
            {t("mine.rename")}
          </Link>
        </p>
      </div>
      <Picture ids={ids} profile={profile} />
      <Form error={save.error} onSubmit={(data) => save.mutate(bioIn(data))}>
        <TextArea
          name="bio"
          label={t("mine.bio")}
          hint={t("mine.bioHint")}
          limit={profileLimits.bio}
          defaultValue={profile.bio}
          dir="auto"
        />
        <FormActions>
          <Button type="submit" busy={save.isPending}>
            {t("mine.save")}
          </Button>
        </FormActions>
      </Form>
    </section>
  );
}
