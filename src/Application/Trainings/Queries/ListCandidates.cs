using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>
/// Everybody whom I may put forward for a training, those who gain most first: of the target group, then by JP still
/// missing. Who is on the list already, or sits in another training on these days, stands at the end and says so.
/// </summary>
/// <param name="UnitId">Of this unit and everything below it.</param>
/// <param name="Recommended">Only those of the target group who lack JP and are free.</param>
/// <param name="Q">Parts of the name, tolerant of typing errors, or the beginning or end of the number.</param>
[Requires(Permission.ParticipantsNominate)]
public sealed record ListCandidates(Guid TrainingId, Guid? UnitId, bool Recommended, string? Q, PageRequest Page)
    : IQuery<Page<CandidateRow>>;

internal sealed class ListCandidatesValidator : AbstractValidator<ListCandidates>
{
    public ListCandidatesValidator() => RuleFor(request => request.Q).MaximumLength(EmployeeSearch.QuestionMaximum);
}

/// <param name="Jp">JP of the training's year so far.</param>
/// <param name="TargetJp">JP to reach in that year; none for those to whom no minimum applies.</param>
/// <param name="Shortage">What is missing.</param>
/// <param name="InTargetGroup">The training is meant for the person's job family, or for everyone.</param>
/// <param name="Recommended">Of the target group, lacks JP, is free.</param>
/// <param name="Listed">Where the person stands on the list of this training.</param>
/// <param name="OverlapsWith">Another training of these days in which the person has a place.</param>
/// <param name="CanNominate">Not on the list, or gone from it.</param>
/// <param name="Room">What the person's unit may put forward, and has; none when no quota binds it.</param>
public sealed record CandidateRow(
    Guid EmployeeId,
    string Name,
    string Number,
    string Unit,
    string Position,
    int Jp,
    int? TargetJp,
    int Shortage,
    bool InTargetGroup,
    bool Recommended,
    ParticipantState? Listed,
    string? OverlapsWith,
    bool CanNominate,
    UnitRoom? Room
);

internal sealed class ListCandidatesHandler(TrainingGate gate, Candidates candidates, UnitPlaces places)
    : IRequestHandler<ListCandidates, Result<Page<CandidateRow>>>
{
    public async Task<Result<Page<CandidateRow>>> Handle(ListCandidates request, CancellationToken ct)
    {
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training)
            return TrainingErrors.NotFound();
        var runs = gate.Runs(training);
        if (!runs && !training.IsPublished)
            return TrainingErrors.NotFound();
        var search = new CandidateSearch(runs, request.UnitId, request.Recommended, request.Q);
        var found = await candidates.FindAsync(training, search, request.Page, ct);
        var rooms = await places.ReadAsync(training.Id, ct);
        return new Page<CandidateRow>(
            [.. found.Items.Select(one => Row(one, rooms.RoomOf(UnitId.From(one.UnitId))))],
            found.Total,
            found.Number,
            found.Size
        );
    }

    private static CandidateRow Row(Candidate one, UnitRoom? room) =>
        new(
            one.EmployeeId,
            one.Name,
            one.Number,
            one.Unit,
            one.Position,
            one.Jp,
            one.Target == 0 ? null : one.Target,
            one.Shortage,
            one.Fits,
            one.Recommended,
            one.State is null ? null : Enum.Parse<ParticipantState>(one.State),
            one.Clash,
            one.Free,
            room
        );
}
