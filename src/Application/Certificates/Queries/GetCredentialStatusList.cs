using System.Text.Json.Nodes;
using MediatR;
using Pionir.Application.Certificates.Credentials;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Identity;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates.Queries;

/// <summary>
/// Which credentials no longer hold: one bit each, revoked and replaced alike, as a credential of its own that is signed.
/// </summary>
[Public("Verifiers ask for it; it names nobody.")]
public sealed record GetCredentialStatusList(int Number) : IQuery<byte[]>;

internal sealed class GetCredentialStatusListHandler(
    ICredentialStore store,
    ICredentialKeys keys,
    IPublicAddress address
) : IRequestHandler<GetCredentialStatusList, Result<byte[]>>
{
    public async Task<Result<byte[]>> Handle(GetCredentialStatusList request, CancellationToken cancellationToken)
    {
        if (await store.StatusListAsync(request.Number, cancellationToken) is not { } state)
            return CertificateErrors.StatusListUnknown();
        var addresses = CredentialAddresses.At(address.Of("/"));
        var key = await keys.CurrentAsync(cancellationToken);
        // Dated by its last change: the same list is the same bytes, and caches recognise it.
        var document = Document(addresses, request.Number, state);
        var proof = DataIntegrity.Proof(addresses.Key(key), state.ChangedAt);
        var signature = keys.Sign(key, DataIntegrity.ContentHash(document, proof));
        return CredentialDesk.Bytes(DataIntegrity.Secured(document, proof, signature));
    }

    private static JsonObject Document(CredentialAddresses addresses, int number, StatusListState state) =>
        new()
        {
            ["@context"] = new JsonArray(CredentialTerms.CredentialsContext),
            ["id"] = addresses.StatusList(number),
            ["type"] = new JsonArray("VerifiableCredential", "BitstringStatusListCredential"),
            ["issuer"] = addresses.Issuer,
            ["validFrom"] = DataIntegrity.Instant(state.ChangedAt),
            ["credentialSubject"] = new JsonObject
            {
                ["id"] = $"{addresses.StatusList(number)}#list",
                ["type"] = "BitstringStatusList",
                ["statusPurpose"] = "revocation",
                ["encodedList"] = StatusBits.Encode(state.Ended),
            },
        };
}
