using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Behaviours;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.LearningHours.Years;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours.Commands;

/// <summary>
/// Closes a year of lesson hours: from now on nothing is posted or taken back in it, and everybody's result is written
/// down in the background.
/// </summary>
[Requires(Permission.JpYearClose)]
public sealed record CloseJpYear(int Year, string Reason) : ICommand<JobAccepted>, IReasoned;

internal sealed class CloseJpYearValidator : AbstractValidator<CloseJpYear>
{
    public CloseJpYearValidator()
    {
        RuleFor(command => command.Year).InclusiveBetween(Statements.YearMinimum, Statements.YearMaximum);
        RuleFor(command => command.Reason).Reason(YearClosing.ReasonMinimum, YearClosing.ReasonMaximum);
    }
}

internal sealed class CloseJpYearHandler(
    IDatabase database,
    ICurrentUser user,
    IInstitutionClock clock,
    IYearBooks books,
    IJobQueue jobs,
    TimeProvider time
) : IRequestHandler<CloseJpYear, Result<JobAccepted>>
{
    public async Task<Result<JobAccepted>> Handle(CloseJpYear request, CancellationToken cancellationToken)
    {
        // Postings under way come in first; those that follow find the year closed.
        await books.LockAsync(request.Year, cancellationToken);
        var isClosed = await database
            .Set<YearClosing>()
            .AnyAsync(found => found.Year == request.Year && found.ReopenedAt == null, cancellationToken);
        if (isClosed)
            return YearClosingErrors.AlreadyClosed();
        var closing = YearClosing.Close(
            request.Year,
            await clock.TodayAsync(cancellationToken),
            request.Reason,
            new Actor(user.UserId, user.DisplayName),
            time.GetUtcNow()
        );
        if (!closing.IsSuccess)
            return closing.Error;
        var job = jobs.Enqueue(new FreezeYearJob(closing.Value.Id.Value), $"{request.Year}");
        closing.Value.FrozenBy(job);
        database.Set<YearClosing>().Add(closing.Value);
        return new JobAccepted(job);
    }
}
