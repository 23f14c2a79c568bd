import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { registerSystem, type SystemCardInput } from "#shared/contract/systems.ts";
import { CommunityFrame } from "../communities/public.ts";
import { call } from "../lib/api.ts";
import { refreshSystems } from "./queries.ts";
import { SystemForm } from "./system-form.tsx";

function Registering({ community }: { community: Community }) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { id: communityId, slug } = community;
  const register = useMutation({
    mutationFn: (body: SystemCardInput) => call(registerSystem, { params: { communityId }, body }),
  });
  return (
    <SystemForm
      community={community}
      error={register.error}
      busy={register.isPending}
      onCancel={() => void navigate({ to: "/c/$slug/systems", params: { slug } })}
      onSend={(card, _, done) =>
        register.mutate(card, {
          onSuccess: async ({ id: systemId }) => {
            done();
            await refreshSystems(cache, communityId);
            await navigate({ to: "/c/$slug/systems/$systemId", params: { slug, systemId } });
          },
        })
      }
    />
  );
}

/** Where a system is registered. */
export function NewSystemPage() {
  const { slug } = useParams({ from: "/c/$slug/systems/new" });
  const { t } = useTranslation("systems");
  return (
    <CommunityFrame slug={slug} title={t("register")}>
      {(community) => (
        <>
          <p className="max-w-measure text-lg text-pretty text-muted">{t("form.lead")}</p>
          <Registering community={community} />
        </>
      )}
    </CommunityFrame>
  );
}
