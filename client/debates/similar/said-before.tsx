import { useParams } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Similar, SimilarKind } from "#shared/contract/similar.ts";
import type { DebateIds } from "../../lib/use-debate-ids.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { isolated } from "../../ui/isolated.ts";
import { StanceMark } from "../../ui/stance.tsx";
import { useSimilar } from "./use-similar.ts";

/** What can be done with something that stands in this very debate. */
export type Acts = (one: Similar, describedBy: string) => ReactNode;

/** Where it stands: in which debate, or for or against what. */
function Place({ one }: { one: Similar }) {
  const { t } = useTranslation("debates");
  const { debate, place } = one;
  return (
    <>
      {place && (
        <span className="inline-flex min-w-0 flex-wrap items-center gap-x-1.5">
          <StanceMark side={place.side} />
          <span>
            {place.about === ""
              ? t("similar.onWithdrawn")
              : t(`similar.on.${place.targetKind}`, { about: isolated(place.about) })}
          </span>
        </span>
      )}
      {debate && <span>{t("similar.elsewhere", { question: isolated(debate.question) })}</span>}
      {!debate && !place && <span>{t("similar.here")}</span>}
    </>
  );
}

interface OpenLinkProps {
  one: Similar;
  kind: SimilarKind;
  debateId: string;
  describedBy: string;
}

/** Opens it beside what is being written. */
export function OpenLink({ one, kind, debateId, describedBy }: OpenLinkProps) {
  const { t } = useTranslation("debates");
  const { slug = "" } = useParams({ strict: false });
  const debate = `/c/${slug}/d/${one.debate?.id ?? debateId}`;
  const path = kind === "statement" ? "/statements" : `/arguments#${kind}-${one.id}`;
  return (
    <a
      href={debate + path}
      target="_blank"
      rel="noreferrer"
      aria-describedby={describedBy}
      className={`${buttonClass({ size: "small" })} gap-1.5`}
    >
      <Icon name="external" size={16} />
      {t("similar.open")}
      <span className="sr-only"> {t("evidence.opens")}</span>
    </a>
  );
}

interface SaidBeforeProps {
  ids: DebateIds;
  kind: SimilarKind;
  /** What somebody writes. */
  text: string;
  acts?: Acts;
}

/**
 * What was said before in similar words, below the form in which somebody writes: nothing that is above moves, and
 * what is written can be sent all the same.
 */
export function SaidBefore({ ids, kind, text, acts }: SaidBeforeProps) {
  const { t } = useTranslation("debates");
  const id = useId();
  const found = useSimilar(ids, kind, text);
  const actsAt = (one: Similar, describedBy: string) => {
    const own = one.debate === null ? acts?.(one, describedBy) : undefined;
    if (own !== undefined) return own;
    return <OpenLink one={one} kind={kind} debateId={ids.debateId} describedBy={describedBy} />;
  };
  return (
    <>
      <p role="status" className="sr-only">
        {found.length > 0 && t("similar.found", { count: found.length })}
      </p>
      {found.length > 0 && (
        <section aria-labelledby={id} className="mt-4 border-t border-line pt-3">
          <h3 id={id} className="text-sm font-semibold">
            {t("similar.title")}
          </h3>
          <ul className="divide-y divide-line">
            {found.map((one) => (
              <li key={one.id} className="space-y-2 py-3">
                <div id={`${id}-${one.id}`}>
                  <p className="flex flex-wrap gap-x-3 text-sm text-muted">
                    <span className="font-medium text-ink">
                      {t(`similar.likeness.${one.likeness}`)}
                    </span>
                    <Place one={one} />
                  </p>
                  <p
                    lang={one.language}
                    dir="auto"
                    className="max-w-measure font-serif break-words"
                  >
                    {one.text}
                  </p>
                </div>
                <div className="flex flex-wrap gap-2">{actsAt(one, `${id}-${one.id}`)}</div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
