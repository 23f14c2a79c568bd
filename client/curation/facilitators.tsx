import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDebate } from "../debates/public.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";
import { useCuration } from "./use-curation.ts";

const FacilitatorsDialog = lazy(async () => ({
  default: (await import("./facilitators-dialog.tsx")).FacilitatorsDialog,
}));

/** Who looks after a debate, in its head. */
export function Facilitators() {
  const { t, i18n } = useTranslation("curation");
  const { me } = useDebate();
  const curation = useCuration();
  const [isOpen, setIsOpen] = useState(false);
  if (!curation || curation.facilitators.length === 0) return null;
  const { facilitators, can } = curation;
  const names = new Intl.ListFormat(i18n.language).format(facilitators.map(({ name }) => name));
  const isNamed = facilitators.some(({ id }) => id === me?.id);
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-1.5 text-sm text-muted">
      <Icon name="people" size={16} />
      <span>
        {t("facilitators.by")} <bdi>{names}</bdi>
      </span>
      {(can.appoint || isNamed) && (
        <>
          <Button
            size="small"
            variant="quiet"
            icon="edit"
            data-no-print
            onClick={() => setIsOpen(true)}
          >
            {t("facilitators.change")}
          </Button>
          {isOpen && (
            <Suspense>
              <FacilitatorsDialog onClose={() => setIsOpen(false)} />
            </Suspense>
          )}
        </>
      )}
    </span>
  );
}
