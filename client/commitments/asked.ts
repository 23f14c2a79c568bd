const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Of which decision a commitment is made; in the address. */
export const decisionAsked = ({ decision }: Record<string, unknown>): { decision?: string } =>
  typeof decision === "string" && uuid.test(decision) ? { decision } : {};
