import { useTranslation } from "react-i18next";
import { PageHeading } from "../ui/page-heading.tsx";
import { ColourAndType } from "./colour-and-type.tsx";
import { Controls } from "./controls.tsx";
import { Fields } from "./fields.tsx";
import { Figures } from "./figures.tsx";
import { Marks } from "./marks.tsx";
import { Overlays } from "./overlays.tsx";
import { States } from "./states.tsx";

/** Every part of the interface in every state, for those who build with it and those who check it. */
export function DesignPage() {
  const { t } = useTranslation("design");
  return (
    <>
      <PageHeading large lead={t("lead")}>
        {t("title")}
      </PageHeading>
      <div className="mt-12 space-y-16">
        <ColourAndType />
        <Controls />
        <Fields />
        <Marks />
        <Overlays />
        <Figures />
        <States />
      </div>
    </>
  );
}
