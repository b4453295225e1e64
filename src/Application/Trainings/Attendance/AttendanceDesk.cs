using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Attendance;

/// <summary>Takes marks of one session: each once, corrections beside what they correct.</summary>
internal sealed class AttendanceDesk(IDatabase database, SeatRegister seats, ICurrentUser user, TimeProvider time)
    : IApplicationPart
{
    public const int Maximum = 5000;

    public async Task<Result<Session>> FindSessionAsync(Training training, Guid sessionId, CancellationToken ct)
    {
        var id = SessionId.From(sessionId);
        var session = await database
            .Set<Session>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && one.TrainingId == training.Id, ct);
        return session is null ? TrainingErrors.SessionNotFound() : session;
    }

    /// <summary>The same as <see cref="TakeAsync"/>, refused as a whole when not one mark could be taken.</summary>
    public async Task<Result<IReadOnlyList<MarkOutcome>>> RecordAsync(
        TrainingId trainingId,
        Guid sessionId,
        IReadOnlyList<MarkRequest> marks,
        AttendanceSource source,
        CancellationToken ct
    )
    {
        var taken = await TakeAsync(trainingId, sessionId, marks, source, ct);
        return taken.IsSuccess && taken.Value.All(outcome => outcome.Result == MarkResult.Refused)
            ? Result<IReadOnlyList<MarkOutcome>>.Failure([.. taken.Value.Select(one => one.Refusal!).Take(100)])
            : taken;
    }

    /// <summary>Training and session as they stand under the lock: no mark comes in beside results that are made of them.</summary>
    public async Task<Result<IReadOnlyList<MarkOutcome>>> TakeAsync(
        TrainingId trainingId,
        Guid sessionId,
        IReadOnlyList<MarkRequest> marks,
        AttendanceSource source,
        CancellationToken ct
    )
    {
        if (marks.Count == 0)
            return AttendanceErrors.NobodyMarked();
        if (marks.Count > Maximum)
            return AttendanceErrors.TooMany(Maximum);
        var training = await seats.LockAndReadAsync(trainingId, ct);
        if (!training.AcceptsParticipants)
            return AttendanceErrors.TrainingNotRunning();
        var found = await FindSessionAsync(training, sessionId, ct);
        if (!found.IsSuccess)
            return found.Error;
        var session = found.Value;
        var scene = await ReadSceneAsync(training, session, marks, ct);
        var now = time.GetUtcNow();
        var outcomes = new List<MarkOutcome>();
        List<AttendanceMark> taken = [];
        for (var index = 0; index < marks.Count; index++)
        {
            var result = Take(scene, session, marks[index], source, now, taken);
            outcomes.Add(
                new MarkOutcome(
                    marks[index].Id,
                    marks[index].ParticipantId,
                    result.IsSuccess ? result.Value : MarkResult.Refused,
                    result.IsSuccess ? null : result.Error with { Field = $"marks[{index}]" }
                )
            );
        }

        // The earlier marks step back before the new ones come: only one may count at a time.
        await database.SaveChangesAsync(ct);
        database.Set<AttendanceMark>().AddRange(taken);
        foreach (var mark in taken)
            Follow(scene, mark, now);
        return outcomes;
    }

    private Result<MarkResult> Take(
        Scene scene,
        Session session,
        MarkRequest request,
        AttendanceSource source,
        DateTimeOffset now,
        List<AttendanceMark> taken
    )
    {
        if (scene.KnownIds.Contains(request.Id))
            return MarkResult.Unchanged;
        if (scene.People.GetValueOrDefault(ParticipantId.From(request.ParticipantId)) is not { } participant)
            return ParticipantErrors.NotFound();
        var mark = AttendanceMark.Take(
            AttendanceMarkId.From(request.Id),
            participant,
            SessionTime.Of(session),
            request.Status,
            request.Minutes,
            source,
            request.TakenAt ?? now,
            user.UserId,
            now
        );
        if (!mark.IsSuccess)
            return mark.Error;
        if (scene.Current.TryGetValue(participant.Id, out var earlier))
        {
            if (mark.Value.SaysTheSameAs(earlier))
                return MarkResult.Unchanged;
            var corrected = mark.Value.Correct(earlier, request.Reason);
            if (!corrected.IsSuccess)
                return corrected.Error;
        }
        scene.KnownIds.Add(request.Id);
        scene.Current[participant.Id] = mark.Value;
        taken.Add(mark.Value);
        return MarkResult.Stored;
    }

    /// <summary>Who was in class at least once has attended; who was marked there by mistake has not.</summary>
    private static void Follow(Scene scene, AttendanceMark mark, DateTimeOffset now)
    {
        var participant = scene.People[mark.ParticipantId];
        if (mark.IsPresence)
            participant.Attend(now);
        else if (!scene.PresentElsewhere.Contains(participant.Id))
            participant.WasNeverThere(now);
    }

    private async Task<Scene> ReadSceneAsync(
        Training training,
        Session session,
        IReadOnlyList<MarkRequest> marks,
        CancellationToken ct
    )
    {
        var ids = marks.Select(mark => AttendanceMarkId.From(mark.Id)).ToList();
        var people = marks.Select(mark => ParticipantId.From(mark.ParticipantId)).Distinct().ToList();
        var all = database.Set<AttendanceMark>();
        return new Scene(
            await database
                .Set<Participant>()
                .Where(one => one.TrainingId == training.Id && people.Contains(one.Id))
                .ToDictionaryAsync(one => one.Id, ct),
            await all.Where(mark =>
                    mark.SessionId == session.Id && mark.SupersededAt == null && people.Contains(mark.ParticipantId)
                )
                .ToDictionaryAsync(mark => mark.ParticipantId, ct),
            [
                .. (await all.Where(mark => ids.Contains(mark.Id)).Select(mark => mark.Id).ToListAsync(ct)).Select(id =>
                    id.Value
                ),
            ],
            [
                .. await all.Where(mark =>
                        mark.TrainingId == training.Id
                        && mark.SessionId != session.Id
                        && people.Contains(mark.ParticipantId)
                    )
                    .InClass()
                    .Select(mark => mark.ParticipantId)
                    .Distinct()
                    .ToListAsync(ct),
            ]
        );
    }

    private sealed record Scene(
        Dictionary<ParticipantId, Participant> People,
        Dictionary<ParticipantId, AttendanceMark> Current,
        HashSet<Guid> KnownIds,
        HashSet<ParticipantId> PresentElsewhere
    );
}

/// <summary>One mark as the browser noted it.</summary>
/// <param name="Id">Made by the sender; the same id is stored once, however often it is sent.</param>
/// <param name="Minutes">In class, for those who were there partly.</param>
/// <param name="Reason">Required when it differs from the mark that counts now.</param>
/// <param name="TakenAt">When it was noted; earlier than now when the class was offline.</param>
public sealed record MarkRequest(
    Guid Id,
    Guid ParticipantId,
    AttendanceStatus Status,
    int? Minutes = null,
    string? Reason = null,
    DateTimeOffset? TakenAt = null
);

public enum MarkResult
{
    Stored,

    /// <summary>It was there already, or says the same as the mark that counts.</summary>
    Unchanged,
    Refused,
}

public sealed record MarkOutcome(Guid Id, Guid ParticipantId, MarkResult Result, Error? Refusal);
