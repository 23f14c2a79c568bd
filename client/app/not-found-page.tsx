import { useTranslation } from "react-i18next";
import { ButtonLink } from "../ui/button.tsx";
import { PageHeading } from "../ui/page-heading.tsx";

/** There is nothing here, or nothing that this person may see: both look the same. */
export function NotFoundPage() {
  const { t } = useTranslation("app");
  return (
    <div className="py-8 sm:py-16">
      <PageHeading large eyebrow="404" lead={t("notFound.lead")}>
        {t("notFound.title")}
      </PageHeading>
      <ButtonLink to="/" variant="primary" className="mt-8">
        {t("notFound.home")}
      </ButtonLink>
    </div>
  );
}
