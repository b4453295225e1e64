using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Attendance;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Planning;

/// <summary>Counts behind the board, read in a few statements for all trainings of a page.</summary>
internal sealed class MonitoringCounts
{
    private Dictionary<(TrainingId, ParticipantState), int> people = [];
    private Dictionary<TrainingId, (int All, int Held)> sessions = [];
    private Dictionary<TrainingId, int> present = [];
    private Dictionary<TrainingId, int> attached = [];

    private MonitoringCounts() { }

    public int In(TrainingId training, ParticipantState state) => people.GetValueOrDefault((training, state));

    public int Sessions(TrainingId training) => sessions.GetValueOrDefault(training).All;

    public int SessionsHeld(TrainingId training) => sessions.GetValueOrDefault(training).Held;

    /// <summary>Organisers' certificates of people who passed.</summary>
    public int Attached(TrainingId training) => attached.GetValueOrDefault(training);

    /// <summary>Of those who have a place, in sessions that are over.</summary>
    public int Present(TrainingId training) => present.GetValueOrDefault(training);

    public static async Task<MonitoringCounts> ReadAsync(
        IDatabase database,
        IReadOnlyCollection<TrainingId> trainings,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var people = await database
            .Set<Participant>()
            .Where(one => trainings.Contains(one.TrainingId))
            .GroupBy(one => new { one.TrainingId, one.State })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(
                group => (group.Key.TrainingId, group.Key.State),
                group => group.Count,
                cancellationToken
            );
        var sessions = await database
            .Set<Session>()
            .Where(session => trainings.Contains(session.TrainingId))
            .GroupBy(session => session.TrainingId)
            .Select(group => new
            {
                group.Key,
                All = group.Count(),
                Held = group.Count(session => session.EndsAt <= now),
            })
            .ToDictionaryAsync(group => group.Key, group => (group.All, group.Held), cancellationToken);
        var present = await database
            .Set<AttendanceMark>()
            .Where(mark => trainings.Contains(mark.TrainingId))
            .InClass()
            .OfSeated(database)
            .Where(mark =>
                database.Set<Session>().Any(session => session.Id == mark.SessionId && session.EndsAt <= now)
            )
            .GroupBy(mark => mark.TrainingId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var attached = await database
            .Set<Participant>()
            .Where(one => trainings.Contains(one.TrainingId) && one.State == ParticipantState.Passed)
            .Where(one => one.ExternalCertificate != null)
            .GroupBy(one => one.TrainingId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return new MonitoringCounts
        {
            people = people,
            sessions = sessions,
            present = present,
            attached = attached,
        };
    }
}
