/** What is known of the way a request took. */
export interface Way {
  /** The other end of the connection itself, whatever headers say. */
  readonly remoteAddress: string | undefined;
  readonly host: string | undefined;
  /** A proxy says that it passes on somebody else's request. */
  readonly isForwarded: boolean;
}

const loopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const ownHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Mails hold links that open accounts. They are shown only where no mail server is set, to who sits
 * at the machine itself and typed its own name: neither over the network, nor through a proxy, nor
 * to a page of another site whose name leads here.
 */
export function mayReadMailbox(
  { remoteAddress = "", host = "", isForwarded }: Way,
  mailer: { readonly sends: boolean },
): boolean {
  if (mailer.sends || isForwarded) return false;
  return loopback.test(remoteAddress) && ownHost.test(host);
}
