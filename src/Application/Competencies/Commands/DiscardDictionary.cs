using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Competencies;
using Pionir.Domain.Identity;

namespace Pionir.Application.Competencies.Commands;

/// <summary>Throws a draft away, for instance to import a corrected file.</summary>
[Requires(Permission.DictionaryEdit)]
public sealed record DiscardDictionary(string Code, int Number, uint? ExpectedVersion) : ICommand, IVersioned;

internal sealed class DiscardDictionaryHandler(IDatabase database) : IRequestHandler<DiscardDictionary, Result>
{
    public async Task<Result> Handle(DiscardDictionary request, CancellationToken cancellationToken)
    {
        var version = await database
            .Set<DictionaryVersion>()
            .At(request.Code, request.Number)
            .SingleOrDefaultAsync(cancellationToken);
        if (version is null)
            return DictionaryErrors.NotFound(DictionaryAccess.Address(request.Code, request.Number));
        if (Versions.Check(version.Version, request.ExpectedVersion) is { } stale)
            return stale;
        var allowed = version.CanDiscard();
        if (allowed.IsSuccess)
            database.Set<DictionaryVersion>().Remove(version);
        return allowed;
    }
}
