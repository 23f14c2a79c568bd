import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { changeSystem, type System, type SystemCardInput } from "#shared/contract/systems.ts";
import { CommunityFrame } from "../communities/public.ts";
import { call } from "../lib/api.ts";
import { Loaded } from "../ui/loaded.tsx";
import { refreshSystems, systemQuery } from "./queries.ts";
import { SystemForm } from "./system-form.tsx";

/** Of the version that stood there when the form was opened: who was quicker is not overwritten unseen. */
function Changing({ community, system: latest }: { community: Community; system: System }) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [system] = useState(latest);
  const { id: systemId, communityId, version } = system;
  const leave = () =>
    void navigate({
      to: "/c/$slug/systems/$systemId",
      params: { slug: community.slug, systemId },
    });
  const save = useMutation({
    mutationFn: (body: SystemCardInput & { reason: string }) =>
      call(changeSystem, { params: { communityId, systemId }, body: { ...body, version } }),
    onSettled: () => refreshSystems(cache, communityId),
  });
  return (
    <SystemForm
      community={community}
      system={system}
      error={save.error}
      busy={save.isPending}
      onCancel={leave}
      onSend={(card, reason, done) =>
        save.mutate(
          { ...card, reason },
          {
            onSuccess: () => {
              done();
              leave();
            },
          },
        )
      }
    />
  );
}

function Found({ community, systemId }: { community: Community; systemId: string }) {
  const query = useQuery(systemQuery({ communityId: community.id, systemId }));
  return (
    <Loaded query={query}>{(system) => <Changing community={community} system={system} />}</Loaded>
  );
}

/** Where the next version of a card is written. */
export function EditSystemPage() {
  const { slug, systemId } = useParams({ from: "/c/$slug/systems/$systemId/edit" });
  const { t } = useTranslation("systems");
  return (
    <CommunityFrame slug={slug} title={t("change")}>
      {(community) => <Found community={community} systemId={systemId} />}
    </CommunityFrame>
  );
}
