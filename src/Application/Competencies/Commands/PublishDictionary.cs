using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Notifications;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Competencies;
using Pionir.Domain.Identity;

namespace Pionir.Application.Competencies.Commands;

/// <summary>Lets everybody use a version; the one published before gives way. Never by its drafter.</summary>
/// <param name="DecreeNumber">Number of the decision that enacts the dictionary.</param>
[Requires(Permission.DictionaryPublish)]
public sealed record PublishDictionary(
    string Code,
    int Number,
    string DecreeNumber,
    DateOnly DecreeDate,
    uint? ExpectedVersion
) : ICommand<DictionaryPublished>, IVersioned;

/// <param name="Superseded">Number of the version that gave way; null when there was none.</param>
public sealed record DictionaryPublished(int Number, int? Superseded);

internal sealed class PublishDictionaryValidator : AbstractValidator<PublishDictionary>
{
    public PublishDictionaryValidator() =>
        RuleFor(request => request.DecreeNumber).NotEmpty().MaximumLength(DictionaryVersion.DecreeMaximum);
}

internal sealed class PublishDictionaryHandler(
    IDatabase database,
    ICurrentUser user,
    TimeProvider time,
    INotifier notifier
) : IRequestHandler<PublishDictionary, Result<DictionaryPublished>>
{
    public async Task<Result<DictionaryPublished>> Handle(
        PublishDictionary request,
        CancellationToken cancellationToken
    )
    {
        var version = await database
            .Set<DictionaryVersion>()
            .At(request.Code, request.Number)
            .SingleOrDefaultAsync(cancellationToken);
        if (version is null)
            return DictionaryErrors.NotFound(DictionaryAccess.Address(request.Code, request.Number));
        if (Versions.Check(version.Version, request.ExpectedVersion) is { } stale)
            return stale;
        var now = time.GetUtcNow();
        var before = await database
            .Set<DictionaryVersion>()
            .At(request.Code, null)
            .SingleOrDefaultAsync(cancellationToken);
        if (before is not null)
        {
            var superseded = before.Supersede(version, now);
            if (!superseded.IsSuccess)
                return Result<DictionaryPublished>.Failure(superseded.Errors);
            // The database allows one published version at a time, so the old one steps back first.
            await database.SaveChangesAsync(cancellationToken);
        }
        var published = version.Publish(
            new Decree(request.DecreeNumber, request.DecreeDate),
            new Actor(user.UserId, user.DisplayName),
            now
        );
        if (!published.IsSuccess)
            return Result<DictionaryPublished>.Failure(published.Errors);
        Tell(version);
        return new DictionaryPublished(version.Number, before?.Number);
    }

    private void Tell(DictionaryVersion version) =>
        notifier.Add(
            new(
                Recipient.User(version.DraftedBy),
                "dictionary.published",
                $"/dictionaries/{version.Code}/{version.Number}",
                ("title", version.Title),
                ("number", version.Number)
            )
        );
}
