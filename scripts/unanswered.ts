/** What Node and OpenSSL call a certificate that nobody known here has signed. */
const UNTRUSTED = /SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|CERT_(UNTRUSTED|CHAIN)/;

/** Why a service gave no answer and what to do, from the error that fetch had. */
export function whyUnanswered(url: string, error: unknown): string {
  const { code, message } = rootOf(error);
  if (UNTRUSTED.test(code))
    return `The certificate of ${url} is not trusted here (${message}). Name the file of the certificate that signed it, or of itself: NODE_EXTRA_CA_CERTS=ca.pem npm run demo -- …`;
  if (/CERT/.test(code))
    return `The certificate of ${url} does not hold: ${message.replace(/[.:\s]+$/, '')}. Nothing was sent.`;
  if (/^ERR_SSL_|EPROTO/.test(code)) return `${url} does not speak https. Does the service have a certificate?`;
  return `The service at ${url} did not answer${code === '' ? '' : ` (${code})`}. Is it running? \`npm start\` starts one.`;
}

/** The first cause; of several addresses that failed, that of the first one. */
function rootOf(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: '' };
  if (error.cause instanceof Error) return rootOf(error.cause);
  return { code: 'code' in error ? String(error.code) : '', message: error.message };
}
