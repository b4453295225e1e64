using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Commands;

/// <summary>Post-test scores of many people; an empty score takes one back.</summary>
[Requires(Permission.TrainingsRun)]
public sealed record RecordScores(Guid TrainingId, IReadOnlyList<ScoreLine> Scores) : ICommand<BulkOutcome>;

/// <param name="Score">0 to 100, two decimals.</param>
/// <param name="Seen">The score that its sender saw; none where there was none.</param>
public sealed record ScoreLine(Guid ParticipantId, decimal? Score, decimal? Seen = null);

internal sealed class RecordScoresValidator : AbstractValidator<RecordScores>
{
    public RecordScoresValidator()
    {
        RuleFor(request => request.Scores).NotNull();
        RuleForEach(request => request.Scores).NotNull();
    }
}

internal sealed class RecordScoresHandler(IDatabase database, TrainingGate gate, SeatRegister seats)
    : IRequestHandler<RecordScores, Result<BulkOutcome>>
{
    public async Task<Result<BulkOutcome>> Handle(RecordScores request, CancellationToken ct)
    {
        if (request.Scores.Count > NominationDesk.Maximum)
            return ParticipantErrors.TooMany(NominationDesk.Maximum);
        var training = await gate.FindAsync(request.TrainingId, Permission.TrainingsRun, ct);
        if (!training.IsSuccess)
            return training.Error;
        var ids = request.Scores.Select(line => ParticipantId.From(line.ParticipantId)).ToList();
        var id = training.Value.Id;
        await seats.LockAsync(id, ct);
        var people = await database
            .Set<Participant>()
            .Where(one => one.TrainingId == id && ids.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, ct);
        var bulk = new Bulk();
        foreach (var line in request.Scores)
        {
            if (people.GetValueOrDefault(ParticipantId.From(line.ParticipantId)) is { } person)
                bulk.Add(person, person.Score(line.Score, line.Seen));
            else
                bulk.Refuse(null, ParticipantErrors.NotFound());
        }
        return bulk.ToResult();
    }
}
