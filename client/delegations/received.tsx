import { useTranslation } from "react-i18next";
import { useNameOf } from "../ui/person-name.ts";
import { Avatar } from "../ui/avatar.tsx";
import type { MyDelegations } from "./queries.ts";
import { useDay, usePercent, useSubjectName } from "./words.ts";

/** For whom the reader votes. */
export function Received({ mine }: { mine: MyDelegations }) {
  const { t } = useTranslation("delegations");
  const nameOf = useNameOf();
  const nameOfSubject = useSubjectName();
  const percent = usePercent();
  const day = useDay();
  const { received, receivedCount } = mine;
  return (
    <section aria-labelledby="received">
      <h2 id="received" className="mb-2 text-2xl">
        {t("received.title")}
      </h2>
      {received.length === 0 ? (
        <p className="text-muted">{t("received.none")}</p>
      ) : (
        <>
          <p className="mb-3 text-muted">{t("received.lead", { count: receivedCount })}</p>
          <ul>
            {received.map((one) => (
              <li
                key={one.id}
                className="flex items-center gap-3 border-t border-line py-row last:border-b"
              >
                <Avatar person={one.from} />
                <div className="min-w-0">
                  <p className="font-medium wrap-anywhere">
                    <bdi>{nameOf(one.from)}</bdi>
                  </p>
                  <p className="text-sm wrap-anywhere text-muted">
                    {nameOfSubject(one.subject)} ·{" "}
                    {t("given.share", { percent: percent(one.percent), day: day(one.expiresAt) })}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          {receivedCount > received.length && (
            <p className="mt-2 text-sm text-muted">
              {t("andMore", { count: receivedCount - received.length })}
            </p>
          )}
        </>
      )}
    </section>
  );
}
