using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Organization;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>
/// Puts employees on the list: an officer anybody, a coordinator the people of the own unit within its quota.
/// Whoever cannot be taken is named with the reason; the others come in.
/// </summary>
/// <param name="Recommended">Chosen from the system's recommendation: those who lack JP keep the figures as the reason.</param>
[Requires(Permission.ParticipantsNominate, Permission.ParticipantsManage)]
public sealed record NominateParticipants(
    Guid TrainingId,
    IReadOnlyList<Guid> EmployeeIds,
    string? Note,
    bool Recommended = false
) : ICommand<NominatedPeople>;

public sealed record NominatedPeople(IReadOnlyList<AddedPerson> Added, IReadOnlyList<RefusedPerson> Refused);

internal sealed class NominateParticipantsValidator : AbstractValidator<NominateParticipants>
{
    public NominateParticipantsValidator()
    {
        RuleFor(request => request.EmployeeIds).NotEmpty();
        RuleFor(request => request.Note).MaximumLength(Participant.ReasonMaximum);
    }
}

internal sealed class NominateParticipantsHandler(
    TrainingGate gate,
    NominationDesk desk,
    IEmployeeDirectory employees,
    YearHoursReader hours,
    ICurrentUser user
) : IRequestHandler<NominateParticipants, Result<NominatedPeople>>
{
    public async Task<Result<NominatedPeople>> Handle(NominateParticipants request, CancellationToken ct)
    {
        if (request.EmployeeIds.Count > NominationDesk.Maximum)
            return ParticipantErrors.TooMany(NominationDesk.Maximum);
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training)
            return TrainingErrors.NotFound();
        var runs = gate.Runs(training);
        if (!runs && !training.IsPublished)
            return TrainingErrors.NotFound();
        if (training.CheckAcceptsParticipants() is { IsSuccess: false } closed)
            return closed.Error;

        var ids = request.EmployeeIds.Distinct().Select(EmployeeId.From).ToList();
        var cards = await employees.FindAsync(ids, ct);
        var mine = user.ScopeOf(Permission.ParticipantsNominate);
        var visible = ids.Where(id => cards.TryGetValue(id, out var card) && (runs || mine.Contains(card.UnitId)));
        var people = visible.Select(id => cards[id]).ToList();
        var source = runs ? ParticipantSource.Chosen : ParticipantSource.NominatedByUnit;
        var lacks = request.Recommended ? await ShortagesAsync(training, ids, ct) : [];
        var outcome = await desk.NominateAsync(training, people, source, request.Note, ct, lacks: lacks);
        outcome.Refused.AddRange(
            ids.Except(people.Select(card => card.Id))
                .Select(id => new RefusedPerson(
                    id.Value,
                    null,
                    null,
                    [ParticipantErrors.EmployeeUnknown(id.Value.ToString())]
                ))
        );
        return outcome.Added.Count == 0
            ? Result<NominatedPeople>.Failure([.. outcome.Refused.SelectMany(refused => refused.Errors).Take(100)])
            : new NominatedPeople(outcome.Added, outcome.Refused);
    }

    private async Task<Dictionary<EmployeeId, YearHours>> ShortagesAsync(
        Training training,
        IReadOnlyCollection<EmployeeId> people,
        CancellationToken ct
    )
    {
        var known = await hours.ReadAsync([.. people.Select(id => (id.Value, training.JpYear))], ct);
        return known
            .Where(pair => pair.Value.Jp < pair.Value.Target)
            .ToDictionary(pair => EmployeeId.From(pair.Key.Employee), pair => pair.Value);
    }
}
