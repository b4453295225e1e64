using System.Text.Json.Nodes;
using MediatR;
using Pionir.Application.Certificates.Credentials;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Identity;
using Pionir.Application.Organization;
using Pionir.Domain.Common;

namespace Pionir.Application.Certificates.Queries;

/// <summary>Who issues the credentials, and with which keys: today's, all earlier ones, and which of them were withdrawn.</summary>
[Public("Verifiers ask for the keys; the institution is no secret.")]
public sealed record GetIssuer : IQuery<byte[]>;

internal sealed class GetIssuerHandler(ICredentialKeys keys, IInstitution institution, IPublicAddress address)
    : IRequestHandler<GetIssuer, Result<byte[]>>
{
    public async Task<Result<byte[]>> Handle(GetIssuer request, CancellationToken cancellationToken)
    {
        var addresses = CredentialAddresses.At(address.Of("/"));
        var settings = await institution.CurrentAsync(cancellationToken);
        var published = await keys.PublishedAsync(cancellationToken);
        var issuer = new JsonObject
        {
            // The first because verifiers know its words for keys by heart.
            ["@context"] = new JsonArray(
                "https://www.w3.org/ns/did/v1",
                "https://w3id.org/security/multikey/v1",
                CredentialTerms.OpenBadgesContext
            ),
            ["id"] = addresses.Issuer,
            ["type"] = new JsonArray("Profile"),
            ["name"] = settings.Name,
            ["url"] = addresses.Home,
            ["verificationMethod"] = new JsonArray([.. published.Select(key => Method(key, addresses))]),
            // A withdrawn key may sign for nobody; it stays above so that verifiers can say why they refuse.
            ["assertionMethod"] = new JsonArray([
                .. published.Where(key => key.WithdrawnAt is null).Select(key => JsonValue.Create(addresses.Key(key))),
            ]),
        };
        if (settings.LogoHash is not null)
            issuer["image"] = new JsonObject { ["id"] = addresses.Logo, ["type"] = "Image" };
        return CredentialDesk.Bytes(issuer);
    }

    private static JsonObject Method(CredentialKey key, CredentialAddresses addresses)
    {
        var method = new JsonObject
        {
            ["id"] = addresses.Key(key),
            ["type"] = "Multikey",
            ["controller"] = addresses.Issuer,
            ["publicKeyMultibase"] = key.PublicKey,
        };
        if (key.WithdrawnAt is { } since)
            method["revoked"] = DataIntegrity.Instant(since);
        return method;
    }
}
