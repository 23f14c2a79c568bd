import { useTranslation } from "react-i18next";
import type { OpinionMap } from "#shared/contract/opinions.ts";
import { Fact } from "../ui/fact.tsx";

/** By what a map was computed, and from what: to stand among other facts. */
export function RunFacts({ map }: { map: OpinionMap }) {
  const { t } = useTranslation("opinions");
  return (
    <>
      <Fact term={t("recompute.algorithm")}>
        <bdi>
          {map.algorithm}, {map.parameters}
        </bdi>
      </Fact>
      <Fact term={t("recompute.hash")}>
        <code className="font-mono text-xs break-all select-all print:text-[0.6875rem]">
          {map.inputHash}
        </code>
      </Fact>
    </>
  );
}
