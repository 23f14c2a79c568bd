import { useTranslation } from "react-i18next";
import { TextField } from "../ui/text-field.tsx";

interface EmailFieldProps {
  name?: string;
  label?: string;
  hint?: string;
  autoComplete?: "username" | "email";
}

/** A mail address, left to right in every language. */
export function EmailField({
  name = "email",
  label,
  hint,
  autoComplete = "email",
}: EmailFieldProps) {
  const { t } = useTranslation("accounts");
  return (
    <TextField
      name={name}
      label={label ?? t("email")}
      hint={hint}
      type="email"
      required
      maxLength={254}
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      dir="ltr"
    />
  );
}
