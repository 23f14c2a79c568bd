interface Operating {
  readonly isOperator: boolean;
  readonly hasOther: boolean;
  /** The settings say whose address makes an operator. */
  readonly isNamedBySettings: boolean;
}

/**
 * Where no setting says who operates an installation, the next to sign up would. So the only
 * operator names another one before going.
 */
export function isOnlyOperator({ isOperator, hasOther, isNamedBySettings }: Operating): boolean {
  return isOperator && !hasOther && !isNamedBySettings;
}
