import { useTranslation } from "react-i18next";
import { Button, type ButtonProps } from "./button.tsx";
import { FormActions } from "./form.tsx";

interface SubmitOrCancelProps extends Pick<ButtonProps, "busy" | "disabled" | "icon" | "variant"> {
  /** What the form does. */
  label: string;
  onCancel: () => void;
}

/** The buttons under a form that can be left: what it does, or nothing. */
export function SubmitOrCancel({ label, onCancel, ...main }: SubmitOrCancelProps) {
  const { t } = useTranslation("ui");
  return (
    <FormActions>
      <Button type="submit" variant="primary" {...main}>
        {label}
      </Button>
      <Button variant="quiet" onClick={onCancel}>
        {t("cancel")}
      </Button>
    </FormActions>
  );
}
