const KEY = 'pionir.personal-link';

/** The personal link of somebody without an account, kept on their device so that the QR code in class finds it. */
export function keptLink(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function keepLink(token: string): void {
  try {
    localStorage.setItem(KEY, token);
  } catch {
    // The device keeps nothing: the link in the mail and the typed code still do.
  }
}

export function forgetLink(): void {
  localStorage.removeItem(KEY);
}
