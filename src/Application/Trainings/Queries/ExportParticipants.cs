using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>The list as a spreadsheet, as far as one may see it. Data about many people leave the system, so it is audited.</summary>
[Requires(Permission.ParticipantsRead, Permission.ParticipantsManage, Permission.ParticipantsNominate)]
public sealed record ExportParticipants(
    Guid TrainingId,
    IReadOnlyList<ParticipantState> States,
    Guid? UnitId,
    string? Search,
    string? Sort,
    SpreadsheetFormat Format
) : ICommand<SpreadsheetFile>;

internal sealed class ExportParticipantsHandler(
    IParticipantPages pages,
    TrainingGate gate,
    ParticipantScope scope,
    IAuditLog audit
) : IRequestHandler<ExportParticipants, Result<SpreadsheetFile>>
{
    public async Task<Result<SpreadsheetFile>> Handle(ExportParticipants request, CancellationToken ct)
    {
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training || !scope.MaySee(training))
            return TrainingErrors.NotFound();
        var asked = new ListParticipants(
            request.TrainingId,
            request.States,
            request.UnitId,
            request.Search,
            request.Sort,
            new PageRequest(1, 2 * Training.QuotaMaximum)
        );
        var read = await pages.ReadAsync(asked, scope.Within(), withMail: false, ct);
        if (read is null)
            return TrainingErrors.NotFound();
        audit.Record(
            nameof(ExportParticipants),
            nameof(Training),
            training.Id.Value,
            training.Title,
            new
            {
                asked.States,
                asked.UnitId,
                asked.Search,
            }
        );
        return Sheet(training).Of(read.People, request.Format, new());
    }

    /// <summary>The first columns are those of the list that can be sent in.</summary>
    private static ListSheet<ParticipantLine> Sheet(Training training)
    {
        var code = training.ActivityCode.Replace('/', '-');
        return new(
            new($"peserta-{code}", $"participants-{code}"),
            new("Peserta", "Participants"),
            [
                new(ParticipantSheet.Columns[0], "Identity number", one => one.IdentityNumber),
                new(ParticipantSheet.Columns[1], "Name", one => one.Name),
                new(ParticipantSheet.Columns[2], "Unit", one => one.Affiliation),
                new("Status", "State", one => one.State),
                new("Sejak", "Since", one => training.DayOf(one.StateSince)),
                new("Cadangan ke", "Reserve no.", one => one.ReserveRank),
                new("Alasan", "Reason", one => LeavingReason.Of(one.Reason)),
                new("Nilai", "Score", one => one.PostTestScore),
            ]
        );
    }
}
