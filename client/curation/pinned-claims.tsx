import { useTranslation } from "react-i18next";
import { BehindBlock } from "../blocks/public.ts";
import { useOutline } from "../debates/public.ts";
import { Icon } from "../ui/icons.tsx";
import { StanceMark } from "../ui/stance.tsx";
import { useCuration } from "./use-curation.ts";

/** The claims that are to be read first, with the way to where they stand. */
export function PinnedClaims() {
  const { t } = useTranslation("curation");
  const { tree, goTo } = useOutline();
  const curation = useCuration();
  const nodes = (curation?.pins ?? []).flatMap((id) => tree.ofClaim.get(id) ?? []);
  const standing = nodes.filter(({ claim }) => claim.withdrawnAt === undefined);
  if (standing.length === 0) return null;
  return (
    <section aria-labelledby="pinned" className="my-4 rounded-lg border border-line px-card py-3">
      <h3 id="pinned" className="flex items-center gap-2 text-base">
        <Icon name="pin" size={18} />
        {t("pin.title")}
      </h3>
      <ul className="mt-1 divide-y divide-line">
        {standing.map(({ id, claim, edge }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 py-2">
            <StanceMark side={edge.side} />
            <BehindBlock authorId={claim.authorId} textId={claim.id}>
              <a
                href={`#claim-${claim.id}`}
                lang={claim.language}
                dir="auto"
                className="min-w-0 flex-1 basis-60 font-serif text-lg no-underline hover:text-accent"
                onClick={(event) => {
                  event.preventDefault();
                  goTo(id);
                }}
              >
                {claim.text}
              </a>
            </BehindBlock>
          </li>
        ))}
      </ul>
    </section>
  );
}
