import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { listLiveDebates } from "#shared/contract/debates.ts";
import { startTour } from "../debates/public.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Fault } from "../ui/fault.tsx";

/** Shows the tour once more, on the debate that was last active. */
export function TourAgain() {
  const { t } = useTranslation("help");
  const navigate = useNavigate();
  const show = useMutation({
    mutationFn: async () => (await call(listLiveDebates, { query: { limit: 1 } })).items[0] ?? null,
    onSuccess: async (debate) => {
      if (!debate) return;
      const params = { slug: debate.community.slug, debateId: debate.id };
      await navigate({ to: "/c/$slug/d/$debateId/arguments", params });
      startTour(debate.id);
    },
  });
  return (
    <>
      <Button icon="info" busy={show.isPending} onClick={() => show.mutate()}>
        {t("tour.show")}
      </Button>
      <p role="status" className="text-muted empty:hidden">
        {show.data === null && t("tour.nowhere")}
      </p>
      <Fault error={show.error} />
    </>
  );
}
