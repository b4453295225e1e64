using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Behaviours;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours.Commands;

/// <summary>Opens a closed year again: hours can be posted in it until it is closed anew. The first closing stays on record.</summary>
[Requires(Permission.JpYearClose)]
public sealed record ReopenJpYear(int Year, string Reason) : ICommand, IReasoned;

internal sealed class ReopenJpYearValidator : AbstractValidator<ReopenJpYear>
{
    public ReopenJpYearValidator() =>
        RuleFor(command => command.Reason).Reason(YearClosing.ReasonMinimum, YearClosing.ReasonMaximum);
}

internal sealed class ReopenJpYearHandler(IDatabase database, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ReopenJpYear, Result>
{
    public async Task<Result> Handle(ReopenJpYear request, CancellationToken cancellationToken)
    {
        var closing = await database
            .Set<YearClosing>()
            .SingleOrDefaultAsync(found => found.Year == request.Year && found.ReopenedAt == null, cancellationToken);
        return closing is null
            ? YearClosingErrors.NotClosed()
            : closing.Reopen(request.Reason, new Actor(user.UserId, user.DisplayName), time.GetUtcNow());
    }
}
