import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listMembers } from "#shared/contract/memberships.ts";
import { useDebate } from "../debates/public.ts";
import { call } from "../lib/api.ts";
import { Byline } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useCurate, useCuration } from "./use-curation.ts";

/** Finds a member by name, to let them curate. */
function NameSomebody() {
  const { t } = useTranslation("curation");
  const { ids } = useDebate();
  const { communityId } = ids;
  const [search, setSearch] = useState("");
  const curate = useCurate();
  const named = new Set(useCuration()?.facilitators.map(({ id }) => id));
  const { data } = useQuery({
    queryKey: ["members-to-name", communityId, search.trim()],
    queryFn: ({ signal }) =>
      call(listMembers, {
        params: { communityId },
        query: { search: search.trim() || undefined, limit: 8 },
        signal,
      }),
    placeholderData: (before) => before,
  });
  const members = (data?.items ?? []).filter(({ id }) => !named.has(id));
  return (
    <section className="mt-5 border-t border-line pt-4">
      <TextField
        label={t("facilitators.find")}
        hint={t("facilitators.hint")}
        type="search"
        dir="auto"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul className="mt-2">
        {members.map(({ id, name }) => (
          <li key={id} className="flex items-center justify-between gap-3 py-1">
            <Byline person={{ id, name }} />
            <Button
              size="small"
              icon="plus"
              aria-label={t("facilitators.nameOne", { name })}
              onClick={() => curate.mutate({ do: "name", participantId: id })}
            >
              {t("facilitators.name")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who facilitates a debate: named and let go by its author and moderators. */
export function FacilitatorsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("curation");
  const { debate, me } = useDebate();
  const curation = useCuration();
  const curate = useCurate();
  const can = curation?.can;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("facilitators.title")}
      description={t("facilitators.lead")}
    >
      <ul>
        {curation?.facilitators.map(({ id, name }) => (
          <li key={id} className="flex items-center justify-between gap-3 py-1.5">
            <Byline person={{ id, name }} />
            {id === debate.author.id ? (
              <span className="text-sm text-muted">{t("facilitators.author")}</span>
            ) : (
              (can?.appoint || id === me?.id) && (
                <Button
                  size="small"
                  aria-label={t("facilitators.dismissOne", { name })}
                  onClick={() => curate.mutate({ do: "dismiss", participantId: id })}
                >
                  {t(id === me?.id ? "facilitators.leave" : "facilitators.dismiss")}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      {can?.appoint && <NameSomebody />}
    </Dialog>
  );
}
