import { useNavigate, useParams } from "@tanstack/react-router";
import { comeToHearing } from "#shared/contract/panel-hearing.ts";
import { call } from "../../lib/api.ts";
import { useAccount } from "../../lib/session.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { useWords } from "../words.ts";
import { useHearingAct } from "./queries.ts";

function Come({ token }: { token: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const come = useHearingAct(async () => {
    const hearing = await call(comeToHearing, { body: { token } });
    await navigate({
      to: "/hearings/$hearingId",
      params: { hearingId: hearing.id },
      replace: true,
    });
    return hearing;
  });
  return (
    <Form error={come.error} onSubmit={() => come.mutate()}>
      <FormActions>
        <Button type="submit" variant="primary" size="large" busy={come.isPending}>
          {t("heard.come")}
        </Button>
      </FormActions>
    </Form>
  );
}

/** Where the link leads that an expert was handed. */
export function ComePage() {
  const { token } = useParams({ from: "/heard/$token" });
  const { t } = useWords();
  const account = useAccount();
  const next = `/heard/${token}`;
  return (
    <div className="max-w-measure space-y-8">
      <PageHeading large>{t("heard.invited")}</PageHeading>
      <p className="text-lg">{t("heard.lead")}</p>
      {account ? (
        <Come token={token} />
      ) : (
        <div className="flex flex-wrap gap-3">
          <ButtonLink to="/sign-up" search={{ next }} variant="primary">
            {t("heard.signUp")}
          </ButtonLink>
          <ButtonLink to="/sign-in" search={{ next }}>
            {t("heard.signIn")}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
