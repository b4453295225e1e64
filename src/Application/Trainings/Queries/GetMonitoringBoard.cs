using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Completion;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>Where each approved training stands; of all units in which the caller may read trainings.</summary>
[Requires(Permission.TrainingsRead)]
public sealed record GetMonitoringBoard(TrainingFilter Filter, string? Sort, PageRequest Page)
    : IQuery<Page<MonitoringRow>>;

/// <param name="Next">What comes next and what it waits for.</param>
/// <param name="Late">The next move could have been made by its date and was not.</param>
/// <param name="Pending">Invited and not yet answered.</param>
/// <param name="AttendancePercent">Marks of presence against seats and sessions held; none before the first session.</param>
/// <param name="MissingDocuments">Required by any move up to the end of its life and not there yet.</param>
/// <param name="Certificates">In force: issued here, or attached for trainings of others; to be held against Passed.</param>
/// <param name="CertificatesOutdated">Of them to be re-issued.</param>
/// <param name="CertificatesOwed">To be issued or re-issued before a completed training can be closed.</param>
/// <param name="BudgetDue">Until when the realised budget is to be reported; none without a budget.</param>
public sealed record MonitoringRow(
    Guid Id,
    string ActivityCode,
    string Title,
    string? Batch,
    TrainingState State,
    DeliveryScheme Scheme,
    DateOnly Start,
    DateOnly End,
    NextStep? Next,
    bool Late,
    int Quota,
    int Confirmed,
    int Pending,
    int Reserve,
    int Sessions,
    int SessionsHeld,
    int? AttendancePercent,
    int Passed,
    int Failed,
    IReadOnlyList<DocumentKind> MissingDocuments,
    int Certificates,
    int CertificatesOutdated,
    int CertificatesOwed,
    decimal? BudgetCeiling,
    decimal? BudgetRealisation,
    DateOnly? BudgetDue,
    bool BudgetLate
);

internal sealed class GetMonitoringBoardHandler(
    IDatabase database,
    ICurrentUser user,
    PlanningDesk desk,
    UnitFilter units,
    ITrainingCertificates certificates,
    CertificatesOwed owed,
    IInstitution institution
) : IRequestHandler<GetMonitoringBoard, Result<Page<MonitoringRow>>>
{
    private static readonly TrainingState[] Watched =
    [
        TrainingState.Approved,
        TrainingState.Open,
        TrainingState.Running,
        TrainingState.Completed,
    ];

    public async Task<Result<Page<MonitoringRow>>> Handle(
        GetMonitoringBoard request,
        CancellationToken cancellationToken
    )
    {
        var widened = await units.WidenAsync(request.Filter.UnitId, cancellationToken);
        var wanted = database
            .Set<Training>()
            .AsNoTracking()
            .InScopeOf(user, Permission.TrainingsRead)
            .Narrow(request.Filter, widened);
        if (request.Filter.States is not { Count: > 0 })
            wanted = wanted.Where(training => Watched.Contains(training.State));
        var total = await wanted.CountAsync(cancellationToken);
        var trainings = await wanted
            .SortedBy(request.Sort ?? "start")
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .Include(training => training.Documents)
            .ToListAsync(cancellationToken);
        var counts = await MonitoringCounts.ReadAsync(
            database,
            [.. trainings.Select(training => training.Id)],
            desk.Now,
            cancellationToken
        );
        var papers = await certificates.CountAsync(
            [.. trainings.Select(training => training.Id.Value)],
            cancellationToken
        );
        var lacks = await owed.ByAsync(
            [
                .. trainings
                    .Where(one => one.State == TrainingState.Completed && one.Scheme == DeliveryScheme.SelfManaged)
                    .Where(one => !Papers(one).Cover(counts.In(one.Id, ParticipantState.Passed)))
                    .Select(one => one.Id),
            ],
            cancellationToken
        );
        var required = await desk.RequirementsAsync(cancellationToken);
        var deadlines = (await institution.CurrentAsync(cancellationToken)).Deadlines;
        return new Page<MonitoringRow>(
            [
                .. trainings.Select(one =>
                    ToRow(
                        one,
                        counts,
                        Papers(one),
                        lacks.GetValueOrDefault(one.Id.Value) ?? CertificateLack.None,
                        required,
                        deadlines.BudgetReportDays
                    )
                ),
            ],
            total,
            request.Page.Number,
            request.Page.Size
        );

        CertificateCounts Papers(Training training) =>
            papers.GetValueOrDefault(training.Id.Value) ?? CertificateCounts.None;
    }

    private MonitoringRow ToRow(
        Training training,
        MonitoringCounts counts,
        CertificateCounts papers,
        CertificateLack lack,
        DocumentRequirements required,
        int reportDays
    )
    {
        var today = training.DayOf(desk.Now);
        var next = NextStep.Of(training, required, desk.Now);
        var due = training.BudgetDue(reportDays);
        var held = counts.SessionsHeld(training.Id);
        var expected = held * training.SeatsTaken;
        return new MonitoringRow(
            training.Id.Value,
            training.ActivityCode,
            training.Title,
            training.Batch,
            training.State,
            training.Scheme,
            training.Start,
            training.End,
            next,
            IsLate(training, today),
            training.Quota,
            training.SeatsTaken,
            counts.In(training.Id, ParticipantState.Invited),
            counts.In(training.Id, ParticipantState.Reserve),
            counts.Sessions(training.Id),
            held,
            expected == 0 ? null : counts.Present(training.Id) * 100 / expected,
            counts.In(training.Id, ParticipantState.Passed),
            counts.In(training.Id, ParticipantState.Failed),
            [.. ChecklistLine.Of(training, required).Where(line => !line.Present).Select(line => line.Kind).Distinct()],
            training.Scheme == DeliveryScheme.SelfManaged ? papers.Issued : counts.Attached(training.Id),
            papers.Outdated,
            lack.Missing + lack.Outdated,
            training.BudgetCeiling,
            training.BudgetRealisation,
            due,
            training.BudgetRealisation is null && today > due
        );
    }

    private static bool IsLate(Training training, DateOnly today) =>
        training.State switch
        {
            TrainingState.Approved or TrainingState.Open => today >= training.Start,
            TrainingState.Running => today > training.End,
            _ => false,
        };
}
