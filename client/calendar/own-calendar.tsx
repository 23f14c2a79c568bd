import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { closeCalendar, openCalendar, readCalendarState } from "#shared/contract/calendar.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { LinkToCopy } from "../ui/link-to-copy.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useErrorText } from "../ui/problem-text.ts";
import { Time } from "../ui/time.tsx";
import { toast } from "../ui/toast.ts";

const stateQuery = queryOptions({
  queryKey: ["calendar"],
  queryFn: ({ signal }) => call(readCalendarState, { signal }),
});

function useCalendar() {
  const cache = useQueryClient();
  const errorText = useErrorText();
  const settled = {
    onError: (error: Error) => toast({ ...errorText(error), tone: "danger" }),
    onSettled: () => cache.invalidateQueries({ queryKey: stateQuery.queryKey }),
  };
  return {
    open: useMutation({ mutationFn: () => call(openCalendar, {}), ...settled }),
    close: useMutation({ mutationFn: () => call(closeCalendar, {}), ...settled }),
  };
}

/** The address is told once: from here on only its hash is known. */
function NewAddress({ path }: { path: string }) {
  const { t } = useTranslation("accounts");
  const address = new URL(path, location.origin).href;
  return (
    <div className="space-y-2" role="status">
      <LinkToCopy
        name="address"
        label={t("calendar.address")}
        hint={t("calendar.address-hint")}
        required={false}
        link={address}
      />
    </div>
  );
}

/** A calendar of all votes in one's communities, under a secret address that calendar programs read by themselves. */
export function OwnCalendar() {
  const { t } = useTranslation("accounts");
  const query = useQuery(stateQuery);
  const { open, close } = useCalendar();
  const isNew = open.isSuccess && !close.isSuccess;
  return (
    <div className="space-y-3">
      <p className="text-muted">{t("calendar.lead")}</p>
      {isNew && <NewAddress path={open.data.path} />}
      <Loaded query={query}>
        {({ openedAt }) => (
          <>
            {openedAt !== null && !isNew && (
              <p>
                {t("calendar.since")} <Time value={openedAt} show="absolute" />
              </p>
            )}
            <div className="flex flex-wrap gap-2">
              <Button
                busy={open.isPending}
                onClick={() => {
                  close.reset();
                  open.mutate();
                }}
              >
                {t(openedAt === null ? "calendar.open" : "calendar.renew")}
              </Button>
              {openedAt !== null && (
                <Button variant="quiet" busy={close.isPending} onClick={() => close.mutate()}>
                  {t("calendar.close")}
                </Button>
              )}
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}
