using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>Plans a whole year like another one: drafts on the same weekdays, whole weeks later.</summary>
/// <param name="UnitId">Only trainings of this unit and those below it.</param>
[Requires(Permission.TrainingsPlan)]
public sealed record CopyYear(int FromYear, int ToYear, Guid? UnitId, bool WithSessions) : ICommand<CopyYearAnswer>;

/// <param name="Copied">New drafts.</param>
/// <param name="Skipped">Already copied into that year before.</param>
public sealed record CopyYearAnswer(int Copied, int Skipped);

internal sealed class CopyYearValidator : AbstractValidator<CopyYear>
{
    public CopyYearValidator()
    {
        RuleFor(request => request.FromYear).InclusiveBetween(Training.YearMinimum, Training.YearMaximum);
        RuleFor(request => request.ToYear).InclusiveBetween(Training.YearMinimum, Training.YearMaximum);
        RuleFor(request => request.ToYear)
            .NotEqual(request => request.FromYear)
            .WithErrorCode("training.copy_into_same_year");
    }
}

internal sealed class CopyYearHandler(
    IDatabase database,
    ICurrentUser user,
    PlanningDesk desk,
    UnitFilter units,
    IActivityCodes codes
) : IRequestHandler<CopyYear, Result<CopyYearAnswer>>
{
    public async Task<Result<CopyYearAnswer>> Handle(CopyYear request, CancellationToken cancellationToken)
    {
        // Two at once would both find nothing copied yet.
        await database.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock(hashtextextended('copy-year', {request.ToYear}))",
            cancellationToken
        );
        var originals = await ReadAsync(request, cancellationToken);
        var done = await database
            .Set<Training>()
            .Where(training =>
                training.Year == request.ToYear
                && training.CopiedFrom != null
                && training.State != TrainingState.Cancelled
            )
            .Select(training => training.CopiedFrom!.Value)
            .ToHashSetAsync(cancellationToken);
        var wanted = originals.Where(original => !done.Contains(original.Id)).ToList();
        foreach (var original in wanted)
        {
            var start = original.SameTimeIn(request.ToYear);
            var code = await codes.NextAsync(original.PlanFrom(start), original.UnitId, cancellationToken);
            if (!code.IsSuccess)
                return Result<CopyYearAnswer>.Failure(code.Errors);
            var copy = original.Copy(start, null, null, request.WithSessions, code.Value, desk.Me, desk.Now);
            if (!copy.IsSuccess)
                return Result<CopyYearAnswer>.Failure(copy.Errors);
            database.Set<Training>().Add(copy.Value);
        }
        return new CopyYearAnswer(wanted.Count, originals.Count - wanted.Count);
    }

    private async Task<List<Training>> ReadAsync(CopyYear request, CancellationToken cancellationToken)
    {
        var widened = await units.WidenAsync(request.UnitId, cancellationToken);
        return await database
            .Set<Training>()
            .AsNoTracking()
            .InScopeOf(user, Permission.TrainingsPlan)
            .Narrow(new TrainingFilter(Year: request.FromYear), widened)
            .Where(training => training.State != TrainingState.Cancelled)
            .Include(training => training.Competencies)
            .Include(training => training.Sessions)
                .ThenInclude(session => session.Instructors)
            .AsSplitQuery()
            .OrderBy(training => training.Start)
            .ThenBy(training => training.Id)
            .ToListAsync(cancellationToken);
    }
}
