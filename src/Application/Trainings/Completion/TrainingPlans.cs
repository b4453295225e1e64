using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Application.LearningHours;
using Pionir.Application.Organization;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Completion;

/// <inheritdoc cref="ITrainingPlans"/>
internal sealed class TrainingPlans(IDatabase database, TimeProvider time) : ITrainingPlans, IApplicationPart
{
    /// <summary>Enough to find three; a catalogue has dozens.</summary>
    private const int Looked = 100;

    private static readonly ParticipantState[] Listed =
    [
        .. ParticipantStates.Expecting,
        ParticipantState.Reserve,
        ParticipantState.Nominated,
        ParticipantState.Approved,
        ParticipantState.Invited,
    ];

    public async Task<IReadOnlyList<PlannedTraining>> OfPersonAsync(
        EmployeeId id,
        int year,
        CancellationToken cancellationToken
    )
    {
        var records = await database.RecordsOfAsync(id, cancellationToken);
        var places = await PlacesAsync(records, Listed, year, cancellationToken);
        var trainings = await TrainingsAsync(places.Select(place => place.TrainingId), cancellationToken);
        return
        [
            .. places
                .Select(place => Planned(trainings[place.TrainingId], Standing(place.State)))
                .OrderBy(training => training.Start),
        ];

        static PlannedTraining Planned(Training found, PlannedStanding standing) =>
            new(found.Id.Value, found.Title, found.Start, found.End, found.Jp, standing);
    }

    public async Task<IReadOnlyDictionary<Guid, int>> ExpectedAsync(
        IReadOnlyCollection<Guid> people,
        int year,
        CancellationToken cancellationToken
    )
    {
        var places = await PlacesAsync(
            [.. people.Select(EmployeeId.From)],
            ParticipantStates.Expecting,
            year,
            cancellationToken
        );
        var trainings = await TrainingsAsync(places.Select(place => place.TrainingId), cancellationToken);
        return places
            .GroupBy(place => place.EmployeeId.Value)
            .ToDictionary(one => one.Key, one => one.Sum(place => trainings[place.TrainingId].Jp));
    }

    public async Task<IReadOnlyDictionary<Guid, int>> JpAheadAsync(int year, CancellationToken cancellationToken)
    {
        var (first, last) = DaysOf(year);
        return await database
            .Set<Training>()
            .Where(training =>
                TrainingStates.Ahead.Contains(training.State)
                && training.SeatsTaken > 0
                && training.End >= first
                && training.End <= last
            )
            .Select(training => new { training.Id, training.Jp })
            .ToDictionaryAsync(one => one.Id.Value, one => one.Jp, cancellationToken);
    }

    public async Task<IReadOnlyList<OpenTraining>> OpenForAsync(
        EmployeeCard person,
        int year,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var (first, last) = DaysOf(year);
        var open = await database
            .Set<Training>()
            .AsNoTracking()
            .Where(training =>
                training.State == TrainingState.Open
                && training.AllowsSelfApplication
                && training.Start > today
                && training.End >= first
                && training.End <= last
                && training.SeatsTaken < training.Quota
            )
            .OrderBy(training => training.Start)
            .ThenBy(training => training.Id)
            .Take(Looked)
            .ToListAsync(cancellationToken);
        var records = await database.RecordsOfAsync(person.Id, cancellationToken);
        var mine = await database
            .Set<Participant>()
            .AsNoTracking()
            .Where(one => one.EmployeeId != null && records.Contains(one.EmployeeId.Value) && one.EndsOn > today)
            .ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        return
        [
            .. open.Where(training => IsFor(training, person, mine, now))
                .Select(training => new OpenTraining(
                    training.Id.Value,
                    training.Title,
                    training.Start,
                    training.End,
                    training.Jp,
                    training.SeatsLeft
                )),
        ];
    }

    private static bool IsFor(Training training, EmployeeCard person, List<Participant> mine, DateTimeOffset now) =>
        training.CheckAcceptsApplication(now).IsSuccess
        && (
            training.TargetJobFamilies.Count == 0
            || training.TargetJobFamilies.Contains(person.PositionFamily, StringComparer.OrdinalIgnoreCase)
        )
        && !mine.Exists(one => one.TrainingId.Equals(training.Id) && !one.State.IsGone())
        && !mine.Exists(one => one.State.HasSeat() && one.StartsOn <= training.End && training.Start <= one.EndsOn);

    private async Task<List<Place>> PlacesAsync(
        IReadOnlyList<EmployeeId> people,
        IReadOnlyList<ParticipantState> states,
        int year,
        CancellationToken cancellationToken
    )
    {
        var (first, last) = DaysOf(year);
        return await database
            .Set<Participant>()
            .AsNoTracking()
            .Where(one => one.EmployeeId != null && people.Contains(one.EmployeeId.Value) && states.Contains(one.State))
            .Join(
                database
                    .Set<Training>()
                    .Where(training =>
                        TrainingStates.Ahead.Contains(training.State) && training.End >= first && training.End <= last
                    ),
                one => one.TrainingId,
                training => training.Id,
                (one, training) => new Place(one.EmployeeId!.Value, training.Id, one.State)
            )
            .ToListAsync(cancellationToken);
    }

    /// <summary>Each training once, however many sit in it.</summary>
    private async Task<Dictionary<TrainingId, Training>> TrainingsAsync(
        IEnumerable<TrainingId> wanted,
        CancellationToken cancellationToken
    )
    {
        var ids = wanted.Distinct().ToList();
        return ids.Count == 0
            ? []
            : await database
                .Set<Training>()
                .AsNoTracking()
                .Where(training => ids.Contains(training.Id))
                .ToDictionaryAsync(training => training.Id, cancellationToken);
    }

    private static PlannedStanding Standing(ParticipantState state) =>
        state switch
        {
            ParticipantState.Confirmed or ParticipantState.Attended => PlannedStanding.Confirmed,
            ParticipantState.Reserve => PlannedStanding.Reserve,
            _ => PlannedStanding.Awaiting,
        };

    private static (DateOnly First, DateOnly Last) DaysOf(int year) => (new(year, 1, 1), new(year, 12, 31));

    private sealed record Place(EmployeeId EmployeeId, TrainingId TrainingId, ParticipantState State);
}
